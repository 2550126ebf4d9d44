package centrasage.settlements.store;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file as the store keeps it. */
@Entity
@Table(name = "settlement_file")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class SettlementFileRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "content_hash")
    private String contentHash;

    private String name;

    @Column(name = "size_bytes")
    private long size;

    private String psp;
    private @Nullable String fault;

    @Column(name = "taken_at")
    private Instant takenAt;

    SettlementFileRow() {}

    void become(SettlementFile file) {
        contentHash = file.contentHash();
        name = file.name();
        size = file.size();
        psp = file.psp();
        fault = file.fault();
        takenAt = file.takenAt();
    }

    SettlementFile toFile() {
        return new SettlementFile(id, contentHash, name, size, psp, fault, takenAt);
    }
}
