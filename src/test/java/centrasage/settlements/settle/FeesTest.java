package centrasage.settlements.settle;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider has kept, held against its contract in {@code fees.csv}. */
class FeesTest {
    private final SettlementWorld world = new SettlementWorld();

    private void contract(String... rows) {
        world.map("fees.csv", rows);
    }

    private MadeBatch settled(MadeBatch batch) {
        MadeBatch paid = batch.paidOut();
        world.receive(paid);
        SettleBeans.settle(world);
        return paid;
    }

    private SettlementFinding told() {
        assertThat(world.found(Kind.FEES_DIFFER)).hasSize(1);
        return world.found(Kind.FEES_DIFFER).get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commission | 1.4 | | | | 0.70 | true",
                "commission | 1.4 | | | | 0.71 | false",
                "commission | 1.4 | | | | 0.69 | false",
                "commission | 1.41 | | | | 0.70 | true",
                "commission | 1.41 | | | | 0.71 | true",
                "commission | 1.4 | 0.10 | | | 0.80 | true",
                "commission | 1.4 | 0.10 | | | 0.70 | false",
                "commission | 1.4 | | | 10 | 0.77 | true",
                "commission | 1.4 | | | 10 | 0.79 | false",
                "all | 1.4 | | | | 0.70 | true",
                "all | 1.4 | | | | 0.90 | false",
                "markup | 1.4 | | | | 0.70 | false",
            })
    void one_payment_of_50_pounds(
            String kind, String percent, String each, String ofRefunds, String tolerance, String kept, boolean holds) {
        contract(String.join(",", "33,adyen,HarbourOnline,GBP", kind, percent, or(each), or(ofRefunds), or(tolerance)));
        MadeBatch batch = settled(MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00", kept));
        assertThat(world.found(Kind.FEES_DIFFER).isEmpty()).isEqualTo(holds);
        assertThat(world.isOver(Kind.FEES_DIFFER, batch.key().name())).isEqualTo(holds);
    }

    private static String or(String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void both_sums_and_how_the_contracts_comes_about_are_told() {
        contract("33,adyen,HarbourOnline,GBP,commission,1.4,0.10,kept,2");
        settled(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .payment("PSP2", "CAP2", "10235", "100.00", "2.00")
                .payment("PSP1", "REF1", "10234", "-50.00", "0.00"));
        assertThat(told().atRisk()).isEqualTo(Money.of("0.70", "GBP"));
        assertThat(told().company()).isEqualTo("33");
        assertThat(told().reasons())
                .singleElement()
                .satisfies(
                        reason -> assertThat(reason.what())
                                .isEqualTo(
                                        "Of the batch adyen HarbourOnline batch 380 GBP the provider kept fees (commission) of GBP 3.00, GBP 0.70"
                                                + " more than by fees.csv: 1.4 % of GBP 150.00 and 0.10 for each of 2 sales is GBP 2.30"));
    }

    @ParameterizedTest
    @CsvSource({"returned, true", "kept, false"})
    void a_provider_gives_its_part_of_a_refund_back_or_keeps_it(String ofRefunds, boolean holds) {
        contract("33,adyen,HarbourOnline,GBP,commission,2,," + ofRefunds + ",");
        settled(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .payment("PSP1", "REF1", "10234", "-25.00", "-0.50"));
        assertThat(world.found(Kind.FEES_DIFFER).isEmpty()).isEqualTo(holds);
    }

    @Test
    void payments_in_another_currency_count_with_what_they_are_worth_in_that_of_the_payout() {
        contract("33,adyen,HarbourOnline,GBP,commission,1,,,");
        settled(MadeBatch.of("380").foreign("PSP1", Money.of("100.00", "EUR"), "0.85"));
        assertThat(told().reasons().get(0).what()).endsWith("1 % of GBP 85.00 is GBP 0.85");
    }

    @Test
    void nothing_is_told_without_a_contract() {
        settled(MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00", "9.00"));
        assertThat(world.found(Kind.FEES_DIFFER)).isEmpty();
    }

    @Test
    void the_narrowest_contract_counts() {
        contract("33,adyen,*,*,commission,5,,,", "33,adyen,HarbourOnline,*,commission,2,,,");
        settled(MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00", "1.00"));
        assertThat(world.found(Kind.FEES_DIFFER)).isEmpty();
    }

    @Test
    void contracts_that_contradict_are_told_as_such() {
        contract("33,adyen,*,GBP,commission,5,,,", "33,adyen,HarbourOnline,*,commission,2,,,");
        settled(MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00", "1.00"));
        assertThat(told().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("MAPPING_AMBIGUOUS");
            assertThat(reason.what()).contains("fees.csv", "commission");
        });
    }

    @Test
    void it_is_over_once_the_contract_is_corrected_and_the_batch_looked_at_again() {
        contract("33,adyen,HarbourOnline,GBP,commission,5,,,");
        MadeBatch batch = settled(MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00", "1.00"));
        assertThat(told().subject()).isEqualTo(batch.key().name());
        world.unmap("fees.csv", "33,adyen");
        contract("33,adyen,HarbourOnline,GBP,commission,2,,,");
        SettleBeans.settle(world);
        assertThat(world.isOver(Kind.FEES_DIFFER, batch.key().name())).isTrue();
    }

    @Test
    void chargebacks_have_a_contract_of_their_own_and_lines_that_are_fees_count_as_processing() {
        contract("33,adyen,HarbourOnline,GBP,chargeback,0,7.50,,", "33,adyen,HarbourOnline,GBP,processing,1,,,");
        settled(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .other(LineKind.FEE, "-0.50")
                .other(LineKind.CHARGEBACK, "-20.00"));
        assertThat(told().reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.what())
                        .contains("fees (chargeback) of GBP 0.00, GBP 7.50 less")
                        .endsWith("0 % of GBP 20.00 and 7.50 for each of 1 chargebacks is GBP 7.50"));
    }

    /** 1.4 % of 50.00 is 0.70: of two fees each may have been rounded up, of one not both. */
    @ParameterizedTest
    @CsvSource({"0.69, 0.02, true", "0.71, 0.00, false", "0.69, 0.03, false"})
    void each_kind_of_fee_was_rounded_by_itself(String commission, String processing, boolean holds) {
        contract("33,adyen,HarbourOnline,GBP,all,1.4,,,");
        settled(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", commission)
                .other(LineKind.FEE, "-" + processing));
        assertThat(world.found(Kind.FEES_DIFFER).isEmpty()).isEqualTo(holds);
    }
}
