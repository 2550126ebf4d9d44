package centrasage.desk.feed;

import static centrasage.desk.feed.Trade.shop;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.DeskBeans;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Severity;
import centrasage.flow.event.DocumentStaged;
import centrasage.flow.event.FeedHeard;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.runs.Node;
import centrasage.sync.store.JpaWorld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything green, and nothing flows: an exception says so, and closes itself. */
class SilenceWatchTest {
    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    private final Map<String, String> settings = new HashMap<>();
    private final FeedBook book = world.transactions().bean(FeedBook.class, world.entities());
    private final Desk desk = DeskBeans.desk(world);
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return world.clock().now();
        }
    };

    private SilenceRules rules() {
        return new SilenceRules(key -> Optional.ofNullable(settings.get(key)));
    }

    private SilenceWatch watch() {
        SilenceWatch watch = new SilenceWatch(
                new Feeds(book, rules(), clock),
                book,
                rules(),
                DeskBeans.watch(world),
                world.store(),
                new Node("127.0.0.1", 1),
                clock);
        watch.perform(() -> false);
        world.clock().advance(SilenceWatch.CATCH_UP);
        return watch;
    }

    /** Eight weeks of a shop, up to now. */
    private void trade() {
        Instant now = MovableClock.START;
        new Trade(31)
                .of(now.minus(Duration.ofDays(57)), now, hour -> shop(hour, 1200))
                .hours
                .forEach((hour, many) -> book.add(Map.of("orders", many), hour));
    }

    private List<BusinessException> open() {
        return desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 10);
    }

    @Test
    void orders_that_stay_away_open_one_exception_that_closes_when_they_come_again() {
        trade();
        SilenceWatch watch = watch();
        watch.perform(() -> false);
        assertThat(open()).isEmpty();
        for (int look = 0; look < 18; look++) {
            world.clock().advance(Duration.ofMinutes(5));
            watch.perform(() -> false);
        }
        assertThat(open()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(BusinessException.Kind.FEED_SILENT);
            assertThat(found.severity()).isEqualTo(Severity.HIGH);
            assertThat(found.headline()).matches("Orders: 0 in the last .*; usual on a Monday at this time \\d+-\\d+");
        });
        for (int look = 0; look < 6; look++) {
            book.add(Map.of("orders", 80), world.clock().now());
            world.clock().advance(Duration.ofMinutes(10));
            watch.perform(() -> false);
        }
        assertThat(open()).isEmpty();
    }

    @Test
    void neither_a_preview_nor_work_on_the_shop_nor_a_closed_day_alarms() {
        trade();
        for (Map<String, String> quiet : List.of(
                Map.of("posting.mode", "preview"),
                Map.of("alerts.maintenance", "on"),
                Map.of("alerts.closed", "2026-11-23"),
                Map.of("alerts.closed", "MON"),
                Map.of("alerts.silence.orders", "off"))) {
            settings.clear();
            settings.putAll(quiet);
            SilenceWatch watch = watch();
            world.clock().advance(Duration.ofHours(1));
            watch.perform(() -> false);
            assertThat(open()).as(quiet.toString()).isEmpty();
        }
        settings.clear();
        watch().perform(() -> false);
        assertThat(open()).hasSize(1);
    }

    @Test
    void before_anything_is_learnt_a_fixed_limit_holds_also_where_nothing_ever_came() {
        settings.put("alerts.silence.orders", "PT24H");
        SilenceWatch watch = watch();
        world.clock().advance(Duration.ofHours(23));
        watch.perform(() -> false);
        assertThat(open()).isEmpty();
        world.clock().advance(Duration.ofHours(1));
        watch.perform(() -> false);
        assertThat(open())
                .singleElement()
                .satisfies(found -> assertThat(found.headline())
                        .isEqualTo("Orders: 0 in the last 24 hours; usually something comes within 24 hours"));
    }

    @Test
    void for_half_an_hour_after_a_start_nobody_is_alarmed() {
        trade();
        world.clock().advance(Duration.ofHours(5));
        SilenceWatch watch = new SilenceWatch(
                new Feeds(book, rules(), clock),
                book,
                rules(),
                DeskBeans.watch(world),
                world.store(),
                new Node("127.0.0.1", 1),
                clock);
        watch.perform(() -> false);
        world.clock().advance(Duration.ofMinutes(29));
        watch.perform(() -> false);
        assertThat(open()).isEmpty();
        world.clock().advance(Duration.ofMinutes(1));
        watch.perform(() -> false);
        assertThat(open()).hasSize(1);
    }

    @Test
    void what_comes_is_counted_by_the_hour_and_a_changed_order_is_no_new_one() {
        FeedTally tally = new FeedTally(book, clock);
        tally.staged(new DocumentStaged(new DocumentVersion("order", "1", 1), "{}"));
        tally.staged(new DocumentStaged(new DocumentVersion("order", "1", 2), "{}"));
        tally.staged(new DocumentStaged(new DocumentVersion("shipment", "1-1", 1), "{}"));
        tally.heard(FeedHeard.settlement("adyen", "BrandGB"));
        tally.perform(() -> false);
        tally.heard(new FeedHeard(FeedHeard.STOCK, 12));
        tally.staged(new DocumentStaged(new DocumentVersion("order", "2", 1), "{}"));
        tally.perform(() -> false);
        tally.perform(() -> false);
        assertThat(world.database().column("SELECT feed || ' ' || counted FROM feed_hour ORDER BY feed"))
                .containsExactly("orders 2", "settlements/adyen BrandGB 1", "shipments 1", "stock 12");
        assertThat(new Feeds(book, rules(), clock).all())
                .extracting(Feeds.Feed::title)
                .containsExactly("Orders", "Files of adyen BrandGB", "Shipments", "Stock");
    }

    @Test
    void counts_that_could_not_be_written_are_written_later() {
        FeedTally tally = new FeedTally(
                new FeedBook() {
                    private boolean failed;

                    @Override
                    public void add(Map<String, Integer> counts, Instant now) {
                        if (!failed) {
                            failed = true;
                            throw new IllegalStateException("the store does not answer");
                        }
                        book.add(counts, now);
                    }
                },
                clock);
        tally.heard(new FeedHeard(FeedHeard.STOCK, 3));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> tally.perform(() -> false))
                .hasMessageContaining("does not answer");
        tally.perform(() -> false);
        assertThat(world.database().column("SELECT counted FROM feed_hour")).containsExactly("3");
    }
}
