package centrasage.stock.velocity;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** The units of one SKU in one order, by the latest version of it. */
@Entity
@Table(name = "stock_sold")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // it is asked for in queries only
class SoldRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "order_number")
    private String orderNumber;

    private String sku;
    private int units;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    SoldRow() {}

    SoldRow(String orderNumber, String sku, int units, Instant orderedAt) {
        this.orderNumber = orderNumber;
        this.sku = sku;
        this.units = units;
        this.orderedAt = orderedAt;
    }
}
