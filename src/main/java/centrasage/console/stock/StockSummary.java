package centrasage.console.stock;

import centrasage.console.plot.Plot;
import centrasage.console.plot.Point;
import centrasage.console.words.Moments;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.Freshness;
import centrasage.stock.level.StockBook.Summary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the stock stands as a whole, and how fresh Centra's figures are. */
@Named
@RequestScoped
public class StockSummary {
    private static final int HOURS = 24;
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    private StockBook book;
    private Moments moments;
    private Clock clock;
    private List<Summary> summaries;
    private @Nullable Plot plot;
    private @Nullable Long beforeTheFirstTime;

    @SuppressWarnings("NullAway.Init")
    StockSummary() {}

    @Inject
    StockSummary(StockBook book, Moments moments, Clock clock) {
        this.book = book;
        this.moments = moments;
        this.clock = clock;
        summaries = book.summaries();
    }

    public long skus(LevelState state) {
        return summaries.stream()
                .filter(each -> each.state() == state)
                .mapToLong(Summary::skus)
                .sum();
    }

    /** Centra was not told yet, or its answer is still to come. */
    public long toTell() {
        return skus(LevelState.DUE) + skus(LevelState.SENDING);
    }

    /** Held before the first publication. */
    public long heldBeforeTheFirstTime() {
        if (beforeTheFirstTime == null) {
            beforeTheFirstTime = skus(LevelState.HELD) == 0 ? 0 : book.heldBeforeTheFirstTime();
        }
        return beforeTheFirstTime;
    }

    /** The warehouses of which something is held. */
    public List<String> holding() {
        return summaries.stream()
                .filter(each -> each.state() == LevelState.HELD)
                .map(each -> each.company() + "/" + each.warehouse())
                .distinct()
                .toList();
    }

    /** {@code Within the last hour half of 120 changes were in Centra within 25 s, 95 % within 60 s}. */
    public String freshness() {
        Freshness fresh = book.freshness(LAST_HOUR);
        return fresh.count() == 0
                ? "No change of Sage's was told within the last hour"
                : "Of " + fresh.count() + (fresh.count() == 1 ? " SKU" : " SKUs")
                        + " told within the last hour half were in Centra within " + length(fresh.p50())
                        + " of the change, 95\u00a0% within " + length(fresh.p95());
    }

    private String length(int seconds) {
        return moments.length(Duration.ofSeconds(seconds));
    }

    /** By the hour of the last day, of the SKUs that were last told in it. */
    public Plot plot() {
        if (plot == null) {
            plot = drawn();
        }
        return plot;
    }

    private Plot drawn() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        List<Point> points = new ArrayList<>();
        for (int hour = HOURS - 1; hour >= 0; hour--) {
            Instant from = now.minus(Duration.ofHours(hour));
            point(from).ifPresent(points::add);
        }
        return Plot.bars("Seconds until a change was in Centra (95 %)", "Hour", points);
    }

    private Optional<Point> point(Instant from) {
        Freshness fresh = book.freshness(from, from.plus(LAST_HOUR));
        return fresh.count() == 0
                ? Optional.empty()
                : Optional.of(Point.of(
                        moments.time(from),
                        BigDecimal.valueOf(fresh.p95()),
                        length(fresh.p95()) + ", of " + fresh.count()));
    }
}
