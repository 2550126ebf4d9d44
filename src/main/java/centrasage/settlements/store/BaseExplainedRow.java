package centrasage.settlements.store;

import centrasage.sync.database.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What people have explained of a clearing bank in the company's own currency, all of it together, as the store keeps it. */
@Entity
@Table(name = "base_explained")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // it is asked for in queries only
class BaseExplainedRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;
    private String bank;
    private BigDecimal amount;

    BaseExplainedRow() {}

    BaseExplainedRow(String company, String bank, BigDecimal amount) {
        this.company = company;
        this.bank = bank;
        this.amount = amount;
    }
}
