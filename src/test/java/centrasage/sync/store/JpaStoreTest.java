package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Amended;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.posting.StoreWorld;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.totals.Proven;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store in the database keeps the contract, on H2 with the real migrations, entities and transactions. */
class JpaStoreTest extends StoreContract {
    private final JpaWorld world = new JpaWorld(SETTLE);

    @Override
    protected StoreWorld world() {
        return world;
    }

    @AfterEach
    void the_totals_are_what_a_count_gives() {
        Proven.totals(world.transactions());
    }

    @Test
    void a_plan_is_recorded_in_the_transaction_of_the_caller() {
        assertThatThrownBy(() -> world.transactions().inNew(() -> {
                    world.store().record(Plans.post("1"));
                    throw new IllegalStateException("the chunk fails");
                }))
                .hasMessage("the chunk fails");
        assertThat(world.posting(Plans.key("1"))).isEmpty();
        assertThat(world.queued()).isZero();
        assertThat(world.database().count("audit_entry")).isZero();
    }

    @Test
    void an_order_whose_person_is_erased_while_it_is_sent_is_posted_and_its_total_corrected_all_the_same() {
        world.record(Plans.post("1"));
        Claimed claimed = world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
        world.store().intend(claimed, LEASE, "nothing found");
        world.erasure().erase("C1", "ann");

        Document off = Plans.document("1", Money.of("119.99", "GBP")).correctedBy(Plans.correction("1"));
        world.store().conclude(claimed, new Outcome.Posted(off), Duration.ZERO);
        world.store().release(claimed);

        assertThat(world.posting(Plans.key("1")).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        world.erasure().erase("C1", "ann");
        Claimed next = world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
        assertThat(next.command()).isEqualTo(Plans.correction("1"));
        assertThat(world.posting(Plans.key("1")).orElseThrow().targetTotal()).isEqualTo(Money.of("119.99", "GBP"));

        world.store().intend(next, LEASE, "as it was");
        Document done = new Document("71", "00001", Money.of("0.01", "GBP"), null, null);
        world.store().conclude(next, new Outcome.Posted(done), Duration.ZERO);

        assertThat(world.posting(Plans.key("1")).orElseThrow().targetTotal()).isEqualTo(Plans.AMOUNT);
    }

    @Test
    void what_an_order_was_amended_to_is_what_is_read_of_it_and_lies_encrypted() {
        Claimed amendment = amending();
        Amended amended = Plans.amended("1", "content of version 2", false);
        conclude(amendment, amended);
        long order = world.posting(Plans.key("1")).orElseThrow().id();
        assertThat(world.postedDocuments().command(order)).contains(amended.command());
        assertThat(world.database().count("posting WHERE CAST(command AS VARCHAR) LIKE '%fewer%'"))
                .isZero();
    }

    @Test
    void an_order_whose_person_is_erased_while_its_amendment_is_sent_is_amended_all_the_same() {
        Claimed amendment = amending();
        world.erasure().erase("C1", "ann");
        conclude(amendment, Plans.amended("1", "content of version 2", false));
        assertThat(world.posting(Plans.key("1"))).hasValueSatisfying(order -> {
            assertThat(order.amount()).isEqualTo(Plans.FEWER);
            assertThat(order.state()).isEqualTo(PostingState.POSTED);
            assertThat(world.postedDocuments().command(order.id()))
                    .hasValueSatisfying(
                            command -> assertThat(command.isErased()).isTrue());
        });
    }

    /** Whoever plans has locked the order and then wants the amendment; who concludes it must not have them the other way round. */
    @Test
    void who_plans_and_who_concludes_an_amendment_never_wait_for_each_other() throws Exception {
        Claimed amendment = amending();
        Future<?> concluding = world.transactions().inNew(() -> {
            world.store().lock(List.of("1"));
            Future<?> beside = world.beside(() -> {
                conclude(amendment, Plans.amended("1", "content of version 2", false));
                return true;
            });
            assertThat(world.store().record(Plans.amendment("1", 2))).isEqualTo(Recorded.LATER);
            return beside;
        });
        concluding.get();
        assertThat(world.posting(amendment.command().key()))
                .hasValueSatisfying(posting -> assertThat(posting.state()).isEqualTo(PostingState.POSTED));
    }

    private Claimed amending() {
        world.record(Plans.post("1"));
        Claimed order = world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
        world.store().intend(order, LEASE, "nothing found");
        world.store().conclude(order, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
        world.store().release(order);
        world.record(Plans.amendment("1", 2));
        Claimed amendment = world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
        assertThat(world.store().intend(amendment, LEASE, "as it was posted")).isTrue();
        return amendment;
    }

    private void conclude(Claimed amendment, Amended amended) {
        Document there = Plans.document("1", Plans.FEWER, Money.of("10.00", "GBP"));
        world.store().conclude(amendment, new Outcome.Posted(there.amending(amended)), Duration.ZERO);
    }

    @Test
    void the_intent_and_the_outcome_are_committed_whatever_becomes_of_the_caller() {
        world.record(Plans.post("1"));
        Claimed claimed = world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
        assertThatThrownBy(() -> world.transactions().inNew(() -> {
                    world.store().intend(claimed, LEASE, "nothing found");
                    world.store().conclude(claimed, new Outcome.InDoubt("timeout"), Duration.ZERO);
                    throw new IllegalStateException("the caller fails");
                }))
                .hasMessage("the caller fails");
        assertThat(world.posting(Plans.key("1")).orElseThrow().state()).isEqualTo(PostingState.IN_DOUBT);
    }

    @Test
    void two_who_plan_the_same_document_at_once_leave_one_posting() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<Recorded>> both =
                    List.of(threads.submit(() -> recorded(begin)), threads.submit(() -> recorded(begin)));
            begin.countDown();
            for (Future<Recorded> one : both) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(world.database().count("posting")).isOne();
        assertThat(world.queued()).isOne();
    }

    /** Who loses the race is told so, and would plan again. */
    private Recorded recorded(CountDownLatch begin) throws InterruptedException {
        begin.await();
        try {
            return world.record(Plans.post("1"));
        } catch (RuntimeException e) {
            return Recorded.LATER;
        }
    }

    @Test
    void every_change_of_a_posting_stands_in_the_audit_trail() {
        world.record(Plans.hold("1", 1));
        world.record(Plans.post("1", 2, "mended"));
        Claimed claimed = world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
        world.store().intend(claimed, LEASE, "nothing found");
        world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
        assertThat(world.audit().of("33/ORDER/1"))
                .extracting(AuditEntry::detail)
                .containsExactly(
                        "HELD", "HELD -> PLANNED", "PLANNED -> SENDING, nothing found", "SENDING -> POSTED, as 00001");
    }

    /** As when a person assigns its exception in the same moment. */
    @Test
    void an_outcome_whose_transaction_lost_to_another_is_committed_all_the_same() {
        world.record(Plans.post("1"));
        Claimed claimed = world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
        world.store().intend(claimed, LEASE, "nothing found");
        AtomicInteger lost = new AtomicInteger();
        world.observe(change -> {
            if (lost.incrementAndGet() < 3) {
                throw new OptimisticLockException("somebody was faster");
            }
        });
        world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
        assertThat(lost).hasValue(3);
        assertThat(world.posting(Plans.key("1")).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        assertThat(world.audit().of("33/ORDER/1")).hasSize(3);
    }

    @Test
    void a_command_that_cannot_be_opened_keeps_nobody_else_waiting() {
        world.record(Plans.post("1"));
        world.record(Plans.post("2"));
        world.database().execute("UPDATE posting SET command = X'00' WHERE source_key = '1'");
        assertThat(world.store().claim(Purpose.POST, "a", LEASE, 20))
                .extracting(claimed -> claimed.command().document())
                .containsExactly(Command.ERASED, "{\"to\":\"Zoë Müller\",\"version\":1}");
    }

    @Test
    void an_observer_that_fails_undoes_the_change_that_it_was_told_of() {
        world.record(Plans.post("1"));
        Claimed claimed = world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
        world.store().intend(claimed, LEASE, "nothing found");
        world.observe(change -> {
            throw new IllegalStateException("the desk fails");
        });
        assertThatThrownBy(
                        () -> world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO))
                .hasMessage("the desk fails");
        assertThat(world.posting(Plans.key("1")).orElseThrow().state()).isEqualTo(PostingState.SENDING);
    }
}
