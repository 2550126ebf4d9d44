package centrasage.sync.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Up to which version a person has brought an order in Sage 200 to what it is in Centra. */
@Entity
@Table(name = "stock_agreed")
@SuppressWarnings("NullAway.Init")
class AgreedRow {
    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private int version;

    AgreedRow() {}

    AgreedRow(String orderNumber, int version) {
        this.orderNumber = orderNumber;
        this.version = version;
    }

    void become(int later) {
        version = later;
    }

    int version() {
        return version;
    }
}
