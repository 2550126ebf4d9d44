package centrasage.settlements.opening;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.event.SettlementFinding;
import centrasage.mapping.MappingFaults;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.BatchState;
import centrasage.sync.ledger.ClearingEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stood in the clearing banks at the cut-over, as a file tells it. */
class TakeOpeningItemsTest {
    private static final String HEADER = "order,reference,date,amount,currency,clearing_bank";

    @TempDir
    Path folder = Path.of("");

    private final SettlementWorld world = new SettlementWorld();

    private long take(String... lines) throws IOException, MappingFaults {
        Path file = folder.resolve("opening-items.csv");
        Files.write(file, List.of(lines));
        world.with("settlements.opening-items", file.toString());
        return world.opening().take();
    }

    private List<ClearingEntry> open() {
        return world.entries.open("33", "ADYGBP", 0, 10);
    }

    @Test
    void each_line_is_an_entry_of_its_clearing_bank() throws Exception {
        assertThat(take(HEADER, "9871,PSP1,2026-10-30,129.00,GBP,ADYGBP", "9855,PSP2,2026-10-29,-35.00,GBP,ADYGBP"))
                .isEqualTo(2);
        assertThat(open())
                .extracting(ClearingEntry::effect)
                .containsExactly(Money.of("129.00", "GBP"), Money.of("-35.00", "GBP"));
        assertThat(open().get(0).origin()).isEqualTo(ClearingEntry.Origin.OPENING_RECEIPT);
    }

    @Test
    void the_same_file_again_changes_nothing_and_two_equal_lines_are_two() throws Exception {
        String line = "9871,PSP1,2026-10-30,10.00,GBP,ADYGBP";
        assertThat(take(HEADER, line, line)).isEqualTo(2);
        assertThat(take(HEADER, line, line)).isZero();
        assertThat(open()).hasSize(2);
    }

    @Test
    void a_payout_after_the_cut_over_settles_what_is_from_before_it() throws Exception {
        take(HEADER, "9871,PSP1,2026-10-30,129.00,GBP,ADYGBP");
        MadeBatch made =
                MadeBatch.of("380").payment("PSP1", "CAP1", "9871", "129.00").paidOut();
        world.receive(made);
        SettleBeans.settle(world);
        assertThat(open()).isEmpty();
        assertThat(world.states(made)).containsExactly(BatchState.PLANNED);
        assertThat(take(HEADER, "9871,PSP1,2026-10-30,129.00,GBP,ADYGBP")).isZero();
        assertThat(open()).as("what is settled stays settled").isEmpty();
    }

