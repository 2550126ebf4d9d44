package centrasage.settlements.post;

import static centrasage.settlements.post.CashBookWorld.DAY;
import static centrasage.settlements.post.CashBookWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.simulator.http.FaultKind;
import centrasage.sync.posting.LosesItsAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider keeps, as it is posted to the banks of a simulated Sage with its tax code and its VAT. */
class ChargeTargetTest {
    private static final String SECOND = "0A1B2C3D4E5F6G7H8I9J";

    private final CashBookWorld world = new CashBookWorld();

    ChargeTargetTest() throws IOException {}

    @AfterEach
    void stop() {
        world.close();
    }

    private static Command charge(BankEntry.Way way, String bank, Money value, Money tax, String nominal, int taxCode) {
        BankEntry entry = new BankEntry(
                way,
                "33",
                bank,
                "ADYEN 380 GBP",
                SECOND,
                DAY,
                value,
                tax,
                nominal,
                taxCode,
                null,
                "fee (commission) of " + value);
        return CashBookWorld.command(PostingKind.SETTLEMENT_CHARGE, value, DAY, BankEntryJson.write(entry));
    }

    private static Command fee(String bank, int taxCode) {
        return charge(BankEntry.Way.PAYMENT, bank, Money.of("12.00", "GBP"), Money.of("2.00", "GBP"), "7901", taxCode);
    }

    /** In a bank of another currency than the company's the tax stands in the header; Sage shows it the same way. */
    @ParameterizedTest
    @CsvSource({
        "PAYMENT, ADYGBP, GBP, 12.00, 2.00, 1, -12.00",
        "PAYMENT, ADYGBP, GBP, 12.00, 0.00, 90, -12.00",
        "PAYMENT, ADYGBP, GBP, 12.00, 0.00, 1, -12.00",
        "RECEIPT, ADYGBP, GBP, 12.00, 2.00, 1, 12.00",
        "PAYMENT, ADYEUR, EUR, 12.00, 2.00, 1, -12.00",
        "PAYMENT, ADYEUR, EUR, 12.00, 0.00, 90, -12.00",
        "PAYMENT, ADYSEK, SEK, 12.00, 0.00, 1, -12.00",
        "RECEIPT, ADYSEK, SEK, 12.00, 2.00, 1, 12.00",
    })
    void it_is_posted_with_exactly_its_vat_and_tax_code(
            BankEntry.Way way, String bank, String currency, String value, String tax, int taxCode, BigDecimal moved)
            throws Exception {
        Command command = charge(way, bank, Money.of(value, currency), Money.of(tax, currency), "7901", taxCode);
        assertThat(world.find(command)).isEqualTo(new Finding.Absent());

        assertThat(world.send(command)).isInstanceOf(Outcome.Posted.class);

        assertThat(world.rows(bank)).singleElement().satisfies(row -> {
            assertThat(value(row)).isEqualByComparingTo(moved);
            assertThat(taxed(row, "code").intValueExact()).isEqualTo(taxCode);
            assertThat(taxed(row, "tax_amount")).isEqualByComparingTo(tax);
            assertThat(taxed(row, "goods_amount"))
                    .isEqualByComparingTo(new BigDecimal(value).subtract(new BigDecimal(tax)));
            assertThat(row.at("/nominal_analysis_items/0/code").asText()).isEqualTo("7901");
            assertThat(row.path("reference").asText()).isEqualTo("ADYEN 380 GBP");
            assertThat(row.path("second_reference").asText()).isEqualTo(SECOND);
            assertThat(row.path("transaction_date").asText()).startsWith("2026-11-23");
        });
        assertThat(world.find(command)).isInstanceOf(Finding.Found.class);
    }

    private static BigDecimal taxed(JsonNode row, String field) {
        return new BigDecimal(row.at("/tax_analysis_items/0/" + field).asText());
    }

