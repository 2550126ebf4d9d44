package centrasage.payments.residue;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.money.Money;
import centrasage.payments.ResidueRules;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocument.NominalShare;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import centrasage.sage200.ledger.SalesDocumentJson;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pennies are cleared, by what, and when. */
class ResiduePlannerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    private final ResiduePlanner planner =
            new ResiduePlanner(new ResidueRules(new BigDecimal("0.05"), Period.ofDays(30)), SalesDocumentJson::write);
    private final Map<String, String> files = new TreeMap<>();

    @BeforeEach
    void map() throws MappingFaults {
        files.putAll(SeedFolder.texts(Path.of("docs/example-mappings")));
    }

    /** {@code RECEIPT 0.01}. */
    private static LeftOpen.Entry entry(String text) {
        String[] words = text.strip().split(" ");
        return new LeftOpen.Entry(EntryKind.valueOf(words[0]), DAY, Money.of(words[1], "GBP"));
    }

    private static LeftOpen left(int cleared, LeftOpen.Entry... entries) {
        return new LeftOpen("33", "33/C10234", "CENTGBP1", List.of(entries), cleared);
    }

    private Optional<Command> plan(LeftOpen account, LocalDate today) throws MappingFaults {
        return planner.plan(account, today, Mappings.parse(files).on(today));
    }

    private Optional<Command> plan(String entries) throws MappingFaults {
        return plan(
                left(
                        0,
                        Stream.of(entries.split(","))
                                .map(ResiduePlannerTest::entry)
                                .toArray(LeftOpen.Entry[]::new)),
                TODAY);
    }

    @Test
    void what_the_customer_owes_is_credited_to_the_nominal_of_rounding_without_vat() throws MappingFaults {
        Command command = plan(left(1, entry("RECEIPT 0.00"), entry("INVOICE 0.01")), TODAY)
                .orElseThrow();
        assertThat(command.key()).isEqualTo(new PostingKey("33", PostingKind.PENNY_CREDIT, "10234/PENNIES-2"));
        assertThat(command.object()).isEqualTo("33/C10234");
        assertThat(command.vat()).isEqualTo(Money.of("0.00", "GBP"));
        assertThat(SalesDocumentJson.read(command.document()))
                .isEqualTo(new SalesDocument(
                        EntryKind.CREDIT_NOTE,
                        "33",
                        "CENTGBP1",
                        "C10234",
                        "PENNIES-2",
                        TODAY,
                        Money.of("0.01", "GBP"),
                        List.of(new TaxShare(91, new BigDecimal("0.01"), BigDecimal.ZERO)),
                        List.of(new NominalShare("4900", new BigDecimal("0.01")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVOICE 0.01                  | PENNY_CREDIT 0.01",
                "PAYMENT 0.02                  | PENNY_CREDIT 0.02",
                "INVOICE 0.02, PAYMENT 0.03    | PENNY_CREDIT 0.05",
                "RECEIPT 0.01                  | PENNY_INVOICE 0.01",
                "CREDIT_NOTE 0.05              | PENNY_INVOICE 0.05",
                "RECEIPT 0.02, CREDIT_NOTE 0.01| PENNY_INVOICE 0.03",
                "INVOICE 0.03, PAYMENT 0.03    | none",
                "RECEIPT 0.06                  | none",
                "RECEIPT 0.01, INVOICE 0.01    | none",
                "RECEIPT 0.00, INVOICE 0.00    | none"
            })
    void pennies_on_one_side_are_cleared_and_nothing_else(String entries, String wanted) throws MappingFaults {
        assertThat(plan(entries)
                        .map(command -> command.key().kind() + " "
                                + command.amount().amount().toPlainString())
                        .orElse("none"))
                .isEqualTo(wanted);
    }

    @Test
    void they_stay_open_until_nothing_has_come_to_the_account_for_long_enough() throws MappingFaults {
        LeftOpen.Entry settled = new LeftOpen.Entry(EntryKind.RECEIPT, DAY.plusDays(3), Money.of("0.00", "GBP"));
        LeftOpen account = left(0, entry("INVOICE 0.01"), settled);
        assertThat(plan(account, TODAY.plusDays(2))).isEmpty();
        assertThat(plan(account, TODAY.plusDays(3))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"'4900,,,91', ',,,91'", "'4900,,,91', '4900,,,'", "'33,rounding,ROUNDING,*', '33,rounding,ROUNDING,SEK'"
    })
    void without_a_nominal_account_and_a_tax_code_they_are_only_listed(String row, String by) throws MappingFaults {
        files.computeIfPresent("nominals.csv", (name, text) -> text.replace(row, by));
        assertThat(plan("INVOICE 0.01")).isEmpty();
    }
}
