package centrasage.settlements.journal;

import static centrasage.settlements.journal.JournalWorld.credit;
import static centrasage.settlements.journal.JournalWorld.debit;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.sync.record.AuditEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A journal from its proposal to Sage's nominal ledger, and all that can become of it on the way. */
class WatchJournalsTest {
    private final JournalWorld world = new JournalWorld();

    WatchJournalsTest() throws IOException {}

    @AfterEach
    void stop() {
        world.close();
    }

    private Journal proposed() {
        return world.proposed(debit("7901", "10.00"), credit("7902", "10.00"));
    }

    private Map<String, Long> watch() {
        assertThat(world.watch()).isEqualTo("COMPLETED");
        return world.settlements.counted();
    }

    private void pass(int days) {
        world.settlements.store.pass(Duration.ofDays(days));
    }

    private SettlementFinding only(Kind kind) {
        assertThat(world.settlements.found(kind)).hasSize(1);
        return world.settlements.found(kind).get(0);
    }

    private boolean isOver(Kind kind, Journal journal) {
        return world.settlements.isOver(kind, journal.reference());
    }

    private JournalState state(Journal journal) {
        return world.now(journal).state();
    }

    @Test
    void what_a_user_imports_is_seen_and_is_then_in_the_ledger_by_sages_number() {
        Journal journal = world.proposed(debit("7901", "10.00"), debit("7999", "2.50"), credit("7902", "12.50"));
        assertThat(watch()).isEqualTo(Map.of("journals seen", 0L, "journals not there", 1L));
        assertThat(state(journal)).isEqualTo(JournalState.OPEN);

        world.importFile(world.file(journal));

        assertThat(watch()).isEqualTo(Map.of("journals seen", 1L));
        assertThat(state(journal)).isEqualTo(JournalState.SEEN);
        assertThat(world.now(journal).note()).isEqualTo("in the nominal ledger as 1001");
        assertThat(world.settlements.findings.events()).isEmpty();
        assertThat(world.settlements.store.audit().of(journal.reference()))
                .extracting(AuditEntry::action)
                .containsExactly("JOURNAL_PROPOSED", "JOURNAL_SEEN");
        assertThat(watch()).as("not counted again").isEqualTo(Map.of("journals seen", 0L, "journals still there", 1L));
        pass(8);
        assertThat(watch()).as("nothing is asked any more").isEmpty();
    }

    @Test
    void nobody_is_asked_where_there_are_no_journals() {
        world.goAway();
        assertThat(watch()).isEmpty();
    }

    @Test
    void what_is_there_in_part_is_told_with_its_lines_and_is_over_once_it_is_whole() {
        Journal journal = proposed();
        world.importFile(world.file(journal).replace("7902", "2300"));
        assertThat(watch()).containsEntry("journals that differ", 1L);
        assertThat(state(journal)).isEqualTo(JournalState.OPEN);
        SettlementFinding told = only(Kind.JOURNAL_DIFFERS);
        assertThat(told.company()).isEqualTo("33");
        assertThat(told.subject()).isEqualTo(journal.reference());
        assertThat(told.atRisk()).isEqualTo(Money.of("10.00", "GBP"));
        assertThat(told.reasons().get(0).owner()).isEqualTo(Owner.FINANCE);
        assertThat(told.reasons().get(0).what())
                .endsWith("not there: 7902 credit GBP 10.00; there and not of it: 2300 credit GBP 10.00");
        assertThat(told.reasons().get(0).remedy()).contains(journal.reference());

        world.importFile(
                ("AccountNumber,CostCentre,Department,TransactionDate,Reference,Narrative,DebitValue,CreditValue\n"
                                + "2300,,,20/11/2026,REF,Put right,10.00,0.00\n"
                                + "7902,,,20/11/2026,REF,Put right,0.00,10.00\n")
                        .replace("REF", journal.reference()));
        watch();
        assertThat(state(journal)).isEqualTo(JournalState.SEEN);
        assertThat(isOver(Kind.JOURNAL_DIFFERS, journal)).isTrue();
    }

    @Test
    void what_is_there_with_another_amount_or_date_is_told() {
        Journal amount = proposed();
        world.importFile(world.file(amount).replace("10.00", "10.01"));
        watch();
        assertThat(only(Kind.JOURNAL_DIFFERS).reasons().get(0).what()).contains("debit GBP 10.01");
        Journal date = world.proposed(debit("7901", "3.00"), credit("7902", "3.00"));
        world.importFile(world.file(date).replace("20/11/2026", "30/11/2026"));
        watch();
        assertThat(world.settlements.found(Kind.JOURNAL_DIFFERS))
                .last()
                .satisfies(told -> assertThat(told.reasons().get(0).what()).contains("debit GBP 3.00 of 2026-11-30"));
    }

