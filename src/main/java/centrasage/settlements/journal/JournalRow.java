package centrasage.settlements.journal;

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
import java.time.LocalDate;
import java.util.List;

/** A journal as the store keeps it. */
@Entity
@Table(name = "nominal_journal")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class JournalRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;
    private String reference;

    @Column(name = "journal_date")
    private LocalDate date;

    private String currency;
    private String about;
    private String narrative;

    /** Asked for in queries only. */
    @Column(name = "content_hash")
    @SuppressWarnings("UnusedVariable")
    private String contentHash;

    /** Of no two: the content while it is as it was proposed, its reference from then on. */
    @Column(name = "open_key")
    @SuppressWarnings("UnusedVariable")
    private String openKey;

    @Enumerated(EnumType.STRING)
    private JournalState state;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "state_since")
    private Instant since;

    private String note;

    JournalRow() {}

    JournalRow(Journal.Content content, String contentHash, String proposedBy, Instant now) {
        this.company = content.company();
        this.reference = "";
        this.date = content.date();
        this.currency = content.total().currency().getCurrencyCode();
        this.about = content.about();
        this.narrative = content.narrative();
        this.contentHash = contentHash;
        this.openKey = contentHash;
        this.state = JournalState.OPEN;
        this.proposedBy = proposedBy;
        this.proposedAt = now;
        this.since = now;
        this.note = "";
    }

    long id() {
        return id;
    }

    void isCalled(String name) {
        reference = name;
    }

    Journal toJournal(List<JournalLineRow> lines) {
        return new Journal(
                id,
                reference,
                new Journal.Content(
                        company,
                        date,
                        about,
                        narrative,
                        lines.stream().map(line -> line.toLine(currency)).toList()),
                state,
                proposedBy,
                proposedAt,
                since,
                note);
    }
}
