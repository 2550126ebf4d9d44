package centrasage.sync.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The draft of one person for one mapping file. */
@Entity
@Table(name = "mapping_draft")
@SuppressWarnings("NullAway.Init")
class DraftRow {
    @Id
    private String id;

    private String person;

    @Column(name = "file_name")
    private String fileName;

    private int base;

    @Column(name = "same_as")
    private @Nullable Integer sameAs;

    private @Nullable String content;

    @Column(name = "changed_at")
    private Instant changedAt;

    DraftRow() {}

    DraftRow(String person, KeptDraft draft) {
        this.id = id(person, draft.file());
        this.person = person;
        this.fileName = draft.file();
        become(draft);
    }

    static String id(String person, String file) {
        return file + "/" + person;
    }

    final void become(KeptDraft draft) {
        base = draft.base();
        sameAs = draft.sameAs();
        content = draft.content();
        changedAt = draft.changedAt();
    }

    KeptDraft toDraft() {
        return new KeptDraft(fileName, base, sameAs, content, changedAt);
    }
}
