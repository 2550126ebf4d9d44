package centrasage.settlements.store;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a batch has moved in a clearing bank of another currency, in the company's own, as the store keeps it. */
@Entity
@Table(name = "batch_base")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // most of it is asked for in queries only
class BatchBaseRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "batch_id")
    private long batch;

    private String bank;
    private String company;
    private BigDecimal posted;

    @Column(name = "what_is_left")
    private @Nullable BigDecimal left;

    BatchBaseRow() {}

    BatchBaseRow(long batch, String bank, String company, BatchBases.Moved moved) {
        this.batch = batch;
        this.bank = bank;
        this.company = company;
        this.posted = moved.posted();
        this.left = moved.left();
    }
}
