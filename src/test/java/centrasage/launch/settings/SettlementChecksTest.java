package centrasage.launch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings of settlement files may be, and what is said of those that may not. */
class SettlementChecksTest {
    private static Optional<String> fault(String key, String value) {
        return Catalogue.of(key).orElseThrow().faultOf(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settlements.inbox-quiet | PT0S",
                "settlements.inbox-quiet | PT1H",
                "settlements.types | adyen/ManualCorrected = ADJUSTMENT",
                "settlements.types | adyen/PaidOut=PAYOUT, stripe/topup = PAYOUT_RETURN,",
                "settlements.types | harbour-pay / Monthly price = FEE",
                "settlements.tolerance | 0",
                "settlements.tolerance | 1.00",
                "settlements.order-reference | (?<order>.+)",
                "settlements.order-reference | HL-(?<order>\\d+)(-\\d+)?",
                "settlements.paid-within | P1D",
                "settlements.paid-within | P92D",
                "settlements.journal-layout | nominal = AccountNumber, date = Day, reference = Ref, value = Value, '0' = UserNumber",
                "settlements.journal-layout | nominal,cost-centre,department,date,reference,narrative,debit,credit,''",
                "settlements.journal-dates | yyyy-MM-dd",
                "settlements.journal-dates | ddMMyy",
                "settlements.journal-within | P3D",
                "settlements.stripe.account | harbour",
                "settlements.stripe.payouts | implied",
                "settlements.stripe.payouts | in-the-file",
                "settlements.stripe.order-columns | payment_metadata[order], charge_metadata[order]",
                "settlements.klarna.signed | TRUE",
                "settlements.klarna.without-totals | false",
                "settlements.klarna.file-name | klarna_(?<account>.+)_(?<batch>.+)\\.csv",
                "settlements.paypal.uncounted | SC, ff",
                "settlements.profiles | src",
                "settlements.closed-period | next-open",
                "settlements.paypal.fetch-url | sftp://reports.paypal.com/ppreports/outgoing",
                "settlements.adyen.fetch-url | https://host/reports/batch_{batch}.csv",
                "settlements.other.fetch-url | http://127.0.0.1:8080/{date}.csv"
            })
    void a_good_value_is_taken(String key, String value) {
        assertThat(fault(key, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settlements.inbox-quiet | 30 | PT30S",
                "settlements.inbox-quiet | PT1H1S | PT1M",
                "settlements.inbox-quiet | -PT1S | PT30S",
                "settlements.types | adyen/PaidOut | adyen/ManualCorrected = ADJUSTMENT",
                "settlements.types | PaidOut = PAYOUT | adyen/ManualCorrected = ADJUSTMENT",
                "settlements.types | Adyen/PaidOut = PAYOUT | adyen/ManualCorrected = ADJUSTMENT",
                "settlements.types | adyen/PaidOut = payout | adyen/ManualCorrected = ADJUSTMENT",
                "settlements.types | adyen/PaidOut = MONEY | adyen/ManualCorrected = ADJUSTMENT",
                "settlements.types | adyen/ = PAYOUT; stripe/topup = PAYOUT | adyen/ManualCorrected = ADJUSTMENT",
                "settlements.tolerance | -0.01 | 0.05",
                "settlements.tolerance | 1.01 | 0.05",
                "settlements.tolerance | a penny | 0.05",
                "settlements.order-reference | (?<order>\\d+ | (?<order>\\d+)(-\\d+)?",
                "settlements.order-reference | \\d+ | (?<order>\\d+)(-\\d+)?",
                "settlements.paid-within | P0D | P90D",
                "settlements.paid-within | P93D | P60D",
                "settlements.paid-within | 14 days | P90D",
                "settlements.journal-layout | nominal, date, reference, debit | nominal = AccountNumber",
                "settlements.journal-layout | date, reference, value | nominal = AccountNumber",
                "settlements.journal-layout | nominal, date, reference, amount | cost-centre, credit, date, debit",
                "settlements.journal-layout | nominal, date, reference, value, 3 | cost-centre, credit, date, debit",
                "settlements.journal-layout | nominal = N, date, reference, value | a heading for each or for none",
                "settlements.journal-dates | soon | dd/MM/yyyy",
                "settlements.journal-dates | dd/MM | dd/MM/yyyy",
                "settlements.journal-within | P93D | P60D",
                "settlements.stripe.payouts | by-hand | in-the-file, implied",
                "settlements.klarna.signed | yes | true, false",
                "settlements.klarna.without-totals | no | true, false",
                "settlements.klarna.file-name | klarna_(?<account>.+).csv | klarna_(?<account>[A-Z0-9]+)_(?<batch>",
                "settlements.klarna.file-name | klarna_(?<batch>.+).csv | klarna_(?<account>[A-Z0-9]+)_(?<batch>",
                "settlements.klarna.file-name | [ | klarna_(?<account>[A-Z0-9]+)_(?<batch>",
                "settlements.paypal.uncounted | SC, XX | SC, RC, FF",
                "settlements.closed-period | never | next-open, hold, ask",
                "settlements.adyen.fetch-url | http://host/batch_{batch}.csv | sftp://",
                "settlements.adyen.fetch-url | https://host/report.csv | _{batch}.csv",
                "settlements.adyen.fetch-url | https://host/{date}/report.csv | _{batch}.csv",
                "settlements.adyen.fetch-url | https://host/report?batch={batch} | _{batch}.csv",
                "settlements.adyen.fetch-url | reports | sftp://"
            })
    void a_bad_value_is_refused_with_an_example(String key, String value, String example) {
        assertThat(fault(key, value))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith(key + " = \"" + value + "\": ")
                        .contains("expected")
                        .contains(example));
    }

    @Test
    void a_folder_of_profiles_must_be_there() {
        assertThat(fault("settlements.profiles", "/no/such/folder"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("no such folder"));
    }

    @Test
    void of_several_types_the_one_that_is_wrong_is_named() {
        assertThat(fault("settlements.types", "adyen/A = FEE, adyen/B = BIT, adyen/C = BAT"))
                .hasValueSatisfying(fault -> assertThat(fault).contains(": \"adyen/B = BIT\" is no type"));
    }
}
