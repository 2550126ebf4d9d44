package centrasage.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Shipment;
import centrasage.flow.OrderStanding;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.mapping.ExampleMappings;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewDespatchJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table of situations of one shipment. */
class DespatchPlannerTest {
    private static final Instant LATE_EVENING = Instant.parse("2026-11-23T23:30:00Z");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final PostingKey ORDER = new PostingKey("33", PostingKind.ORDER, "10234");

    @TempDir
    private Path folder;

    private Mappings mappings;

    private final DespatchPlanner planner =
            new DespatchPlanner(NewDespatchJson::write, new DespatchRules(OrdersFrom.parse("2026-11-01"), STOCKHOLM));

    @BeforeEach
    void map() throws IOException, MappingFaults {
        ExampleMappings.copyTo(folder);
        Files.writeString(
                folder.resolve("warehouses.csv"),
                "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n"
                        + "33,Main,HOME,centra,no,\n33,Leeds,LEEDS,sage,no,\n33,Nord,NORD,centra,no,\n");
        Files.writeString(
                folder.resolve("skus.csv"),
                "company,sku,product,as\n33,RED-M,TD-RED-M,product\n33,WRAP,GIFTWRAP,charge\n");
        Files.writeString(
                folder.resolve("carriers.csv"), "company,carrier,service,courier\n*,Royal Mail,*,RM Tracked 48\n");
        mappings = SeedFolder.load(folder);
    }

    private Plan plan(Shipment shipment) {
        return planner.plan(shipment, new OrderStanding(ORDER, PostingState.POSTED, List.of()), mappings);
    }

    private NewDespatch despatch(Shipment shipment) {
        Plan plan = plan(shipment);
        assertThat(plan).isInstanceOf(Plan.Post.class);
        return NewDespatchJson.read(((Plan.Post) plan).command().document());
    }

    private static List<String> codes(Plan plan) {
        return plan.match(
                post -> List.of(),
                skip -> List.of(skip.reason().code()),
                hold -> hold.reasons().stream().map(Reason::code).toList());
    }

    private static Shipment shipment(List<Shipment.Line> lines) {
        return shipment(LATE_EVENING, new Shipment.Tracking("DHL", "Express", "JD014600"), lines);
    }

    private static Shipment shipment(
            @Nullable Instant shippedAt, Shipment.Tracking tracking, List<Shipment.Line> lines) {
        return new Shipment(
                77,
                "10234-1",
                10234,
                Instant.parse("2026-11-20T10:00:00Z"),
                shippedAt != null,
                shippedAt,
                tracking,
                false,
                2,
                new BigDecimal("59.9"),
                "GBP",
                lines,
                List.of(
                        new Shipment.Ordered(1, "BLUE-S"),
                        new Shipment.Ordered(2, "RED-M"),
                        new Shipment.Ordered(3, "RED-M"),
                        new Shipment.Ordered(4, "WRAP"),
                        new Shipment.Ordered(5, null)));
    }

    private static Shipment.Line line(long orderLine, int quantity, String... warehouses) {
        return new Shipment.Line(orderLine, "ProductOrderLine", quantity, List.of(warehouses));
    }

