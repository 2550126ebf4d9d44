package centrasage.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.event.SystemFinding;
import centrasage.jobs.run.Alarms;
import centrasage.sync.database.StoreFile;
import centrasage.sync.posting.Heard;
import centrasage.sync.record.AuditHeads;
import centrasage.sync.record.AuditSealer;
import centrasage.sync.store.JpaWorld;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves a database that is not behind what the file of heads has seen. */
class HeadWatchTest {
    @TempDir
    private Path folder;

    private final Heard<SystemFinding> findings = new Heard<>();
    private StoreFile file;
    private JpaWorld world;
    private AuditSealer sealer;
    private AuditHeads heads;
    private HeadWatch watch;

    @BeforeEach
    void begin() {
        file = new StoreFile(folder);
        world = new JpaWorld(file.database(), Duration.ofMinutes(10));
        sealer = world.transactions().bean(AuditSealer.class, world.entities());
        heads = world.transactions()
                .bean(AuditHeads.class, folder.resolve("heads.log").toString());
        Alarms alarms = world.transactions().bean(Alarms.class, findings, new Heard<>());
        watch = new HeadWatch(heads, sealer, world.audit(), world.store(), alarms);
    }

    @AfterEach
    void end() {
        file.close();
    }

    @Test
    void a_head_is_written_only_when_its_row_is_on_the_disk() {
        watch.begin();
        world.audit().write("anna", "DEED", "order 1", "did it");
        sealer.seal();
        watch.keep();
        String row = file.left("SELECT CONCAT(seal_number, ' ', seal_hash) FROM audit_entry");
        assertThat(heads.read().last())
                .hasValueSatisfying(seen -> assertThat(
                                seen.head().number() + " " + seen.head().hash())
                        .isEqualTo(row));
        assertThat(findings.events()).isEmpty();
    }
}
