package centrasage.sync.circuit;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How often in a row documents of one kind have stopped for one cause, on all lanes and nodes together. */
@Entity
@Table(name = "posting_streak")
@SuppressWarnings("NullAway.Init")
class StreakRow {
    @Id
    private String name;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // for whoever reads the table
    private PostingKind kind;

    private @Nullable String cause;

    private int failures;

    @Column(name = "last_posting")
    private @Nullable Long lastPosting;

    StreakRow() {}

    StreakRow(String name, PostingKind kind) {
        this.name = name;
        this.kind = kind;
    }

    static String name(String company, PostingKind kind, PostingState failedAs) {
        return company + "/" + kind + "/" + failedAs;
    }

    /** The same document once more, such as one that is planned again, is no other failure. */
    int failed(String because, long posting) {
        boolean again = because.equals(cause) && lastPosting != null && lastPosting == posting;
        failures = because.equals(cause) ? failures + (again ? 0 : 1) : 1;
        cause = because;
        lastPosting = posting;
        return failures;
    }
}
