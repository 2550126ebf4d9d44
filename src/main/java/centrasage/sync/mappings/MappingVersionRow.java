package centrasage.sync.mappings;

import centrasage.flow.MappingTexts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of the mappings; its files are in {@link MappingFileRow}. */
@Entity
@Table(name = "mapping_version")
@SuppressWarnings("NullAway.Init")
class MappingVersionRow {
    @Id
    private int number;

    @Column(name = "content_hash")
    private String contentHash;

    @Enumerated(EnumType.STRING)
    private MappingTexts.Origin origin;

    @Column(name = "same_as")
    private @Nullable Integer sameAs;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    private String note;

    MappingVersionRow() {}

    MappingVersionRow(int number, MappingTexts.Draft draft, Instant now) {
        this.number = number;
        this.contentHash = draft.hash();
        this.origin = draft.origin();
        this.sameAs = draft.sameAs();
        this.madeBy = draft.madeBy();
        this.madeAt = now;
        this.note = draft.note();
    }

    MappingTexts.Version toVersion() {
        return new MappingTexts.Version(number, contentHash, origin, sameAs, madeBy, madeAt, note);
    }
}
