package centrasage.sage200.client;

import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.SageSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The company, the order and the settings that the tests share. */
public final class Given {
    static final String COMPANY = "3";

    /** A second before Sage makes what {@link #answer} shows. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T13:40:10.237Z"), ZoneOffset.UTC);

    private Given() {}

    public static SageSettings settings(String url) {
        return new SageSettings(
                url,
                "5c3d1d0e-0000-4000-8000-000000000001",
                Duration.ofMillis(1500),
                Duration.ofMillis(700),
                Pattern.compile("(?i)lock|in use|another user|being (amended|edited)"),
                Duration.ofMinutes(5),
                Duration.ofMinutes(2));
    }

    static SageOrders orders(String url) {
        SageSettings settings = settings(url);
        return new SageOrders(
                settings,
                new SageReads(settings, SageAuthorization.NONE),
                SageAuthorization.NONE,
                Optional.empty(),
                CLOCK);
    }

    static Site site() {
        return new Site(
                COMPANY,
                false,
                Map.of("CENTGBP1", new Site.Customer(27006, "CENTGBP1", "GBP", false)),
                Map.of("DRESS-RED-M", 27256L),
                Set.of(),
                Map.of("HOME", 501L),
                Map.of(1, new Site.TaxCode(2, 1, new BigDecimal("20.00"))),
                Map.of("GB", 13L),
                Map.of("CARRIAGE", 9L));
    }

    public static NewSalesOrder order() {
        return order(List.of(
                standard("DRESS-RED-M", "2", "47.00"),
                new Line(
                        LineType.CHARGE,
                        "CARRIAGE",
                        null,
                        null,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        new BigDecimal("5.00000"),
                        1,
                        "4905/LON/WEB",
                        Map.of()),
                new Line(
                        LineType.COMMENT,
                        null,
                        "Gift wrap, café",
                        null,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        null,
                        null,
                        Map.of())));
    }

    public static NewSalesOrder order(List<Line> lines) {
        return order(COMPANY, "CENTGBP1", lines);
    }

    public static NewSalesOrder order(String company, String customer, List<Line> lines) {
        return new NewSalesOrder(
                company,
                customer,
                "C10234",
                LocalDate.of(2026, 11, 23),
                new DeliveryAddress(
                        "Zoë O'Neill",
                        "1 High Street",
                        "",
                        "",
                        "",
                        "Leeds",
                        "",
                        "LS1 1AA",
                        "GB",
                        "Zoë O'Neill",
                        "0113 4960000",
                        "zoe@example.com",
                        ""),
                Map.of(),
                lines,
                Money.of("118.80", "GBP"),
                Money.of("19.80", "GBP"));
    }

    public static Line standard(String code, String quantity, String unitPrice) {
        return new Line(
                LineType.STANDARD,
                code,
                null,
                "HOME",
                new BigDecimal(quantity),
                new BigDecimal(quantity),
                new BigDecimal(unitPrice),
                1,
                null,
                Map.of());
    }

    /** A {@code sop_order} as Sage answers it. */
    static String answer(long id, String key, boolean draft, @Nullable Integer lines) {
        return "{\"id\":" + id + ",\"document_no\":\"0000000231\",\"customer_document_no\":\"" + key
                + "\",\"customer_id\":27006,\"document_date\":\"2026-11-23T00:00:00\",\"document_status\":\"EnumDocumentStatusLive\",\"is_draft\":"
                + draft
                + ",\"total_net_value\":99.00,\"total_tax_value\":19.80,\"total_gross_value\":118.80,"
                + (lines == null ? "" : "\"lines\":[" + "{\"id\":1},".repeat(lines - 1) + "{\"id\":2}],")
                + "\"date_time_created\":\"2026-11-23T13:40:11.237Z\"}";
    }
}
