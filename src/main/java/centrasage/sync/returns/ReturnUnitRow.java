package centrasage.sync.returns;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Units that wait to be booked in, or did. */
@Entity
@Table(name = "return_unit")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class ReturnUnitRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Column(name = "return_number")
    private String number;

    private long line;

    @Column(name = "object_key")
    private String object;

    private String sku;
    private String product;
    private String warehouse;

    @Column(name = "sage_warehouse")
    private String sageWarehouse;

    private int quantity;

    @Column(name = "returned_on")
    private LocalDate returnedOn;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    /** For whoever reads the table. */
    @Column(name = "closed_by")
    @SuppressWarnings("UnusedVariable")
    private @Nullable String closedBy;

    /** For whoever reads the table. */
    @Column(name = "closed_why")
    @SuppressWarnings("UnusedVariable")
    private @Nullable String closedWhy;

    ReturnUnitRow() {}

    ReturnUnitRow(ReturnUnits units) {
        this.company = units.company();
        this.number = units.number();
        this.line = units.line();
        become(units);
    }

    final void become(ReturnUnits units) {
        object = units.object();
        sku = units.sku();
        product = units.product();
        warehouse = units.warehouse();
        sageWarehouse = units.sageWarehouse();
        quantity = units.quantity();
        returnedOn = units.returnedOn();
    }

    long line() {
        return line;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    void close(Instant at, String who, String why) {
        closedAt = at;
        closedBy = who;
        closedWhy = why;
    }

    /** What Centra took back is there again. */
    void reopen() {
        closedAt = null;
        closedBy = null;
        closedWhy = null;
    }

    boolean wasClosedBy(String who) {
        return who.equals(closedBy);
    }

    ReturnUnits toUnits() {
        return new ReturnUnits(
                id, company, number, line, object, sku, product, warehouse, sageWarehouse, quantity, returnedOn);
    }
}
