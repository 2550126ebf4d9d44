package centrasage.settlements.journal;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.Mapped;
import centrasage.sage200.ledger.ChartOfAccounts;
import centrasage.sage200.ledger.NominalAccount;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal must be, and what is said of one that is not. */
class JournalPlannerTest {
    private static final Mapped<String> SUSPENSE = new Mapped.Found<>("9998");
    private static final Mapped<String> NO_SUSPENSE =
            new Mapped.Missing<>(new Reason("NOMINAL_NOT_MAPPED", Owner.FINANCE, "nominals.csv has no row", "Add one"));

    private static final ChartOfAccounts CHART = new ChartOfAccounts(
            Currency.getInstance("GBP"),
            Map.of(
                    1L, new NominalAccount("7901", "", ""),
                    2L, new NominalAccount("2109", "", ""),
                    3L, new NominalAccount("4000", "WEB", "UK"),
                    4L, new NominalAccount("9998", "", ""),
                    5L, new NominalAccount("1100", "", "")),
            Set.of(5L));

    private static JournalPlanner.Planned plan(Mapped<String> suspense, Proposal.Line... lines) {
        return new JournalPlanner(CHART, suspense, Optional.empty()).plan(JournalWorld.proposal(lines));
    }

    private static List<String> faults(Proposal.Line... lines) {
        return plan(SUSPENSE, lines).faults().stream()
                .map(fault -> fault.field() + " = " + fault.value() + ": " + fault.what())
                .toList();
    }

    private static Proposal.Line debit(String account, String amount) {
        return JournalWorld.debit(account, amount);
    }

    private static Proposal.Line credit(String account, String amount) {
        return JournalWorld.credit(account, amount);
    }

    @Test
    void a_journal_has_its_lines_as_they_were_asked_for_with_codes_as_sage_writes_them() {
        JournalPlanner.Planned planned = plan(SUSPENSE, debit("7901", "10"), credit("4000/web/uk", "10.00"));
        assertThat(planned.faults()).isEmpty();
        assertThat(planned.content().lines())
                .extracting(JournalLine::toString)
                .containsExactly("7901 debit GBP 10.00", "4000/WEB/UK credit GBP 10.00");
        assertThat(planned.content().lines()).noneMatch(JournalLine::isSuspense);
        assertThat(planned.content().lines())
                .extracting(JournalLine::narrative)
                .containsOnly("Fees of October, accrued");
        assertThat(planned.content().total()).hasToString("GBP 10.00");
    }

    @Test
    void an_account_that_sage_does_not_have_becomes_the_suspense_account_and_says_so() {
        JournalPlanner.Planned planned = plan(SUSPENSE, debit("7999/WEB/", "10.00"), credit("2109", "10.00"));
        assertThat(planned.faults()).isEmpty();
        assertThat(planned.content().lines())
                .extracting(line -> line.account() + " for " + line.askedFor())
                .containsExactly("9998 for 7999/WEB/", "2109 for ");
    }

    @Test
    void the_codes_count_together_with_cost_centre_and_department() {
        assertThat(plan(SUSPENSE, debit("4000", "10.00"), credit("4000/WEB/UK", "10.00"))
                        .content()
                        .lines())
                .extracting(JournalLine::isSuspense)
                .containsExactly(true, false);
    }

    @Test
    void without_a_suspense_account_an_unknown_one_is_refused_with_the_remedy() {
        assertThat(plan(NO_SUSPENSE, debit("7999", "10.00"), credit("2109", "10.00"))
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("lines[0].nominal");
                    assertThat(fault.value()).isEqualTo("7999");
                    assertThat(fault.what()).endsWith("nominals.csv names no suspense account");
                    assertThat(fault.remedy()).contains("map the purpose suspense in nominals.csv");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999", "1100"})
    void a_suspense_account_that_is_not_there_or_closed_is_none(String account) {
        assertThat(plan(new Mapped.Found<>(account), debit("7999", "10.00"), credit("2109", "10.00"))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).contains(account + " of nominals.csv is not there"));
    }

    @Test
    void an_account_that_takes_no_journals_is_refused_and_nothing_goes_to_suspense() {
        assertThat(faults(debit("1100", "10.00"), credit("2109", "10.00")))
                .containsExactly(
                        "lines[0].nominal = 1100: the account is hidden in Sage 200, or takes no journals of people");
    }

    @Test
    void what_does_not_balance_is_refused_to_the_penny() {
        assertThat(faults(debit("7901", "10.00"), credit("2109", "9.99")))
                .containsExactly("lines = debits GBP 10.00, credits GBP 9.99: they differ by GBP 0.01");
    }

    @Test
    void one_line_is_no_journal_and_very_many_are_none_either() {
        assertThat(faults(debit("7901", "10.00"))).contains("lines = 1 lines: a journal has 2 to 200");
        assertThat(faults(Collections.nCopies(201, debit("7901", "1.00")).toArray(Proposal.Line[]::new)))
                .contains("lines = 201 lines: a journal has 2 to 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1.00", "1.001", "1000000000.00"})
    void an_amount_is_above_nothing_exact_and_not_beyond_reason(String amount) {
        assertThat(faults(debit("7901", amount), credit("2109", "1.00")))
                .containsExactly("lines[0].debit = " + amount + ": is no amount of a journal");
    }

    @Test
    void a_line_has_a_debit_or_a_credit() {
        BigDecimal one = BigDecimal.ONE;
        NominalAccount account = new NominalAccount("7901", "", "");
        assertThat(faults(new Proposal.Line(account, one, one, ""), new Proposal.Line(account, null, null, "")))
                .containsExactly(
                        "lines[0].debit = 1 and credit 1: a line has a debit or a credit",
                        "lines[1].debit = none and credit none: a line has a debit or a credit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void what_a_spreadsheet_would_take_for_a_formula_is_no_narrative(String narrative) {
        Proposal.Line line = new Proposal.Line(new NominalAccount("7901", "", ""), BigDecimal.TEN, null, narrative);
        assertThat(faults(line, credit("2109", "10.00")))
                .containsExactly("lines[0].narrative = " + narrative + ": a spreadsheet takes it for a formula");
    }

    @Test
    void a_narrative_is_one_line() {
        Proposal.Line line = new Proposal.Line(new NominalAccount("7901", "", ""), BigDecimal.TEN, null, "fees\n=1+1");
        assertThat(faults(line, credit("2109", "10.00")))
                .singleElement()
                .asString()
                .contains("line break");
    }

    @Test
    void a_date_that_the_nominal_ledger_does_not_take_is_refused_in_sages_words() {
        assertThat(new JournalPlanner(CHART, SUSPENSE, Optional.of("The period is closed."))
                        .plan(JournalWorld.proposal(debit("7901", "10.00"), credit("2109", "10.00")))
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("date");
                    assertThat(fault.value()).isEqualTo("2026-11-20");
                    assertThat(fault.what()).endsWith("The period is closed.");
                });
    }

    @Test
    void all_that_is_wrong_is_told_together() {
        assertThat(faults(debit("1100", "10.001"), credit("2109", "0")))
                .extracting(fault -> fault.split(" ", 2)[0])
                .containsExactlyInAnyOrder("lines[0].debit", "lines[0].nominal", "lines[1].credit");
    }
}