    @Test
    void a_line_that_cannot_be_read_keeps_all_of_the_file_out_and_says_which() throws Exception {
        assertThat(take(
                        HEADER,
                        "9871,PSP1,2026-10-30,129.00,GBP,ADYGBP",
                        "9855,PSP2,2026-10-29,\"1,035.00\",GBP,ADYGBP"))
                .isZero();
        assertThat(open()).isEmpty();
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE))
                .singleElement()
                .satisfies(told -> assertThat(told.reasons().get(0).what())
                        .contains("line 3")
                        .contains("amount")
                        .contains("1,035.00"));
        take(HEADER, "9871,PSP1,2026-10-30,129.00,GBP,ADYGBP");
        assertThat(world.isOver(SettlementFinding.Kind.SETTLEMENT_FILE, "opening-items.csv"))
                .isTrue();
    }

    @Test
    void the_first_lines_that_cannot_be_read_are_told_at_once_with_what_their_writer_can_do() throws Exception {
        List<String> lines = new ArrayList<>(List.of(HEADER, "9871,PSP1,2026-10-30,129.00,GBP,ADYGBP"));
        for (int i = 0; i < 23; i++) {
            lines.add("9855,PSP2,29/10/2026,35.00,GBP,ADYGBP");
        }
        assertThat(take(lines.toArray(String[]::new))).isZero();
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.reasons().get(0).what())
                            .contains("line 3, date = \"29/10/2026\"", "line 22, date", "; and 3 more")
                            .doesNotContain("line 23");
                    assertThat(told.reasons().get(0).remedy())
                            .startsWith("Mend the file: days as 2026-11-23")
                            .doesNotContain("provider again");
                });
    }

    @Test
    void a_column_that_is_missing_is_for_who_wrote_the_file() throws Exception {
        take("order,reference,date,amount,currency", "9871,PSP1,2026-10-30,129.00,GBP");
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.reasons().get(0).what()).contains("clearing_bank", "the column is missing");
                    assertThat(told.reasons().get(0).remedy()).startsWith("Mend the file");
                });
    }

    /** The store would refuse it, and no settlement file would be taken any more. */
    @Test
    void a_value_that_is_too_long_keeps_the_file_out_and_is_named() throws Exception {
        String order = "9".repeat(61);
        assertThat(take(HEADER, order + ",PSP1,2026-10-30,129.00,GBP,ADYGBP")).isZero();
        assertThat(take(HEADER, "9871,PSP1,2026-10-30,129.00,GBP,ADYGBP33X")).isZero();
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE))
                .extracting(told -> told.reasons().get(0).what())
                .satisfiesExactly(
                        what -> assertThat(what).contains(order, "is longer than 60 characters"),
                        what -> assertThat(what).contains("ADYGBP33X", "is longer than 8 characters"));
    }

    @Test
    void a_file_that_is_not_there_is_told() throws Exception {
        world.with("settlements.opening-items", folder.resolve("none.csv").toString());
        world.opening().take();
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE)).hasSize(1);
    }

    /** What is taken stays taken: a mistyped bank would differ for ever. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9872,PSP3,2026-10-30,1.00,GBP,NOBANK | clearing_bank = \"NOBANK\": neither gateways.csv",
                "9872,PSP3,2026-10-30,1.00,GBP,BANKGBP | clearing_bank = \"BANKGBP\": neither gateways.csv",
                "9872,PSP3,2066-10-30,1.00,GBP,ADYGBP | date = \"2066-10-30\": is in the future"
            })
    void what_can_be_read_and_cannot_be_meant_is_told_and_nothing_is_taken(String line, String why) throws Exception {
        assertThat(take(HEADER, "9871,PSP1,2026-10-30,10.00,GBP,ADYGBP", line)).isZero();
        assertThat(open()).isEmpty();
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE))
                .singleElement()
                .satisfies(told -> assertThat(told.reasons().get(0).what()).contains("order 9872", why));
    }

    /** Corrected in the file, it would be taken once more, as another. */
    @Test
    void what_was_taken_is_not_held_against_what_is_mapped_by_now() throws Exception {
        assertThat(take(HEADER, "9871,PSP1,2026-10-30,10.00,GBP,ADYGBP")).isOne();
        world.replace("gateways.csv", "company,gateway,currency,payment_method,clearing_bank\n");
        world.replace("settlement.csv", "company,psp,merchant_account,currency,clearing_bank,bank\n");
        assertThat(take(HEADER, "9871,PSP1,2026-10-30,10.00,GBP,ADYGBP")).isZero();
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE)).isEmpty();
    }

    /** What is in the file is known already: what Sage holds it with is what was missing. */
    @Test
    void what_sage_holds_an_item_with_can_be_said_at_once_or_later() throws Exception {
        String header = HEADER + ",base_value";
        take(header, "9871,PSP1,2026-10-30,100.00,EUR,ADYEUR,80.00", "9872,PSP2,2026-10-30,-50.00,EUR,ADYEUR,");
        assertThat(euros()).containsExactly("9871 80.00", "9872 null");
        assertThat(take(
                        header,
                        "9871,PSP1,2026-10-30,100.00,EUR,ADYEUR,70.00",
                        "9872,PSP2,2026-10-30,-50.00,EUR,ADYEUR,-41.67"))
                .isZero();
        assertThat(euros()).as("what was known stays").containsExactly("9871 80.00", "9872 41.67");
    }

    private List<String> euros() {
        return world.entries.open("33", "ADYEUR", 0, 10).stream()
                .map(entry -> entry.order() + " " + entry.base())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-80.00", "0.00", "80.001", "80;00"})
    void a_value_that_cannot_be_meant_keeps_all_of_the_file_out(String base) throws Exception {
        assertThat(take(HEADER + ",base_value", "9871,PSP1,2026-10-30,100.00,EUR,ADYEUR," + base))
                .isZero();
        assertThat(euros()).isEmpty();
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE))
                .singleElement()
                .satisfies(told -> assertThat(told.reasons().get(0).what()).contains("base_value", base));
    }

    @Test
    void a_column_that_says_nothing_is_told_with_those_that_do() throws Exception {
        assertThat(take(HEADER + ",base-value", "9871,PSP1,2026-10-30,100.00,EUR,ADYEUR,80.00"))
                .isZero();
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE))
                .singleElement()
                .satisfies(told -> assertThat(told.reasons().get(0).what()).contains("column base-value"));
    }
}
