package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.OrderAudit;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.simulator.trade.TradeOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each kind of order that a shop has, through both simulators, and one of ten thousand lines: what belongs in the ledger is in
 * Sage once and to the penny, and everything else says why not. The table in docs/orders.md says the same.
 */
class KindsStoryIT {
    private static final long SEED = 35;
    private static final int OF_EACH_KIND = 6;
    private static final int LINES = 10_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** What a site must have decided before these are posted. */
    private static final Set<String> DECIDED = Set.of("GIFT_CARD", "GIFT_CERTIFICATE", "VOUCHER_CREDIT");

    /** Why an order of the kind is not posted; a kind that is not named here is posted. */
    private static final Map<OrderKind, String> NOT_POSTED = new EnumMap<>(Map.ofEntries(
            Map.entry(OrderKind.HOLD_PAYMENT_MISMATCH, "ON_HOLD"),
            Map.entry(OrderKind.HOLD_WAITING_FOR_PAYMENT, "ON_HOLD"),
            Map.entry(OrderKind.HOLD_FRAUD_CHECK, "ON_HOLD"),
            Map.entry(OrderKind.HOLD_CHECK_FIRST_ALLOCATION, "ON_HOLD"),
            Map.entry(OrderKind.HOLD_GIFT_CARD_AUTHORIZATION, "ON_HOLD"),
            Map.entry(OrderKind.HOLD_BY_HAND, "ON_HOLD"),
            Map.entry(OrderKind.WAITING_FOR_PAYMENT, "ON_HOLD"),
            Map.entry(OrderKind.PENDING, "STATUS"),
            Map.entry(OrderKind.CANCELLED, "ORDER_CANCELLED"),
            Map.entry(OrderKind.INTERNAL_TEST, "INTERNAL"),
            Map.entry(OrderKind.UNPAID, "NOT_PAID"),
            Map.entry(OrderKind.UNDER_AUTHORISED, "NOT_PAID"),
            Map.entry(OrderKind.WHOLESALE_UNMAPPED, "RESELLER_NOT_MAPPED"),
            Map.entry(OrderKind.UNKNOWN_SKU, "UNKNOWN_SKU"),
            Map.entry(OrderKind.UNMAPPED_COUNTRY, "VAT_NOT_MAPPED"),
            Map.entry(OrderKind.MISSING_ADDRESS, "NO_ADDRESS"),
            Map.entry(OrderKind.MISSING_CUSTOMER, "NO_CUSTOMER")));

    @Test
    void each_kind_is_posted_to_the_penny_or_says_why_not() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/kinds"), SEED, DAY, 0)) {
            List<TradeOrder> orders = deal();
            world.simulators().centra().state().place(orders);
            Map<String, String> settings = world.settings();
            settings.put("gift-card.vat", "multi-purpose");
            settings.put("orders.tolerance-per-order", "500.00"); // for the one of ten thousand lines
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                api.runToEnd("order-import", LIMIT);
                Await.until("all orders to be posted", LIMIT, () -> api.unfinished() == 0);
                eachOrderIsWhatItsKindSays(api, orders);
                toThePenny(world, orders);
                previewsSayTheSame(api, orders);
            }
        }
    }

    private static List<TradeOrder> deal() {
        OrderKind[] kinds = OrderKind.values();
        TradeGenerator generator = new TradeGenerator(SEED);
        List<TradeOrder> orders = new ArrayList<>(
                generator.day(DAY, OF_EACH_KIND * kinds.length, Mix.only(kinds), TradeGenerator.FIRST_NUMBER));
        int next = TradeGenerator.FIRST_NUMBER + orders.size();
        orders.add(huge(generator.day(DAY, 1, Mix.only(OrderKind.PLAIN), next).get(0)));
        return orders;
    }

    private static TradeOrder huge(TradeOrder order) {
        Line line = order.basket().lines().get(0);
        List<Line> lines = IntStream.range(0, LINES)
                .mapToObj(i -> new Line(
                        1_000_000 + i,
                        line.type(),
                        line.article(),
                        1,
                        0,
                        line.originalMinor(),
                        line.unitMinor(),
                        line.discountPercent(),
                        line.vatPercent(),
                        null))
                .toList();
        TradeOrder huge = order.withBasket(order.basket().withLines(lines));
        Payment paid = order.payments().get(0);
        return huge.withPayments(List.of(new Payment(
                paid.id(),
                paid.createdAt(),
                Payment.Type.AUTH,
                Payment.Status.SUCCESS,
                huge.basket().totals().grand(),
                paid.externalReference(),
                paid.gateway())));
    }

    private static void eachOrderIsWhatItsKindSays(Api api, List<TradeOrder> orders) {
        Map<OrderKind, Map<String, Integer>> seen = new EnumMap<>(OrderKind.class);
        for (TradeOrder order : orders) {
            JsonNode posting = api.get("/api/orders/" + order.number()).at("/postings/0/posting");
            String state = posting.get("state").asText();
            String outcome = state.equals("POSTED")
                    ? state
                    : posting.at("/reasons/0/code").asText();
            seen.computeIfAbsent(order.kind(), kind -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
        }
        System.out.println("by kind: " + seen);
        for (OrderKind kind : OrderKind.values()) {
            assertThat(seen.get(kind)).as(kind.name()).containsOnlyKeys(NOT_POSTED.getOrDefault(kind, "POSTED"));
        }
    }

    private static void toThePenny(World world, List<TradeOrder> orders) throws IOException, InterruptedException {
        OrderAudit.Result audit = new OrderAudit(
                        world.simulators().centra().baseUrl(),
                        world.simulators().sage().baseUrl(),
                        DECIDED)
                .check();
        assertThat(audit.violations()).isEmpty();
        assertThat(audit.vatDiffers()).isZero();
        long posted = orders.stream()
                .filter(order -> !NOT_POSTED.containsKey(order.kind()))
                .count();
        assertThat(audit.posted()).isEqualTo((int) posted);
    }

    /** Asked again for any order, the API gives the document that was posted, or the reasons. */
    private static void previewsSayTheSame(Api api, List<TradeOrder> orders) {
        for (TradeOrder order : orders) {
            JsonNode preview = api.get("/api/orders/" + order.number() + "/preview");
            boolean posted = !NOT_POSTED.containsKey(order.kind());
            assertThat(preview.get("outcome").asText().equals("POST"))
                    .as(order.kind() + " " + preview.get("reasons"))
                    .isEqualTo(posted);
            if (posted) {
                JsonNode body = Json.parse(preview.at("/document/body").asText());
                assertThat(body.get("customer_document_no").asText()).isEqualTo("C" + order.number());
                assertThat(body.get("lines").size())
                        .isEqualTo(preview.at("/document/lines").size());
            } else {
                assertThat(preview.get("reasons").size()).isPositive();
            }
        }
    }
}
