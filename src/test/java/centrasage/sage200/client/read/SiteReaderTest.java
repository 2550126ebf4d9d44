package centrasage.sage200.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.client.Given;
import centrasage.sage200.client.RawServer;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.SageSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteReaderTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));

    @Test
    void the_look_ups_of_a_company_become_a_site() throws Exception {
        try (RawServer sage = new RawServer(SiteReaderTest::lookUps)) {
            SiteReader reader = reader(sage);

            Site site = reader.read("3");

            assertThat(site.company()).isEqualTo("3");
            assertThat(site.pricesIncludeTax()).isTrue();
            assertThat(site.customers())
                    .containsEntry("CENTGBP1", new Site.Customer(11, "CENTGBP1", "GBP", false))
                    .containsEntry("CENTEUR1", new Site.Customer(12, "CENTEUR1", "EUR", true));
            assertThat(site.products()).hasSize(1003).containsEntry("SKU7", 107L);
            assertThat(site.inactiveProducts()).containsExactlyInAnyOrder("OLD", "NOSALE");
            assertThat(site.warehouses()).containsEntry("HOME", 501L);
            assertThat(site.taxCodes()).containsEntry(1, new Site.TaxCode(2, 1, new BigDecimal("20.00")));
            assertThat(site.countries()).containsEntry("GB", 13L);
            assertThat(site.charges()).containsEntry("CARRIAGE", 9L);
            assertThat(reader.ordersArchivedUpTo("3")).contains(LocalDate.of(2025, 3, 31));
            assertThat(sage.requests())
                    .allSatisfy(request -> assertThat(request.headers())
                            .containsEntry("x-company", "3")
                            .containsKey("x-site"));
        }
    }

    @Test
    void look_ups_are_kept_for_the_configured_time_and_then_read_anew() throws Exception {
        try (RawServer sage = new RawServer(SiteReaderTest::lookUps)) {
            SiteReader reader = reader(sage);
            Site first = reader.read("3");
            int requests = sage.requests().size();

            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(4)));
            assertThat(reader.read("3")).isSameAs(first);
            assertThat(sage.requests()).hasSize(requests);

            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(6)));
            assertThat(reader.read("3")).isNotSameAs(first).isEqualTo(first);
            assertThat(sage.requests()).hasSize(2 * requests);
        }
    }

    @Test
    void an_old_copy_is_never_passed_off_as_a_fresh_one() throws Exception {
        AtomicBoolean down = new AtomicBoolean();
        try (RawServer sage = new RawServer(request -> down.get() ? RawServer.json(503, "") : lookUps(request))) {
            SiteReader reader = reader(sage);
            reader.read("3");
            down.set(true);
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(6)));

            assertThatThrownBy(() -> reader.read("3")).isInstanceOf(TargetUnavailable.class);
        }
    }

    @Test
    void a_wrong_company_is_named() throws IOException {
        try (RawServer sage = new RawServer(request -> RawServer.json(401, ""))) {
            assertThatThrownBy(() -> reader(sage).read("77"))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("company 77");
        }
    }

    private SiteReader reader(RawServer sage) {
        SageSettings settings = Given.settings(sage.url());
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }
        };
        return new SiteReader(new SageReads(settings, SageAuthorization.NONE), settings.lookupsRefresh(), clock);
    }

    private static RawServer.Reply lookUps(RawServer.Request request) {
        return RawServer.json(
                200,
                switch (request.path().replace("/sage/", "")) {
                    case "sop_settings" ->
                        "[{\"id\":1,\"are_prices_tax_inclusive\":true,"
                                + "\"orders_returns_last_archived_up_to\":\"2025-03-31T00:00:00\"}]";
                    case "currencies" ->
                        "[{\"id\":1,\"symbol\":\"£\",\"currency_iso_code\":{\"id\":5,\"code\":\"GBP\"}},"
                                + "{\"id\":2,\"symbol\":\"€\",\"currency_iso_code\":{\"id\":6,\"code\":\"EUR\"}},"
                                + "{\"id\":3,\"symbol\":\"?\"}]";
                    case "customers" ->
                        "[{\"id\":11,\"reference\":\"CENTGBP1 \",\"currency_id\":1,\"on_hold\":false},"
                                + "{\"id\":12,\"reference\":\"CENTEUR1\",\"currency_id\":2,\"on_hold\":true}]";
                    case "products" -> products(request.query());
                    case "warehouses" -> "[{\"id\":501,\"name\":\"HOME\"}]";
                    case "tax_codes" -> "[{\"id\":2,\"code\":1,\"tax_rate\":20.00}]";
                    case "country_codes" -> "[{\"id\":13,\"code\":\"GB\"}]";
                    case "sop_additional_charges" -> "[{\"id\":9,\"code\":\"CARRIAGE\"}]";
                    default -> "unexpected";
                });
    }

    /** Two pages: a thousand, and the rest. */
    private static String products(String query) {
        if (query.contains("$skip=1000")) {
            return "[{\"id\":5001,\"code\":\"OLD\",\"product_status_type\":\"EnumStockItemStatusTypeInactive\"},"
                    + "{\"id\":5002,\"code\":\"NOSALE\",\"allow_sales_order\":false},"
                    + "{\"id\":5003,\"code\":\"GOOD\",\"product_status_type\":\"EnumStockItemStatusTypeActive\","
                    + "\"allow_sales_order\":true}]";
        }
        return IntStream.range(0, 1000)
                .mapToObj(i -> "{\"id\":" + (100 + i) + ",\"code\":\"SKU" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
