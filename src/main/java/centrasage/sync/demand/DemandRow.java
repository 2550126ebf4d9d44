package centrasage.sync.demand;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** The units of one SKU in one order that Sage 200 does not know yet: all of them, or those beyond what it was told of. */
@Entity
@Table(name = "stock_demand")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // it is asked for in queries only
class DemandRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "order_number")
    private String orderNumber;

    private String sku;
    private int units;

    @Column(name = "has_left")
    private boolean hasLeft;

    private boolean beyond;
    private int version;

    DemandRow() {}

    DemandRow(Demand.Wanted wanted, String sku, int units, boolean beyond) {
        this.orderNumber = wanted.order();
        this.version = wanted.version();
        this.hasLeft = wanted.hasLeft();
        this.sku = sku;
        this.units = units;
        this.beyond = beyond;
    }
}
