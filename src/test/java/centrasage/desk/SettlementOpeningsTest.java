package centrasage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.settlements.file.SettlementKey;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with payouts and clearing banks stands among the exceptions, and closes by itself where it can. */
class SettlementOpeningsTest {
    private static final String BATCH = "adyen/BrandGB/380/GBP";
    private static final Money MONEY = Money.of("29.90", "GBP");

    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    private final Openings openings = new Openings(DeskBeans.register(world));
    private final Desk desk = DeskBeans.desk(world);

    private void found(Kind kind, String subject, Money atRisk, String... what) {
        List<Reason> reasons = List.of(what).stream()
                .map(words -> new Reason(kind.name(), Owner.FINANCE, words, "Ask the provider"))
                .toList();
        world.transactions().inNew(() -> {
            openings.found(new SettlementFinding(kind, "33", subject, atRisk, reasons));
            return true;
        });
    }

    private void over(Kind kind, String subject) {
        world.transactions().inNew(() -> {
            openings.over(new SettlementFinding.Over(kind, subject));
            return true;
        });
    }

    private List<BusinessException> open() {
        return desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 10);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_kind_opens_one_with_its_money_and_closes_it_when_it_is_over(Kind kind) {
        found(kind, BATCH, MONEY, "Two lines settle nothing", "One is a correction");
        assertThat(open()).singleElement().satisfies(exception -> {
            assertThat(exception.kind().name()).isEqualTo(kind.name());
            assertThat(exception.company()).isEqualTo("33");
            assertThat(exception.sourceKey()).isEqualTo(BATCH);
            assertThat(exception.atRisk()).isEqualTo(MONEY);
            assertThat(exception.owner()).isEqualTo(Owner.FINANCE);
            assertThat(exception.headline()).isEqualTo("Two lines settle nothing");
            assertThat(exception.reasons()).hasSize(2);
            assertThat(exception.kind().isOfSettlement()).isTrue();
            assertThat(exception.kind().isAboutAnOrder()).isFalse();
        });
        over(kind, BATCH);
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void planning_again_helps_nothing_there(Kind kind) {
        found(kind, BATCH, MONEY, "Two lines settle nothing");
        assertThat(desk.retry(open().get(0).id(), "anna")).isFalse();
    }

    @Test
    void a_second_finding_of_the_same_batch_brings_the_first_up_to_date() {
        found(Kind.SETTLEMENT_UNMATCHED, BATCH, MONEY, "2 lines settle nothing");
        found(Kind.SETTLEMENT_UNMATCHED, BATCH, Money.of("19.90", "GBP"), "1 line settles nothing");
        found(Kind.SETTLEMENT_UNMATCHED, "adyen/BrandGB/381/GBP", MONEY, "3 lines settle nothing");
        assertThat(open())
                .extracting(BusinessException::headline)
                .containsExactlyInAnyOrder("1 line settles nothing", "3 lines settle nothing");
        assertThat(open()).extracting(BusinessException::atRisk).contains(Money.of("19.90", "GBP"));
    }

    @Test
    void what_is_over_of_one_kind_or_subject_leaves_the_others_open() {
        found(Kind.SETTLEMENT_NOT_PROVEN, BATCH, MONEY, "It does not hold together");
        found(Kind.SETTLEMENT_DIFFERS, BATCH, MONEY, "It says something else");
        over(Kind.SETTLEMENT_NOT_PROVEN, "adyen/BrandGB/381/GBP");
        over(Kind.SETTLEMENT_UNMATCHED, BATCH);
        assertThat(open()).hasSize(2);
        over(Kind.SETTLEMENT_NOT_PROVEN, BATCH);
        assertThat(open())
                .extracting(BusinessException::kind)
                .containsExactly(BusinessException.Kind.SETTLEMENT_DIFFERS);
    }

    @Test
    void of_those_that_begin_alike_only_what_stands_still_stays_open() {
        found(Kind.SETTLEMENT_FILE, "profile/a.properties", MONEY, "A fault");
        found(Kind.SETTLEMENT_FILE, "profile/b.properties", MONEY, "A fault");
        found(Kind.SETTLEMENT_FILE, "profile.csv", MONEY, "It is no file of a provider");
        found(Kind.SETTLEMENT_NOT_PROVEN, "profile/c", MONEY, "It does not hold together");
        world.transactions().inNew(() -> {
            openings.only(new SettlementFinding.Only(Kind.SETTLEMENT_FILE, "profile/", Set.of("profile/b.properties")));
            return true;
        });
        assertThat(open())
                .extracting(BusinessException::sourceKey)
                .containsExactlyInAnyOrder("profile/b.properties", "profile.csv", "profile/c");
        found(Kind.SETTLEMENT_FILE, "profile/a.properties", MONEY, "A fault");
        assertThat(open()).hasSize(4);
    }

    @Test
    void what_closed_by_itself_opens_again_when_it_comes_back() {
        found(Kind.CLEARING_DIFFERS, "33/ADYGBP", MONEY, "The clearing bank differs");
        over(Kind.CLEARING_DIFFERS, "33/ADYGBP");
        found(Kind.CLEARING_DIFFERS, "33/ADYGBP", MONEY, "The clearing bank differs");
        assertThat(open()).hasSize(1);
    }

    @Test
    void a_bank_that_a_person_has_explained_opens_again_with_the_next_proof_that_differs() {
        found(Kind.CLEARING_DIFFERS, "33/ADYGBP", MONEY, "The clearing bank differs");
        desk.resolve(open().get(0).id(), "anna", "an entry by hand");
        found(Kind.CLEARING_DIFFERS, "33/ADYGBP", MONEY, "The clearing bank differs");
        assertThat(open()).hasSize(1);
    }

    @Test
    void a_corrected_batch_that_a_person_has_compared_stays_closed_while_it_says_the_same() {
        found(Kind.SETTLEMENT_DIFFERS, BATCH, MONEY, "It says something else");
        desk.resolve(open().get(0).id(), "anna", "entered by hand");
        found(Kind.SETTLEMENT_DIFFERS, BATCH, MONEY, "It says something else");
        assertThat(open()).isEmpty();
        found(Kind.SETTLEMENT_DIFFERS, BATCH, MONEY, "It says yet something else");
        assertThat(open()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CLEARING_DIFFERS, CRITICAL",
        "SETTLEMENT_FILE, HIGH",
        "SETTLEMENT_NOT_PROVEN, HIGH",
        "SETTLEMENT_DIFFERS, HIGH",
        "NEVER_PAID_OUT, HIGH",
        "FEES_DIFFER, MEDIUM",
        "SETTLEMENT_UNMATCHED, MEDIUM",
        "JOURNAL_DIFFERS, HIGH",
        "JOURNAL_NOT_IMPORTED, MEDIUM"
    })
    void a_clearing_bank_that_does_not_prove_weighs_most(Kind kind, Severity severity) {
        found(kind, BATCH, MONEY, "something");
        assertThat(open().get(0).severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_name_of_any_batch_fits_however_long_its_provider_calls_it(Kind kind) {
        SettlementKey key = new SettlementKey(
                "p".repeat(40), "Zoë’s " + "a".repeat(74), "b".repeat(80), Currency.getInstance("GBP"));
        found(kind, key.name(), MONEY, "something");
        assertThat(open().get(0).sourceKey()).isEqualTo(key.name());
    }
}
