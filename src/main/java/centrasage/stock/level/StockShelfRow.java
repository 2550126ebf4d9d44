package centrasage.stock.level;

import centrasage.stock.shelf.Shelf;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far the stock of a warehouse was read. */
@Entity
@Table(name = "stock_shelf")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // it is asked for in queries, too
class StockShelfRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Column(name = "centra_warehouse")
    private String centraWarehouse;

    /** Sage's id of the warehouse that was read. */
    @Column(name = "sage_warehouse")
    private long sageWarehouse;

    @Column(name = "read_to_at")
    private Instant readTo;

    StockShelfRow() {}

    StockShelfRow(Shelf shelf, Instant readTo) {
        this.company = shelf.company();
        this.centraWarehouse = shelf.centraWarehouse();
        move(shelf, readTo);
    }

    final boolean isOf(Shelf shelf) {
        return sageWarehouse == shelf.sageId();
    }

    ShelfName toName() {
        return new ShelfName(company, centraWarehouse);
    }

    Instant readTo() {
        return readTo;
    }

    final void move(Shelf shelf, Instant to) {
        sageWarehouse = shelf.sageId();
        readTo = to;
    }
}
