package centrasage.console.today;

import centrasage.console.plot.Plot;
import centrasage.console.plot.Point;
import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import centrasage.desk.feed.Band;
import centrasage.desk.feed.Feeds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card of the feeds: when each was last seen, what it brought in the last hour, what is usual; and the orders of a day as a plot. */
@RequestScoped
public class FeedCard {
    private Moments moments;
    private Amounts amounts;
    private @Nullable Feeds feeds;
    private @Nullable Plot plot;

    @SuppressWarnings("NullAway.Init")
    FeedCard() {}

    @Inject
    FeedCard(Feeds feeds, Moments moments, Amounts amounts) {
        this.feeds = feeds;
        this.moments = moments;
        this.amounts = amounts;
    }

    public List<Feeds.Feed> all() {
        return feeds == null ? List.of() : feeds.all();
    }

    /** {@code 38 in the last whole hour (usual 25-50)}. */
    public String rate(Feeds.Feed feed) {
        String came = amounts.count(feed.lastHour()) + " in the last whole hour";
        return feed.usual() == null
                ? came + " (what is usual is not known yet)"
                : came + " (usual " + feed.usual() + ")";
    }

    /** {@code 12 s ago}. */
    public String seen(Feeds.Feed feed) {
        return Optional.ofNullable(feed.seenAt())
                .map(at -> moments.age(at) + " ago")
                .orElse("nothing yet");
    }

    /** The orders of the last day by the hour, against what is usual; empty where none came and none was usual. */
    public Plot plot() {
        if (plot == null) {
            List<Point> hours = (feeds == null ? List.<Feeds.Hour>of() : feeds.orders())
                    .stream().map(this::point).toList();
            boolean isFlat = hours.stream().allMatch(hour -> hour.value().signum() == 0 && hour.usual() == null);
            plot = Plot.bars("New orders by the hour, the last day", "Hour", isFlat ? List.of() : hours);
        }
        return plot;
    }

    private Point point(Feeds.Hour hour) {
        Band usual = hour.usual();
        return Point.of(moments.time(hour.begins()), BigDecimal.valueOf(hour.came()), amounts.count(hour.came()))
                .usually(
                        usual == null
                                ? null
                                : new Point.Usual(
                                        BigDecimal.valueOf(usual.from()),
                                        BigDecimal.valueOf(usual.to()),
                                        usual.toString()));
    }
}
