package centrasage.sync.mappings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Which text a file has in one version. */
@Entity
@Table(name = "mapping_file")
@IdClass(MappingFileRow.Key.class)
@SuppressWarnings("NullAway.Init")
class MappingFileRow {
    @Id
    private int version;

    @Id
    @Column(name = "file_name")
    private String fileName;

    @Column(name = "text_hash")
    private String textHash;

    MappingFileRow() {}

    MappingFileRow(int version, String fileName, String textHash) {
        this.version = version;
        this.fileName = fileName;
        this.textHash = textHash;
    }

    String fileName() {
        return fileName;
    }

    String textHash() {
        return textHash;
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private int version;
        private String fileName = "";

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.version == version && key.fileName.equals(fileName);
        }

        @Override
        public int hashCode() {
            return Objects.hash(version, fileName);
        }
    }
}
