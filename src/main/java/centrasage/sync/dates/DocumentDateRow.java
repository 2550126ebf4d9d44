package centrasage.sync.dates;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
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
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The true day of one document, beside that which it carries. */
@Entity
@Table(name = "document_date")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class DocumentDateRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Enumerated(EnumType.STRING)
    private PostingKind kind;

    @Column(name = "source_key")
    private String sourceKey;

    @Column(name = "true_date")
    private LocalDate trueDate;

    @Column(name = "document_date")
    private @Nullable LocalDate documentDate;

    @Column(name = "chosen_by")
    private @Nullable String chosenBy;

    /** For whoever reads the table. */
    @Column(name = "chosen_why")
    @SuppressWarnings("UnusedVariable")
    private @Nullable String chosenWhy;

    DocumentDateRow() {}

    DocumentDateRow(PostingKey key) {
        this.company = key.company();
        this.kind = key.kind();
        this.sourceKey = key.sourceKey();
    }

    void become(LocalDate day, @Nullable LocalDate document) {
        trueDate = day;
        documentDate = document;
        chosenBy = null;
        chosenWhy = null;
    }

    void choose(LocalDate document, String who, String why) {
        documentDate = document;
        chosenBy = who;
        chosenWhy = why;
    }

    boolean isChosen() {
        return chosenBy != null;
    }

    boolean isChosen(@Nullable LocalDate date) {
        return isChosen() && Objects.equals(documentDate, date);
    }

    @Nullable
    LocalDate documentDate() {
        return documentDate;
    }

    DifferingDate toDate() {
        return new DifferingDate(id, new PostingKey(company, kind, sourceKey), trueDate, documentDate, chosenBy);
    }
}
