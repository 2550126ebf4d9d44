package centrasage.settlements.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.money.Money;
import centrasage.sage200.ledger.NominalAccount;
import centrasage.settlements.SettlementWorld;
import centrasage.sync.record.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journals as they are kept. */
class JournalsTest {
    private static final LocalDateTime MINUTE = LocalDateTime.of(2026, 11, 23, 8, 5);

    private final SettlementWorld world = new SettlementWorld();
    private final Journals journals = world.store
            .transactions()
            .bean(Journals.class, world.store.entities(), world.store.time(), world.store.audit());

    private static Journal.Content content(String narrative) {
        return new Journal.Content(
                "33",
                LocalDate.of(2026, 11, 20),
                "33/ADYGBP",
                narrative,
                List.of(
                        new JournalLine(
                                new NominalAccount("9998", "", ""), Money.of("10.00", "GBP"), "Fees", "7999/WEB/UK"),
                        new JournalLine(
                                new NominalAccount("2109", "WEB", ""), Money.of("-10.00", "GBP"), "Accrual", "")));
    }

    private Journal add(String narrative) {
        Journals.Added added = journals.add(content(narrative), MINUTE, "ann");
        assertThat(added.isNew()).isTrue();
        return added.journal();
    }

    private boolean become(Journal journal, JournalState state) {
        return world.store.transactions().inNew(() -> journals.become(journal, state, "because", "ben"));
    }

    @Test
    void it_is_kept_as_it_was_proposed_with_a_reference_of_its_own() {
        Journal journal = add("Fees");
        assertThat(journals.journal(journal.id())).contains(journal);
        assertThat(journal.content()).isEqualTo(content("Fees"));
        assertThat(journal.state()).isEqualTo(JournalState.OPEN);
        assertThat(journal.proposedBy()).isEqualTo("ann");
        assertThat(journal.proposedAt()).isEqualTo(world.store.clock().now());
        assertThat(journal.reference()).matches("CSJ2611230805-[0-9A-Z]+").hasSizeLessThanOrEqualTo(20);
        assertThat(add("Other fees").reference()).isNotEqualTo(journal.reference());
        assertThat(journals.journal(0)).isEmpty();
    }

    @Test
    void the_largest_reference_fits_into_sage() {
        assertThat(Journal.reference(MINUTE, 2_000_000_000)).hasSize(20);
    }

    /** The answer to the first may have been lost, and both files would be imported. */
    @Test
    void an_equal_one_that_is_open_is_not_added_once_more() {
        Journal first = add("Fees");
        assertThat(journals.add(content("Fees"), MINUTE.plusDays(1), "ben"))
                .isEqualTo(new Journals.Added(first, false));
        become(first, JournalState.WITHDRAWN);
        assertThat(add("Fees").id()).isNotEqualTo(first.id());
    }

    @Test
    void it_changes_its_state_once_and_the_trail_tells_who() {
        Journal journal = add("Fees");
        world.store.pass(Duration.ofHours(1));
        assertThat(become(journal, JournalState.SEEN)).isTrue();
        assertThat(become(journal, JournalState.WITHDRAWN))
                .as("it is not open any more")
                .isFalse();
        assertThat(journals.journal(journal.id())).hasValueSatisfying(now -> {
            assertThat(now.state()).isEqualTo(JournalState.SEEN);
            assertThat(now.note()).isEqualTo("because");
            assertThat(now.since()).isEqualTo(world.store.clock().now());
            assertThat(now.proposedAt()).isEqualTo(journal.proposedAt());
        });
        assertThat(world.store.audit().of(journal.reference()))
                .extracting(AuditEntry::actor, AuditEntry::action)
                .containsExactly(tuple("ann", "JOURNAL_PROPOSED"), tuple("ben", "JOURNAL_SEEN"));
    }

    @Test
    void they_are_listed_page_by_page_the_latest_first_and_by_their_state() {
        Journal first = add("one");
        Journal second = add("two");
        Journal third = add("three");
        become(second, JournalState.WITHDRAWN);
        assertThat(journals.latest(null, Long.MAX_VALUE, 2))
                .extracting(Journal::id)
                .containsExactly(third.id(), second.id());
        assertThat(journals.latest(null, second.id(), 2)).containsExactly(first);
        assertThat(journals.latest(JournalState.OPEN, Long.MAX_VALUE, 9)).containsExactly(third, first);
        assertThat(journals.latest(JournalState.SEEN, Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    void looked_for_are_the_open_ones_and_for_a_while_those_that_were_seen() {
        Journal open = add("one");
        Journal seen = add("two");
        Journal withdrawn = add("three");
        Instant then = world.store.clock().now();
        become(seen, JournalState.SEEN);
        become(withdrawn, JournalState.WITHDRAWN);
        assertThat(journals.watched(then)).extracting(Journal::id).containsExactly(open.id(), seen.id());
        assertThat(journals.watched(then.plusSeconds(1))).containsExactly(open);
    }
}