    @LosesItsAnswer
    void an_answer_that_is_lost_leaves_a_doubt_that_reading_back_resolves(FaultKind fault) throws Exception {
        world.sage.faults().order(fault, SECOND, 1);
        world.post(fee("ADYGBP", 1));
        assertThat(world.state(fee("ADYGBP", 1))).isEqualTo(PostingState.IN_DOUBT);
        world.resolve(fee("ADYGBP", 1));
        assertThat(world.state(fee("ADYGBP", 1))).isEqualTo(PostingState.POSTED);
        assertThat(world.rows("ADYGBP")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"NOBANK, 90, CLEARING_BANK", "ADYGBP, 77, CHARGE_TAX_CODE"})
    void what_sage_lacks_is_a_matter_of_finance_and_nothing_is_sent(String bank, int taxCode, String code)
            throws Exception {
        assertThat(CashBookWorld.codes(world.find(fee(bank, taxCode)))).containsExactly(code);
        assertThat(world.send(fee(bank, taxCode)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.passing()).isTrue());
        assertThat(world.rows("ADYGBP")).isEmpty();
    }

    @Test
    void all_that_sage_lacks_is_told_at_once() throws Exception {
        world.closePeriod();
        assertThat(CashBookWorld.codes(world.find(fee("NOBANK", 77))))
                .containsExactly("CLEARING_BANK", "CHARGE_TAX_CODE", "PERIOD_CLOSED");
    }

    @Test
    void another_value_and_the_other_way_are_a_persons() throws Exception {
        world.send(fee("ADYGBP", 1));
        for (Command other : new Command[] {
            charge(BankEntry.Way.PAYMENT, "ADYGBP", Money.of("12.01", "GBP"), Money.of("2.00", "GBP"), "7901", 1),
            charge(BankEntry.Way.RECEIPT, "ADYGBP", Money.of("12.00", "GBP"), Money.of("2.00", "GBP"), "7901", 1)
        }) {
            assertThat(world.find(other))
                    .isInstanceOfSatisfying(
                            Finding.Different.class,
                            different -> assertThat(different.reason().code()).isEqualTo("OTHER_ENTRY_UNDER_KEY"));
        }
    }

    @Test
    void a_charge_of_other_references_or_of_another_bank_is_none_of_ours() throws Exception {
        world.send(fee("ADYGBP", 1));
        assertThat(world.find(fee("KLAGBP", 1))).isEqualTo(new Finding.Absent());
        world.change(world.rows("ADYGBP").get(0), "second_reference", SECOND + "X");
        assertThat(world.find(fee("ADYGBP", 1))).isEqualTo(new Finding.Absent());
    }

    @Test
    void an_account_that_sage_has_not_is_refused_and_leaves_nothing_behind() throws Exception {
        Command command =
                charge(BankEntry.Way.PAYMENT, "ADYGBP", Money.of("12.00", "GBP"), Money.of("2.00", "GBP"), "7777", 1);
        assertThat(world.send(command))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason.what()).contains("7777")));
        assertThat(world.rows("ADYGBP")).isEmpty();
    }

    /** A bank of the company's own currency has none, and Sage would refuse it. */
    @ParameterizedTest
    @CsvSource({"ADYEUR, EUR, -9.60", "ADYGBP, GBP, -12.00"})
    void a_rate_is_stated_where_the_bank_has_another_currency(String bank, String currency, BigDecimal base)
            throws Exception {
        Money value = Money.of("12.00", currency);
        BankEntry entry = new BankEntry(
                BankEntry.Way.PAYMENT,
                "33",
                bank,
                "ADYEN 380 EUR",
                SECOND,
                DAY,
                value,
                Money.zero(value.currency()),
                "7901",
                90,
                new BigDecimal("1.250000"),
                "fee (commission)");
        assertThat(world.send(
                        CashBookWorld.command(PostingKind.SETTLEMENT_CHARGE, value, DAY, BankEntryJson.write(entry))))
                .isInstanceOf(Outcome.Posted.class);
        assertThat(world.rows(bank).get(0).path("base_value").decimalValue()).isEqualByComparingTo(base);
    }
}
