package centrasage.payments.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.event.PostingChanged;
import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.ledger.ClearingEntry.Origin;
import centrasage.sync.posting.Lane;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receipt or refund that is posted stands in its clearing bank. */
class ClearingWatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String WHOLE = "PSP-8836-1234567890-ABCDEFGHIJKLMNOP";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final ClearingEntries entries = world.transactions().bean(ClearingEntries.class, world.entities());
    private final ClearingWatch watch = new ClearingWatch(entries, world.postings(), world.postedDocuments());

    @BeforeEach
    void observe() {
        world.observe(watch::changed, finding -> {}, withdrawn -> {});
    }

    /** Takes everything, under one number. */
    private record Taking(PostingKind kind) implements Target {
        @Override
        public Map<PostingKey, Finding> find(List<Sought> sought) {
            return sought.stream().collect(Collectors.toMap(Sought::key, one -> new Finding.Absent()));
        }

        @Override
        public Outcome send(Command command, String evidence) {
            return new Outcome.Posted(new Document("71", "1001", command.amount(), null, null));
        }

        @Override
        public void discard(Command command, Document draft) {
            throw new AssertionError("nothing is half made");
        }
    }

    private static MoneyEntry money(EntryKind kind, String bank, Money value, String provider) {
        return new MoneyEntry(kind, "33", "CENTGBP1", bank, "C10234", "1O0H-ABCDEFGHIJKLMNO", DAY, value, provider);
    }

    private static Planned plan(PostingKind kind, MoneyEntry money) {
        PostingKey key = new PostingKey("33", kind, "10234/P77777");
        Command command = new Command(key, "33/C10234", money.value(), null, DAY, "same", MoneyEntryJson.write(money));
        return new Planned(
                key,
                command.object(),
                new DocumentVersion("payments", "10234", 1),
                command.amount(),
                DAY,
                new Plan.Post(command));
    }

    private Posting post(PostingKind kind, MoneyEntry money) {
        Planned planned = plan(kind, money);
        world.record(planned);
        new Lane(world.store(), Map.of(kind, new Taking(kind)), Plans.patience(Duration.ofSeconds(15)), name -> {})
                .post("a", () -> false);
        return world.posting(planned.key()).orElseThrow();
    }

    private static MoneyEntry receipt() {
        return money(EntryKind.RECEIPT, "ADYGBP", Money.of("59.90", "GBP"), WHOLE);
    }

    private List<ClearingEntry> open(String bank) {
        return entries.open("33", bank, 0, 10);
    }

    private void changed(Posting posting, PostingState from, PostingState to) {
        watch.changed(new PostingChanged(posting.id(), posting.key(), from, to, posting.amount(), List.of(), ""));
    }

    @Test
    void a_receipt_stands_in_its_bank_with_the_whole_reference_of_the_provider() {
        Posting posting = post(PostingKind.RECEIPT, receipt());
        assertThat(posting.state()).isEqualTo(PostingState.POSTED);
        assertThat(open("ADYGBP"))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(new ClearingEntry(
                        "33",
                        "ADYGBP",
                        Origin.RECEIPT,
                        "10234/P77777",
                        "10234",
                        WHOLE,
                        DAY,
                        Money.of("59.90", "GBP"),
                        "1001"));
    }

    @Test
    void a_refund_takes_from_it() {
        post(PostingKind.CUSTOMER_REFUND, money(EntryKind.PAYMENT, "ADYEUR", Money.of("5", "EUR"), WHOLE));
        assertThat(open("ADYEUR")).singleElement().satisfies(entry -> {
            assertThat(entry.origin()).isEqualTo(Origin.REFUND);
            assertThat(entry.effect()).isEqualTo(Money.of("-5", "EUR"));
            assertThat(entry.reference()).isEqualTo(WHOLE);
        });
    }

    @Test
    void a_payment_of_which_the_provider_has_no_reference_stands_there_without() {
        post(PostingKind.RECEIPT, money(EntryKind.RECEIPT, "ADYGBP", Money.of("1", "GBP"), ""));
        assertThat(open("ADYGBP")).extracting(ClearingEntry::reference).containsExactly("");
    }

    @Test
    void what_is_planned_and_not_posted_stands_nowhere() {
        world.record(plan(PostingKind.RECEIPT, receipt()));
        assertThat(entries.banks()).isEmpty();
    }

    @Test
    void what_gift_cards_paid_no_provider_settles() {
        Posting posting = post(PostingKind.RECEIPT, money(EntryKind.RECEIPT, "GIFTGBP", Money.of("25", "GBP"), WHOLE));
        assertThat(posting.state()).isEqualTo(PostingState.POSTED);
        assertThat(entries.banks()).isEmpty();
    }

    @Test
    void the_gift_bank_of_another_currency_is_a_bank_like_any() {
        post(PostingKind.RECEIPT, money(EntryKind.RECEIPT, "GIFTEUR", Money.of("25", "GBP"), WHOLE));
        assertThat(open("GIFTEUR")).hasSize(1);
    }

    @Test
    void other_postings_stand_in_no_clearing_bank() {
        Posting posting = post(PostingKind.CREDIT_NOTE, receipt());
        assertThat(posting.state()).isEqualTo(PostingState.POSTED);
        assertThat(entries.banks()).isEmpty();
    }

    @Test
    void what_is_not_posted_now_changes_nothing() {
        Posting posting = post(PostingKind.RECEIPT, receipt());
        changed(posting, PostingState.PLANNED, PostingState.HELD);
        changed(posting, PostingState.POSTED, PostingState.POSTED);
        assertThat(open("ADYGBP")).hasSize(1);
    }
}
