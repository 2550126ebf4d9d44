package centrasage.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemFinding.Kind;
import centrasage.jobs.run.Runs;
import centrasage.sync.record.AuditHeads;
import centrasage.sync.record.AuditSealer;
import jakarta.batch.runtime.context.JobContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job {@code audit-check}, and the look at each start: the trail is compared with what was kept outside the database. */
class CheckAuditTest {
    @TempDir
    private Path folder;

    private final Runs runs = new Runs();
    private final AuditSealer sealer = runs.world.transactions().bean(AuditSealer.class, runs.world.entities());
    private final List<String> exitStatuses = new ArrayList<>();

    private Path file() {
        return folder.resolve("heads.log");
    }

    /** As each process has one of its own. */
    private HeadWatch watch() {
        AuditHeads heads = runs.world.transactions().bean(AuditHeads.class, file().toString());
        return new HeadWatch(heads, sealer, runs.world.audit(), runs.world.store(), runs.alarms);
    }

    private String check() throws AuditBroken {
        return new CheckAudit(sealer, watch(), runs.world.runCounts(), context()).process();
    }

    private JobContext context() {
        return (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(), new Class<?>[] {JobContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setExitStatus")) {
                        exitStatuses.add((String) arguments[0]);
                        return null;
                    }
                    return 7L;
                });
    }

    private void deeds(int number) {
        for (int deed = 0; deed < number; deed++) {
            runs.world.audit().write("anna", "DEED", "order 1", "did it");
        }
        sealer.seal();
    }

    private List<Kind> told() {
        return runs.findings.events().stream().map(SystemFinding::kind).toList();
    }

    private SystemFinding lastTold() {
        return runs.findings.events().get(runs.findings.events().size() - 1);
    }

    @Test
    void a_trail_that_is_as_it_was_seen_is_whole() throws AuditBroken {
        watch().begin();
        deeds(5);
        watch().keep();
        deeds(5);
        watch().keep();
        watch().keep();
        assertThat(check()).isEqualTo("COMPLETED");
        assertThat(file()).content().hasLineCount(3);
        assertThat(runs.world.runCounts().of(7))
                .containsEntry("sealed rows", 10L)
                .containsEntry("faults", 0L);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_truncated_end_is_found_and_told_with_the_highest_severity() {
        watch().begin();
        deeds(5);
        watch().keep();
        runs.database.execute("DELETE FROM audit_entry WHERE seal_number > 3");
        assertThatThrownBy(this::check).hasMessageContaining("rows 4 to 5 are missing at the end");
        assertThat(exitStatuses)
                .containsExactly(
                        "FAILED: the audit trail is broken: rows 4 to 5 are missing at the end: the database was"
                                + " restored or truncated; keep the database as it is, and tell whoever answers for it");
        assertThat(told()).containsExactly(Kind.AUDIT_BROKEN);
        assertThat(lastTold().subject()).isEqualTo("audit-trail");
        assertThat(lastTold().reason().remedy()).contains("Restore of our store or of Sage");
    }

    @Test
    void an_older_database_is_found_also_when_its_trail_has_grown_past_what_was_seen() {
        watch().begin();
        deeds(5);
        watch().keep();
        runs.database.execute("DELETE FROM audit_entry WHERE seal_number > 3");
        deeds(4);
        assertThat(sealer.head().number()).isEqualTo(7);
        assertThatThrownBy(this::check).hasMessageContaining("row 5 is not the one that was sealed");
    }

    @Test
    void an_older_database_is_told_at_the_start_and_still_each_night_until_a_person_moves_the_file_aside()
            throws Exception {
        watch().begin();
        deeds(5);
        watch().keep();
        runs.database.execute("DELETE FROM audit_entry WHERE seal_number > 3");
        watch().begin();
        assertThat(told()).containsExactly(Kind.AUDIT_BROKEN);
        assertThat(lastTold().reason().what()).contains("restored or truncated", "saw row 5 at ");
        assertThatThrownBy(this::check).hasMessageContaining("rows 4 to 5");

        Files.move(file(), folder.resolve("heads.before-the-restore"));
        watch().keep();
        assertThat(told()).endsWith(Kind.AUDIT_HEADS_LOST);
        sealer.seal();
        assertThat(check()).isEqualTo("COMPLETED");
    }

    @Test
    void a_file_that_is_missing_or_emptied_later_is_told_with_what_to_do_and_begun_anew()
            throws AuditBroken, IOException {
        watch().begin();
        deeds(5);
        watch().keep();
        assertThat(told()).isEmpty();
        Files.writeString(file(), "");
        watch().begin();
        assertThat(told()).containsExactly(Kind.AUDIT_HEADS_LOST);
        assertThat(lastTold().reason().what()).contains("was missing or empty, and was begun anew at row 5");
        assertThat(lastTold().reason().remedy()).contains("nothing is to be done", "Otherwise");
        assertThat(runs.deeds()).anyMatch(deed -> deed.startsWith("AUDIT_HEADS_BEGUN audit-trail at row 5"));
        sealer.seal();
        assertThat(check()).as("the trail itself is whole").isEqualTo("COMPLETED");
    }

    @Test
    void a_file_that_is_missing_when_it_is_needed_is_told() {
        deeds(5);
        assertThatThrownBy(this::check).hasMessageContaining("it is missing or empty");
        assertThat(told()).containsExactly(Kind.AUDIT_HEADS_LOST);
    }

    @Test
    void a_file_that_cannot_be_read_is_told_and_keeps_nothing_from_starting() throws IOException {
        Files.createDirectories(file());
        watch().begin();
        assertThat(told()).containsExactly(Kind.AUDIT_HEADS_LOST);
        assertThatThrownBy(this::check).isInstanceOf(AuditBroken.class);
    }

    @Test
    void damaged_lines_are_told() throws IOException {
        watch().begin();
        deeds(5);
        Files.writeString(file(), "2026-11-23T12:01:00Z 3 0000\n", StandardOpenOption.APPEND);
        watch().keep();
        assertThatThrownBy(this::check).hasMessageContaining("lines [2] are damaged");
        assertThat(told()).containsExactly(Kind.AUDIT_HEADS_LOST);
    }

    @Test
    void a_file_that_is_no_longer_written_is_told() {
        watch().begin();
        deeds(5);
        runs.world.clock().advance(Duration.ofHours(3));
        assertThatThrownBy(this::check).hasMessageContaining("it was not written since");
        assertThat(told()).containsExactly(Kind.AUDIT_HEADS_LOST);
    }

    @Test
    void a_new_database_beside_an_old_file_is_told_with_the_reason() {
        watch().begin();
        deeds(5);
        watch().keep();
        runs.database.execute("DELETE FROM audit_entry");
        watch().begin();
        assertThat(told()).containsExactly(Kind.AUDIT_BROKEN);
        assertThat(lastTold().reason().what()).contains("rows 1 to 5 are missing", "restored or truncated");
    }
}
