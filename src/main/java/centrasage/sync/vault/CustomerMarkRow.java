package centrasage.sync.vault;

import centrasage.sync.database.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** That an order can be found by a clue: the clue itself is nowhere, only its keyed hash. */
@Entity
@Table(name = "customer_mark")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class CustomerMarkRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String mark;
    private String subject;

    CustomerMarkRow() {}

    CustomerMarkRow(String mark, String subject) {
        this.mark = mark;
        this.subject = subject;
    }

    String mark() {
        return mark;
    }
}