    @Test
    void what_nobody_imports_is_told_when_it_is_late_and_is_over_once_it_is_there() {
        Journal journal = proposed();
        pass(7);
        watch();
        assertThat(world.settlements.found(Kind.JOURNAL_NOT_IMPORTED)).isEmpty();
        pass(1);
        watch();
        SettlementFinding told = only(Kind.JOURNAL_NOT_IMPORTED);
        assertThat(told.atRisk()).isEqualTo(Money.of("10.00", "GBP"));
        assertThat(told.reasons().get(0).what()).contains("ann", "adyen BrandGB batch 380 GBP");
        assertThat(told.reasons().get(0).remedy()).contains("Payouts, Journals, " + journal.reference());
        world.importFile(world.file(journal));
        watch();
        assertThat(isOver(Kind.JOURNAL_NOT_IMPORTED, journal)).isTrue();
        assertThat(state(journal)).isEqualTo(JournalState.SEEN);
    }

    @Test
    void what_is_imported_once_more_after_it_was_seen_is_open_again_until_it_is_reversed() {
        Journal journal = proposed();
        world.importFile(world.file(journal));
        watch();
        world.importFile(world.file(journal));
        assertThat(watch()).containsEntry("journals that differ", 1L);
        assertThat(state(journal)).isEqualTo(JournalState.OPEN);
        assertThat(only(Kind.JOURNAL_DIFFERS).reasons().get(0).what()).endsWith("it is there 2 times");
        world.importFile(
                world.file(journal).replace("7901", "X").replace("7902", "7901").replace("X", "7902"));
        watch();
        assertThat(state(journal)).isEqualTo(JournalState.SEEN);
        assertThat(isOver(Kind.JOURNAL_DIFFERS, journal)).isTrue();
    }

    @Test
    void what_is_not_there_any_more_because_the_company_was_put_back_is_open_again() {
        Journal journal = proposed();
        world.control("POST", "snapshot", "{}");
        world.importFile(world.file(journal));
        watch();
        assertThat(state(journal)).isEqualTo(JournalState.SEEN);
        world.control("POST", "restore", "{}");
        watch();
        assertThat(state(journal)).isEqualTo(JournalState.OPEN);
        world.importFile(world.file(journal));
        watch();
        assertThat(state(journal)).isEqualTo(JournalState.SEEN);
    }

    @Test
    void what_a_person_has_withdrawn_is_not_looked_for_and_nothing_is_told_of_it() {
        Journal journal = proposed();
        pass(8);
        watch();
        assertThat(world.fate().withdrawn(world.now(journal), "entered by hand", "ben"))
                .isTrue();
        assertThat(isOver(Kind.JOURNAL_NOT_IMPORTED, journal)).isTrue();
        assertThat(isOver(Kind.JOURNAL_DIFFERS, journal)).isTrue();
        assertThat(watch()).isEmpty();
        assertThat(world.fate().withdrawn(world.now(journal), "once more", "ben"))
                .isFalse();
    }

    /** The step had read it before: neither the state nor the word of the person is lost. */
    @Test
    void what_is_withdrawn_while_the_step_looks_for_it_stays_withdrawn() {
        Journal journal = proposed();
        world.fate().withdrawn(journal, "entered by hand", "ben");
        assertThat(world.fate().seen(journal, "1001")).isFalse();
        world.fate().differs(journal, "something");
        world.fate().notThere(journal, true);
        assertThat(state(journal)).isEqualTo(JournalState.WITHDRAWN);
        assertThat(world.settlements.findings.events()).isEmpty();
    }

    @Test
    void where_sage_cannot_be_asked_the_run_says_so_and_nothing_is_lost() {
        Journal journal = proposed();
        world.importFile(world.file(journal));
        world.goAway();
        assertThat(watch()).isEqualTo(Map.of("journals not looked for", 1L));
        assertThat(state(journal)).isEqualTo(JournalState.OPEN);
        assertThat(world.settlements.findings.events()).isEmpty();

        pass(8);
        watch();
        SettlementFinding told = only(Kind.JOURNAL_NOT_IMPORTED);
        assertThat(told.reasons().get(0).code()).isEqualTo("JOURNAL_NOT_LOOKED_FOR");
        assertThat(told.reasons().get(0).what()).startsWith("It is not known whether");

        world.comeBack();
        assertThat(watch()).isEqualTo(Map.of("journals seen", 1L));
        assertThat(isOver(Kind.JOURNAL_NOT_IMPORTED, journal)).isTrue();
    }
}
