package centrasage.desk.feed;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.WatchBook;
import centrasage.flow.Chore;
import centrasage.flow.Reason;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks every few minutes, on one node, whether each feed brings what it usually does. One that was just found silent is told in the same
 * words while it stays so, and closes itself. For half an hour after a start nobody is alarmed: what waited meanwhile comes first.
 */
@ApplicationScoped
public class SilenceWatch implements Chore {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration LEASE = INTERVAL.multipliedBy(3);
    static final Duration CATCH_UP = Duration.ofMinutes(30);
    /** Feeds whose first arrival may be missed, where a limit is set. */
    private static final List<String> EXPECTED = List.of(Feeds.ORDERS);

    private Feeds feeds;
    private FeedBook book;
    private SilenceRules rules;
    private WatchBook desk;
    private Store store;
    private Node node;
    private Clock clock;
    private @Nullable Instant begun;

    @SuppressWarnings("NullAway.Init")
    SilenceWatch() {}

    @Inject
    SilenceWatch(Feeds feeds, FeedBook book, SilenceRules rules, WatchBook desk, Store store, Node node, Clock clock) {
        this.feeds = feeds;
        this.book = book;
        this.rules = rules;
        this.desk = desk;
        this.store = store;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "silence of the feeds";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void perform(BooleanSupplier stopped) {
        Instant now = clock.instant();
        if (begun == null) {
            begun = now;
        }
        if (store.lease("silence-watch", node.holder("silence-watch"), LEASE)) {
            EXPECTED.forEach(feed -> book.expect(feed, now));
            if (!begun.plus(CATCH_UP).isAfter(now)) {
                book.known().forEach(known -> look(known, now));
            }
            book.forget(now.minus(Duration.ofDays(7L * (rules.weeks() + 2))));
        }
    }

    private void look(FeedBook.Known known, Instant now) {
        Optional<Silence> silence = feeds.silence(known, now);
        String subject = "feed/" + known.name();
        String cut = subject.substring(0, Math.min(subject.length(), 60));
        if (silence.isEmpty()) {
            desk.over(Kind.FEED_SILENT, cut, "it comes as usual again, or need not come now");
            return;
        }
        String words = new SilenceWords(rules.calendar()).say(known.name(), silence.get(), now);
        desk.stands(
                Kind.FEED_SILENT,
                cut,
                SilenceRules.severity(known.name()),
                new Reason(
                        "FEED_SILENT",
                        SilenceRules.owner(known.name()),
                        words,
                        "See whether the shop sells, the job runs and reads something, and the provider sends its"
                                + " files (docs/operations/alerts.md). Where it is right that nothing comes, name the day"
                                + " in alerts.closed, or set alerts.silence for this feed"));
    }
}
