package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.TestTime;
import centrasage.centra.client.quota.Rank;
import centrasage.flow.TargetUnavailable;
import centrasage.simulator.centra.CentraClient;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.stock.level.StockBook.Freshness;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An hour of trade by a clock that only the test moves: the default schedule, Centra's smallest plan, two thousand changes. */
class FreshnessTest {
    private static final int SKUS = 1_500;
    private static final int CHANGES = 2_000;
    private static final String PREFIX = "FRESH-";
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int ALL_MUTATIONS = 1_800;

    private final TestTime time = new TestTime();

    @Test
    void changes_are_in_centra_within_a_minute_on_the_smallest_plan() throws IOException, TargetUnavailable {
        try (SageSimulator sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{}"));
                CentraSimulator centra =
                        CentraSimulator.start(CentraOptions.of(0, 7).withClock(time))) {
            Hour hour = new Hour(sage, centra);
            hour.fill();
            hour.publishAll();
            hour.trade(new Random(7));

            Freshness freshness = hour.side.book.freshness(Duration.ofHours(1));
            Map<Rank, Long> made = hour.side.graphQl.mutationsInTheLastHour();
            long mutations = made.getOrDefault(Rank.STOCK, 0L) + made.getOrDefault(Rank.URGENT_STOCK, 0L);
            System.out.printf(
                    "seed 7: %d changes in an hour, p50 %d s, p95 %d s, %d mutations of %d, %d refused%n",
                    CHANGES, freshness.p50(), freshness.p95(), mutations, ALL_MUTATIONS, hour.refused());
            assertThat(freshness.count()).as("SKUs that changed").isGreaterThan(SKUS / 2);
            assertThat(freshness.p95()).isLessThan(60);
            assertThat(mutations).isBetween(100L, (long) ALL_MUTATIONS / 2);
            assertThat(hour.refused()).isZero();
            assertThat(hour.shown()).isEqualTo(hour.free);
        }
    }

    private final class Hour {
        private final ManySkus skus;
        private final CentraClient client;
        private final StockSide side;
        private final Map<String, Integer> free = new TreeMap<>();

        Hour(SageSimulator sage, CentraSimulator centra) {
            this.skus = new ManySkus(sage, PREFIX);
            this.client = new CentraClient(centra.baseUrl());
            this.side = new StockSide(sage.baseUrl(), centra.baseUrl(), time, this::pass);
        }

        private void pass(Duration length) {
            time.take(length);
            side.store.advance(length);
        }

        void fill() {
            skus.fill(client, SKUS, time.instant());
            for (int each = 0; each < SKUS; each++) {
                set(each, 50, time.instant());
            }
        }

        void publishAll() throws TargetUnavailable {
            run();
            pass(Duration.ofMinutes(61));
            client.control("PUT", "rate-limits", "{'plan': 'growth'}");
        }

        void trade(Random random) throws TargetUnavailable {
            Instant begun = time.instant();
            List<Instant> moments = random.longs(CHANGES, 0, Duration.ofHours(1).toMillis())
                    .sorted()
                    .mapToObj(begun::plusMillis)
                    .toList();
            int done = 0;
            Instant end = begun.plus(Duration.ofHours(1));
            while (time.instant().isBefore(end)) {
                pass(EVERY);
                while (done < CHANGES && !moments.get(done).isAfter(time.instant())) {
                    set(random.nextInt(SKUS), random.nextInt(100), moments.get(done));
                    done++;
                }
                run();
            }
        }

        private void run() throws TargetUnavailable {
            side.collected(time.instant());
            side.publish();
        }

        private void set(int each, int units, Instant at) {
            skus.free(each, units, at);
            free.put(PREFIX + (each + 1), units);
        }

        Map<String, Integer> shown() {
            Map<String, Integer> shown = new TreeMap<>();
            for (JsonNode row : client.control("GET", "stock?warehouse=" + StockSide.CENTRA, "")) {
                if (row.path("sku").asText().startsWith(PREFIX)) {
                    shown.put(row.path("sku").asText(), row.path("free").asInt());
                }
            }
            return shown;
        }

        long refused() {
            return client.control("GET", "rate-limits", "").path("refusals").asLong();
        }
    }
}