    @Test
    void a_completed_shipment_is_despatched_under_its_number_on_the_day_in_the_sites_zone() {
        Plan.Post post = (Plan.Post) plan(shipment(List.of(line(1, 2, "Main"), line(3, 1, "Main"))));
        assertThat(post.after()).isNull();
        assertThat(post.command().key()).isEqualTo(new PostingKey("33", PostingKind.DESPATCH, "10234-1"));
        assertThat(post.command().object()).isEqualTo("33/C10234");
        NewDespatch despatch = NewDespatchJson.read(post.command().document());
        assertThat(despatch.date()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(despatch.tracking()).isEqualTo(new NewDespatch.Tracking("DHL", "JD014600"));
        assertThat(despatch.pieces()).isEqualTo(2);
        assertThat(despatch.lines())
                .containsExactly(
                        new NewDespatch.Line("BLUE-S", 0, BigDecimal.valueOf(2), "HOME"),
                        new NewDespatch.Line("TD-RED-M", 1, BigDecimal.ONE, "HOME"));
    }

    @Test
    void it_waits_for_its_order_while_that_is_not_posted() {
        Shipment shipment = shipment(List.of(line(1, 1, "Main")));
        for (PostingState state : List.of(
                PostingState.PLANNED,
                PostingState.HELD,
                PostingState.REFUSED,
                PostingState.IN_DOUBT,
                PostingState.LOCKED)) {
            Plan plan = planner.plan(shipment, new OrderStanding(ORDER, state, List.of()), mappings);
            assertThat(plan)
                    .isInstanceOfSatisfying(
                            Plan.Post.class, post -> assertThat(post.after()).isEqualTo(ORDER));
        }
    }

    @Test
    void what_is_not_completed_or_not_for_the_ledger_is_skipped_and_says_why() {
        Shipment.Tracking none = new Shipment.Tracking("", "", "");
        assertThat(codes(plan(shipment(null, none, List.of(line(1, 1)))))).containsExactly("NOT_SHIPPED");
        Shipment shipment = shipment(List.of(line(1, 1, "Main")));
        Reason status = new Reason("STATUS", centrasage.flow.Owner.CX, "Its status is PENDING", "");
        Plan plan = planner.plan(shipment, new OrderStanding(ORDER, PostingState.SKIPPED, List.of(status)), mappings);
        assertThat(codes(plan)).containsExactly("ORDER_NOT_POSTED");
        assertThat(((Plan.Skip) plan).reason().what()).contains("Its status is PENDING");
        assertThat(codes(planner.plan(shipment, OrderStanding.UNKNOWN, mappings)))
                .containsExactly("ORDER_NOT_POSTED");
    }

    @ParameterizedTest
    @EnumSource(
            value = PostingState.class,
            names = {"ABANDONED", "REVERSED"})
    void what_was_settled_by_hand_needs_its_despatch_by_hand(PostingState state) {
        Plan plan = planner.plan(
                shipment(List.of(line(1, 1, "Main"))), new OrderStanding(ORDER, state, List.of()), mappings);
        assertThat(codes(plan)).containsExactly("ORDER_GIVEN_UP");
    }

    @Test
    void a_warehouse_that_despatches_in_sage_is_never_echoed() {
        assertThat(codes(plan(shipment(List.of(line(1, 1, "Leeds")))))).containsExactly("DESPATCHED_IN_SAGE");
        assertThat(codes(plan(shipment(List.of(line(1, 1, "Leeds"), line(2, 1, "Main"))))))
                .containsExactly("SEVERAL_DESPATCH_OWNERS");
    }

    @Test
    void a_shipment_that_we_made_of_a_despatch_is_never_despatched_wherever_centra_takes_it_from() {
        Shipment own = shipment(List.of(line(1, 1, "Main")));
        Shipment ofSage = new Shipment(
                own.id(),
                own.number(),
                own.order(),
                own.orderedAt(),
                own.shipped(),
                own.shippedAt(),
                own.tracking(),
                true,
                own.packages(),
                own.grandTotal(),
                own.currency(),
                own.lines(),
                own.ordered());
        assertThat(codes(plan(ofSage))).containsExactly("MADE_FROM_SAGE");
        assertThat(codes(planner.plan(ofSage, OrderStanding.UNKNOWN, mappings))).containsExactly("MADE_FROM_SAGE");
    }

    @Test
    void what_is_no_goods_is_left_out() {
        assertThat(despatch(shipment(List.of(line(4, 1, "Main"), line(1, 1, "Main"))))
                        .lines())
                .extracting(NewDespatch.Line::product)
                .containsExactly("BLUE-S");
        assertThat(codes(plan(shipment(List.of(line(4, 1, "Main")))))).containsExactly("NO_GOODS");
        Shipment.Line bundle = new Shipment.Line(9, "BundleOrderLine", 1, List.of("Main"));
        assertThat(despatch(shipment(List.of(bundle, line(1, 1, "Main")))).lines())
                .hasSize(1);
        assertThat(codes(plan(shipment(List.of(bundle))))).containsExactly("BUNDLE_WITHOUT_ITEMS");
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        Plan plan = plan(shipment(List.of(line(5, 1, "Main"), line(1, 1, "Oslo"), line(2, 1, "Main", "Nord"))));
        assertThat(codes(plan)).containsExactly("UNKNOWN_SKU", "WAREHOUSE_NOT_MAPPED", "SEVERAL_WAREHOUSES");
    }

    @Test
    void carriers_have_sages_names() {
        Shipment.Tracking royal = new Shipment.Tracking("Royal Mail", "", "RM1");
        assertThat(despatch(shipment(LATE_EVENING, royal, List.of(line(1, 1, "Main"))))
                        .tracking()
                        .courier())
                .isEqualTo("RM Tracked 48");
    }

    @Test
    void what_is_in_it_makes_its_fingerprint_and_who_carries_it_does_not() {
        Shipment one = shipment(List.of(line(1, 1, "Main")));
        Shipment other = shipment(LATE_EVENING, new Shipment.Tracking("DPD", "", "X"), List.of(line(1, 1, "Main")));
        Shipment more = shipment(List.of(line(1, 2, "Main")));
        assertThat(DespatchPlanner.fingerprint(one)).isEqualTo(DespatchPlanner.fingerprint(other));
        assertThat(DespatchPlanner.fingerprint(one)).isNotEqualTo(DespatchPlanner.fingerprint(more));
    }

    @Test
    void it_is_kept_word_for_word() {
        String text = ((Plan.Post) plan(shipment(List.of(line(1, 1, "Main")))))
                .command()
                .document();
        assertThat(NewDespatchJson.write(NewDespatchJson.read(text))).isEqualTo(text);
    }
}
