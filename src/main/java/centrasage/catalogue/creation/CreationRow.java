package centrasage.catalogue.creation;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A product that is made in Centra, as the store keeps it. */
@Entity
@Table(name = "catalogue_creation")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class CreationRow {
    private static final int NOTE_MAX = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    @SuppressWarnings("UnusedVariable")
    private long id;

    @SuppressWarnings("UnusedVariable")
    private String company;

    private String code;
    private String name = "";
    private long product;

    @Enumerated(EnumType.STRING)
    private CreationState state;

    private String note = "";

    @Column(name = "changed_at")
    private Instant changedAt;

    CreationRow() {}

    CreationRow(String company, String code) {
        this.company = company;
        this.code = code;
    }

    void become(CreationState next, String why, Instant now) {
        state = next;
        note = why.length() <= NOTE_MAX ? why : why.substring(0, NOTE_MAX - 1) + "…";
        changedAt = now;
    }

    void named(String by) {
        name = by;
    }

    void isProduct(long made) {
        product = made;
    }

    Creation toCreation() {
        return new Creation(code, name, product, state, note, changedAt);
    }
}
