package centrasage.sync.ledger;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** One change of what an order's ledger entries are; never changed, so that nobody who adds one waits for another. */
@Entity
@Table(name = "allocation_due")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class AllocationDueRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "object_key")
    private String object;

    AllocationDueRow() {}

    AllocationDueRow(String object) {
        this.object = object;
    }
}
