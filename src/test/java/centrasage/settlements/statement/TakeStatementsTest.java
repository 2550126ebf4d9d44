package centrasage.settlements.statement;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.settle.SettleBeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step that takes bank statements from their folder. */
class TakeStatementsTest {
    private static final String HEADER = "account,date,amount,currency,text\n";

    @TempDir
    Path folder = Path.of("");

    private final SettlementWorld world = new SettlementWorld();

    @BeforeEach
    void load() {
        world.with("settlements.statements", folder.toString());
    }

    private void put(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(world.clock().instant().minusSeconds(60)));
    }

    private void take() throws Exception {
        StatementLines lines = world.store.transactions().bean(StatementLines.class, world.store.entities());
        TakeStatements step = new TakeStatements(
                world.settings(),
                lines,
                world.store
                        .transactions()
                        .bean(Arrivals.class, world.batches, world.lines, lines, world.findings, world.over),
                world.fileReport(),
                world.clock(),
                world.store.runCounts(),
                world.run());
        assertThat(step.process()).isEqualTo("COMPLETED");
    }

    private void paid(String number, String amount) {
        world.receive(MadeBatch.of(number)
                .payment("PSP" + number, "CAP", "1" + number, amount)
                .paidOut());
        SettleBeans.settle(world);
    }

    private static String line(String amount) {
        return "GB33," + MadeBatch.DAY.plusDays(2) + "," + amount + ",GBP,ADYEN\n";
    }

    @Test
    void a_statement_shows_that_a_payout_arrived_and_is_done() throws Exception {
        paid("380", "50.00");
        put("november.csv", HEADER + line("50.00") + line("-12.00"));
        take();
        assertThat(world.counted()).isEqualTo(Map.of("statement lines taken", 2L, "payouts seen on statements", 1L));
        assertThat(folder.resolve("done/november.csv")).exists();
        assertThat(world.found(Kind.PAYOUT_NOT_ARRIVED)).isEmpty();
    }

    /** As it is where a run died between what it wrote down and the file that it moved. */
    @Test
    void the_same_statement_again_brings_nothing_new() throws Exception {
        paid("380", "50.00");
        put("november.csv", HEADER + line("50.00"));
        take();
        assertThat(world.counted()).containsEntry("statement lines taken", 1L);
        put("november-again.csv", HEADER + line("50.00"));
        take();
        assertThat(world.counted()).containsEntry("statement lines taken", 0L);
        assertThat(folder.resolve("done/november-again.csv")).exists();
    }

    @Test
    void one_that_cannot_be_read_is_held_and_told_and_the_others_are_taken() throws Exception {
        put("bad.csv", HEADER + line("1,200.00"));
        put("good.csv", HEADER + line("50.00"));
        take();
        assertThat(folder.resolve("held/bad.csv")).exists();
        assertThat(folder.resolve("done/good.csv")).exists();
        assertThat(world.found(Kind.SETTLEMENT_FILE)).singleElement().satisfies(told -> {
            assertThat(told.subject()).isEqualTo("statement:bad.csv");
            assertThat(told.reasons().get(0).code()).isEqualTo("UNREADABLE_STATEMENT");
        });
        put("bad.csv", HEADER + line("1200.00"));
        take();
        assertThat(world.isOver(Kind.SETTLEMENT_FILE, "statement:bad.csv")).isTrue();
    }

    @Test
    void one_that_fails_in_a_way_that_nobody_foresaw_stays_and_holds_up_no_other() throws Exception {
        put("a.csv", HEADER + line("70.00").replace("ADYEN", "x".repeat(60)));
        put("b.csv", HEADER + line("50.00"));
        world.store
                .database()
                .execute("ALTER TABLE bank_statement_line ADD CONSTRAINT brief CHECK (LENGTH(line_text) < 50)");
        try {
            take();
        } finally {
            world.store.database().execute("ALTER TABLE bank_statement_line DROP CONSTRAINT brief");
        }
        assertThat(folder.resolve("a.csv")).exists();
        assertThat(folder.resolve("done/b.csv")).exists();
        assertThat(world.found(Kind.SETTLEMENT_FILE)).singleElement().satisfies(told -> {
            assertThat(told.reasons().get(0).code()).isEqualTo("STATEMENT_FAILED");
            assertThat(told.reasons().get(0).owner()).isEqualTo(Owner.OPERATIONS);
        });
        assertThat(world.counted()).containsEntry("statements failed", 1L).containsEntry("statement lines taken", 1L);
    }
}
