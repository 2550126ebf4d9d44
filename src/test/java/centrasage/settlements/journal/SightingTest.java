package centrasage.settlements.journal;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.sage200.ledger.ChartOfAccounts;
import centrasage.sage200.ledger.NominalAccount;
import centrasage.sage200.ledger.NominalEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of a journal in the nominal ledger, by what stands there under its reference. */
class SightingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ChartOfAccounts CHART = new ChartOfAccounts(
            Currency.getInstance("GBP"),
            Map.of(1L, new NominalAccount("7901", "", ""), 2L, new NominalAccount("2109", "", "")),
            Set.of());

    private static JournalLine line(String account, String value) {
        return new JournalLine(NominalAccount.parse(account), Money.of(value, "GBP"), "Fees", "");
    }

    private static String sighted(String... entries) {
        Journal journal = new Journal(
                7,
                "CSJ2611230800-7",
                new Journal.Content(
                        "33",
                        DAY,
                        "33/ADYGBP",
                        "Fees",
                        List.of(line("7901", "10.00"), line("7901", "2.00"), line("2109", "-12.00"))),
                JournalState.OPEN,
                "ann",
                NOW,
                NOW,
                "");
        List<NominalEntry> there = Stream.of(entries)
                .filter(entry -> !entry.isBlank())
                .map(SightingTest::entry)
                .toList();
        return Sighting.of(journal, there, CHART).match(urns -> "all as " + urns, () -> "nothing", what -> what);
    }

    /** {@code 1 10.00} or {@code 1 10.00 2026-11-21}. */
    private static NominalEntry entry(String text) {
        String[] words = text.strip().split(" ", -1);
        return new NominalEntry(
                "1001",
                Long.parseLong(words[0]),
                words.length > 2 ? LocalDate.parse(words[2]) : DAY,
                new BigDecimal(words[1]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | nothing",
                "1 10.00, 1 2.00, 2 -12.00 | all as 1001",
                "2 -12, 1 2.0, 1 10 | all as 1001",
                "1 10.00, 2 -12.00 | not there: 7901 debit GBP 2.00",
                "1 10.00 | not there: 7901 debit GBP 2.00, 2109 credit GBP 12.00",
                "1 10.00, 1 2.10, 2 -12.00 | not there: 7901 debit GBP 2.00; there and not of it: 7901 debit GBP 2.10",
                "1 10.00, 1 2.00, 2 -12.00, 2 -1.00 | there and not of it: 2109 credit GBP 1.00",
                "1 10.00, 1 2.00, 9 -12.00 | not there: 2109 credit GBP 12.00; there and not of it: account of id 9 credit GBP 12.00",
                "1 10.00, 1 2.00, 2 -12.00 2026-11-21 | not there: 2109 credit GBP 12.00;"
                        + " there and not of it: 2109 credit GBP 12.00 of 2026-11-21"
            })
    void it_is_there_when_every_line_is_with_its_account_amount_and_day(String entries, String words) {
        assertThat(sighted(entries.split(",", -1))).isEqualTo(words);
    }

    @Test
    void what_was_imported_again_is_there_twice() {
        assertThat(sighted("1 10", "1 2", "2 -12", "1 10", "1 2", "2 -12")).isEqualTo("it is there 2 times");
        assertThat(sighted("1 10", "1 2", "2 -12", "1 10", "1 2", "2 -12", "1 10", "1 2", "2 -12"))
                .isEqualTo("it is there 3 times");
    }

    @Test
    void what_was_imported_again_and_reversed_is_there_once() {
        assertThat(sighted("1 10", "1 2", "2 -12", "1 10", "1 2", "2 -12", "1 -10", "1 -2", "2 12"))
                .isEqualTo("all as 1001");
    }

    @Test
    void what_was_imported_and_reversed_is_not_there_as_it_should() {
        assertThat(sighted("1 10", "1 2", "2 -12", "1 -10", "1 -2", "2 12")).startsWith("there and not of it: ");
    }

    @Test
    void of_very_many_lines_the_first_are_named() {
        assertThat(sighted("1 1", "1 3", "1 4", "1 5", "1 6", "1 7", "1 8")).contains("7901 debit GBP 6.00 and 2 more");
    }
}
