package centrasage.settlements.journal;

import static centrasage.settlements.journal.JournalWorld.credit;
import static centrasage.settlements.journal.JournalWorld.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.flow.TargetUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A journal is checked in Sage 200 before it is written down. */
class ProposeJournalTest {
    private final JournalWorld world = new JournalWorld();

    ProposeJournalTest() throws IOException {}

    @AfterEach
    void stop() {
        world.close();
    }

    private List<Proposal.Fault> refused(Proposal proposal) {
        try {
            world.proposing().propose(proposal, "ann");
            throw new AssertionError("it was taken");
        } catch (ProposeJournal.Refused e) {
            assertThat(world.journals().latest(null, Long.MAX_VALUE, 9)).isEmpty();
            return e.faults();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_good_one_is_written_down_with_its_checklist() {
        Journal journal = world.proposed(debit("7901", "10.00"), credit("7999", "10.00"));
        assertThat(journal.content().lines())
                .extracting(JournalLine::toString, JournalLine::askedFor)
                .containsExactly(tuple("7901 debit GBP 10.00", ""), tuple("9998 credit GBP 10.00", "7999"));
        Checklist checklist = Checklist.of(journal, world.settings());
        assertThat(checklist.where()).contains("Import Ledger File");
        assertThat(checklist.totals()).isEqualTo("2 lines, debits GBP 10.00, credits GBP 10.00, of 2026-11-20.");
        assertThat(checklist.checks())
                .anyMatch(check -> check.startsWith(
                        "Line 2, 9998 credit GBP 10.00, was meant for 7999, which Sage 200 does not have"))
                .anyMatch(check -> check.contains(journal.reference()))
                .anyMatch(check -> check.contains("AccountNumber, CostCentre"));
        assertThat(checklist.then()).contains("P7D", "withdraw");
    }

    @Test
    void a_month_that_is_closed_for_the_nominal_ledger_is_refused() {
        world.control("PUT", "periods", "{\"date\": \"2026-11-20\", \"ledgers\": [\"LedgerNominal\"]}");
        assertThat(refused(JournalWorld.proposal(debit("7901", "10.00"), credit("7902", "10.00"))))
                .extracting(Proposal.Fault::field)
                .containsExactly("date");
    }

    @Test
    void hidden_accounts_and_those_of_the_ledgers_are_refused() {
        world.setAccount("7901", "account_status_type", "AccountStatusHidden");
        world.setAccount("7902", "allow_manual_journal_entries", false);
        assertThat(refused(JournalWorld.proposal(debit("7901", "10.00"), credit("7902", "10.00"))))
                .extracting(Proposal.Fault::field)
                .containsExactly("lines[0].nominal", "lines[1].nominal");
    }

    @Test
    void where_no_suspense_account_is_mapped_an_unknown_one_is_refused() {
        world.settlements.unmap("nominals.csv", "33,suspense");
        assertThat(refused(JournalWorld.proposal(debit("7901", "10.00"), credit("7999", "10.00"))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).contains("names no suspense account"));
    }

    @Test
    void a_company_that_nobody_knows_here_is_refused_and_sage_is_not_asked() {
        world.goAway();
        Proposal good = JournalWorld.proposal(debit("7901", "10.00"), credit("7902", "10.00"));
        assertThat(refused(new Proposal("99", good.date(), good.about(), good.narrative(), good.lines())))
                .singleElement()
                .satisfies(fault -> assertThat(fault.remedy()).contains("33"));
    }

    @Test
    void where_sage_cannot_be_asked_nothing_is_written_down() {
        world.goAway();
        assertThatThrownBy(() -> world.proposing()
                        .propose(JournalWorld.proposal(debit("7901", "10.00"), credit("7902", "10.00")), "ann"))
                .isInstanceOf(TargetUnavailable.class);
        assertThat(world.journals().latest(null, Long.MAX_VALUE, 9)).isEmpty();
    }

    /** Whoever is later is told the reference of the first. */
    @Test
    void of_two_equal_journals_that_are_proposed_at_once_one_is_written_down() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 20; round++) {
                Proposal proposal = JournalWorld.proposal(
                        JournalWorld.debit("7901", round + ".00"), JournalWorld.credit("2109", round + ".00"));
                CyclicBarrier begin = new CyclicBarrier(2);
                Callable<Journals.Added> one = () -> {
                    begin.await();
                    return world.proposing().propose(proposal, "ann");
                };
                Future<Journals.Added> first = threads.submit(one);
                Journals.Added second = threads.submit(one).get();
                assertThat(first.get().journal().reference())
                        .isEqualTo(second.journal().reference());
                assertThat(first.get().isNew() ^ second.isNew()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(world.journals().latest(null, Long.MAX_VALUE, 99)).hasSize(20);
    }
}
