package centrasage.sync.mappings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The text of a mapping file under its hash; every version that has it refers to it. */
@Entity
@Table(name = "mapping_text")
@SuppressWarnings("NullAway.Init")
class MappingTextRow {
    @Id
    private String hash;

    private String content;

    MappingTextRow() {}

    MappingTextRow(String hash, String content) {
        this.hash = hash;
        this.content = content;
    }

    String content() {
        return content;
    }
}
