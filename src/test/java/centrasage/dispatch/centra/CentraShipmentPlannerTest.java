package centrasage.dispatch.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.NewShipment;
import centrasage.centra.NewShipmentJson;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.centra.Shipment;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.mapping.ExampleMappings;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.money.Money;
import centrasage.orders.plan.OrderDraft;
import centrasage.sage200.DespatchNote;
import centrasage.sync.posting.Planned;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of situations of one despatch of Sage's. */
class CentraShipmentPlannerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final DocumentVersion DOCUMENT = new DocumentVersion("despatch", "33/0000000012", 1);
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @TempDir
    private Path folder;

    private Mappings mappings;

    private final CentraShipmentPlanner planner =
            new CentraShipmentPlanner(NewShipmentJson::write, OrdersFrom.parse("2026-11-01"), STOCKHOLM);

    @BeforeEach
    void map() throws IOException, MappingFaults {
        ExampleMappings.copyTo(folder);
        Files.writeString(
                folder.resolve("warehouses.csv"),
                "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n"
                        + "33,Main,HOME,centra,no,\n33,Leeds,LEEDS,sage,no,\n33,Nord,NORD,centra,no,\n33,Sud,NORD,sage,no,\n");
        Files.writeString(
                folder.resolve("skus.csv"),
                "company,sku,product,as\n33,RED-M,TD-RED-M,product\n33,WRAP,GIFTWRAP,charge\n");
        Files.writeString(
                folder.resolve("carriers.csv"),
                "company,carrier,service,courier\n33,Royal Mail,Tracked 48,RM48\n33,DHL,*,DHL\n");
        mappings = SeedFolder.load(folder);
    }

    private static Order order() {
        return draft().build();
    }

    private static OrderDraft draft() {
        return OrderDraft.ordinary()
                .with(
                        line(11, "BLUE-S", 2, "20.00"),
                        line(12, "RED-M", 1, "30.00"),
                        line(13, "RED-M", 2, "60.00"),
                        line(14, "WRAP", 1, "3.00"));
    }

    private static OrderLine line(long id, String sku, int quantity, String gross) {
        OrderLine like = OrderDraft.line(sku, quantity, gross, "0.00", "20");
        return new OrderLine(
                id,
                like.type(),
                like.sku(),
                like.productName(),
                like.quantity(),
                like.cancelledQuantity(),
                like.unitPrice(),
                like.unitOriginalPrice(),
                like.gross(),
                like.net(),
                like.taxPercent(),
                like.comment(),
                like.preorder());
    }

    private static DespatchNote note(String notes, DespatchNote.Line... lines) {
        return note(notes, "RM48", lines);
    }

    private static DespatchNote note(String notes, String courier, DespatchNote.Line... lines) {
        return new DespatchNote(
                "33",
                "0000000012",
                10234,
                LocalDate.of(2026, 11, 23),
                DAY,
                notes,
                courier,
                "RM1234",
                2,
                List.of(lines));
    }

    private static DespatchNote.Line of(String product, String quantity, String warehouse) {
        return new DespatchNote.Line(1, product, new BigDecimal(quantity), warehouse);
    }

    private Plan plan(DespatchNote note) {
        return planner.plan(note, Optional.of(order()), mappings);
    }

    private NewShipment shipment(DespatchNote note) {
        return NewShipmentJson.read(((Plan.Post) plan(note)).command().document());
    }

    private static List<String> codes(Plan plan) {
        return plan.match(
                post -> List.of(),
                skip -> List.of(skip.reason().code()),
                hold -> hold.reasons().stream().map(Reason::code).toList());
    }

    @Test
    void a_despatch_is_shipped_under_its_number_with_the_lines_it_can_be_of() {
        DespatchNote note = note("", of("BLUE-S", "1.00000", "LEEDS"), of("TD-RED-M", "2", "LEEDS"));
        Plan.Post post = (Plan.Post) plan(note);
        assertThat(post.command().key()).isEqualTo(new PostingKey("33", PostingKind.CENTRA_SHIPMENT, "33/0000000012"));
        assertThat(post.command().object()).isEqualTo("33/C10234");
        assertThat(post.command().amount()).isEqualTo(Money.of("70.00", "GBP"));
        NewShipment shipment = shipment(note);
        assertThat(shipment.lines())
                .containsExactly(
                        new NewShipment.Line("BLUE-S", 1, List.of(11L)),
                        new NewShipment.Line("TD-RED-M", 2, List.of(12L, 13L)));
        assertThat(shipment.along()).as("what Sage does not despatch").containsExactly(14L);
        assertThat(shipment.tracking()).isEqualTo(new Shipment.Tracking("Royal Mail", "Tracked 48", "RM1234"));
        assertThat(shipment.packages()).isEqualTo(2);
        assertThat(shipment.shippedAt())
                .as("the morning of the day in the site's zone")
                .isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(NewShipmentJson.write(shipment)).isEqualTo(post.command().document());
    }

    @Test
    void nothing_leaves_before_its_order_was_made() {
        DespatchNote sameDay = new DespatchNote(
                "33",
                "0000000012",
                10234,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 23),
                "",
                "",
                "",
                null,
                List.of(of("BLUE-S", "1", "LEEDS")));
        assertThat(shipment(sameDay).shippedAt()).isEqualTo(order().createdAt());
    }

    @Test
    void a_courier_that_is_not_mapped_keeps_its_name() {
        assertThat(shipment(note("", "Pigeon", of("BLUE-S", "1", "LEEDS")))
                        .tracking()
                        .carrier())
                .isEqualTo("Pigeon");
        assertThat(shipment(note("", "dhl", of("BLUE-S", "1", "LEEDS")))
                        .tracking()
                        .carrier())
                .isEqualTo("DHL");
    }

    @Test
    void what_centra_owns_or_has_already_is_never_echoed() {
        assertThat(codes(plan(note("", of("BLUE-S", "1", "HOME"))))).containsExactly("DESPATCHED_IN_CENTRA");
        assertThat(codes(plan(note("10234-1", of("BLUE-S", "1", "LEEDS"))))).containsExactly("DESPATCHED_FROM_CENTRA");
        assertThat(codes(plan(note("left by hand, 10234-2.", of("BLUE-S", "1", "LEEDS")))))
                .containsExactly("DESPATCHED_FROM_CENTRA");
        assertThat(codes(plan(note("110234-1 and 10234", of("BLUE-S", "1", "LEEDS")))))
                .as("of another order")
                .isEmpty();
        assertThat(codes(plan(note("", of("", "1", "LEEDS")))))
                .as("free text alone")
                .containsExactly("DESPATCHED_IN_CENTRA");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        Plan plan = plan(note(
                "",
                of("BLUE-S", "3", "LEEDS"),
                of("NOVEL", "1", "LEEDS"),
                of("TD-RED-M", "0.5", "HOME"),
                of("TD-RED-M", "1", "NORD")));
        assertThat(codes(plan))
                .containsExactly(
                        "MAPPING_AMBIGUOUS",
                        "SEVERAL_DESPATCH_OWNERS",
                        "MORE_THAN_ORDERED",
                        "UNKNOWN_PRODUCT",
                        "NOT_WHOLE");
    }

    @Test
    void one_whose_order_was_never_received_is_told_unless_it_is_from_before_the_cut_over() {
        DespatchNote note = note("", of("BLUE-S", "1", "LEEDS"));
        assertThat(codes(planner.plan(note, Optional.empty(), mappings))).containsExactly("ORDER_NOT_RECEIVED");
        CentraShipmentPlanner later =
                new CentraShipmentPlanner(NewShipmentJson::write, OrdersFrom.parse("2026-11-24"), STOCKHOLM);
        assertThat(codes(later.plan(note, Optional.empty(), mappings))).containsExactly("ORDER_NOT_POSTED");
    }

    @Test
    void an_order_of_an_unknown_currency_is_no_reason_to_ship_nothing() {
        Order order = draft().in("XXQ").build();
        assertThat(planner.plan(note("", of("BLUE-S", "1", "LEEDS")), Optional.of(order), mappings))
                .isInstanceOfSatisfying(
                        Plan.Post.class,
                        post -> assertThat(post.command().amount().currency().getCurrencyCode())
                                .isEqualTo("GBP"));
    }

    @Test
    void each_step_waits_for_the_one_before_it() {
        Plan.Post post = (Plan.Post) plan(note("", of("BLUE-S", "1", "LEEDS")));
        List<Planned> steps = ShipmentPlans.of(post.command(), DOCUMENT, Set.of());
        assertThat(steps)
                .extracting(step -> step.key().kind())
                .containsExactly(
                        PostingKind.CENTRA_SHIPMENT,
                        PostingKind.CENTRA_GOOD_TO_GO,
                        PostingKind.CENTRA_CAPTURE,
                        PostingKind.CENTRA_COMPLETION);
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).after())
                    .isEqualTo(i == 0 ? null : steps.get(i - 1).key());
        }
    }

    @Test
    void what_comes_after_a_step_that_a_person_gave_up_is_not_for_centra_any_more() {
        Plan.Post post = (Plan.Post) plan(note("", of("BLUE-S", "1", "LEEDS")));
        List<Planned> steps = ShipmentPlans.of(post.command(), DOCUMENT, Set.of(PostingKind.CENTRA_CAPTURE));
        assertThat(steps)
                .extracting(step -> codes(step.plan()))
                .containsExactly(List.of(), List.of(), List.of(), List.of("STEP_GIVEN_UP"));
    }

    @Test
    void what_is_in_it_makes_its_fingerprint_and_who_carries_it_does_not() {
        String one = CentraShipmentPlanner.fingerprint(note("", "DHL", of("BLUE-S", "1", "LEEDS")));
        assertThat(CentraShipmentPlanner.fingerprint(note("x", "DPD", of("BLUE-S", "1.000", "LEEDS"))))
                .isEqualTo(one);
        assertThat(CentraShipmentPlanner.fingerprint(note("", "DHL", of("BLUE-S", "2", "LEEDS"))))
                .isNotEqualTo(one);
    }
}
