package centrasage.sync.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The text that a file would have; null where it would be removed. */
@Entity
@Table(name = "mapping_proposal_file")
@IdClass(ProposalFileRow.Key.class)
@SuppressWarnings("NullAway.Init")
class ProposalFileRow {
    @Id
    private long proposal;

    @Id
    @Column(name = "file_name")
    private String fileName;

    private @Nullable String content;

    ProposalFileRow() {}

    ProposalFileRow(long proposal, String fileName, @Nullable String content) {
        this.proposal = proposal;
        this.fileName = fileName;
        this.content = content;
    }

    String fileName() {
        return fileName;
    }

    @Nullable
    String content() {
        return content;
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long proposal;
        private String fileName = "";

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.proposal == proposal && key.fileName.equals(fileName);
        }

        @Override
        public int hashCode() {
            return Objects.hash(proposal, fileName);
        }
    }
}
