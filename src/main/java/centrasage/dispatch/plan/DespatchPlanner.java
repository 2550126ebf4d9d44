package centrasage.dispatch.plan;

import centrasage.centra.Shipment;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sha256;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.sage200.NewDespatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what becomes of one shipment of Centra's in Sage 200: despatched exactly so, skipped, or held with all the reasons.
 * Asks nobody and looks at no clock: the same shipment, standing of its order and mappings give the same plan.
 */
final class DespatchPlanner {
    private static final int CONSIGNMENT_LENGTH = 60;

    private final Function<NewDespatch, String> text;
    private final DespatchRules rules;

    /** @param text writes the despatch down as the JSON text of a {@link Command} */
    DespatchPlanner(Function<NewDespatch, String> text, DespatchRules rules) {
        this.text = text;
        this.rules = rules;
    }

    /** @param order known, or of before the cut-over */
    Plan plan(Shipment shipment, OrderStanding order, Mappings mappings) {
        PostingKey key = order.key();
        Optional<Plan> settled = Settled.despatch(shipment, order);
        if (settled.isPresent() || key == null || shipment.shippedAt() == null) {
            return settled.orElseThrow();
        }
        InForce inForce = mappings.on(date(shipment.shippedAt()));
        ShippedGoods goods = new ShippedGoods(shipment, key.company(), inForce);
        List<NewDespatch.Line> lines = goods.lines();
        String courier = goods.courier();
        if (!goods.reasons().isEmpty()) {
            return new Plan.Hold(goods.reasons());
        }
        if (goods.isDespatchedBySage()) {
            return Settled.skip(
                    "DESPATCHED_IN_SAGE",
                    "Its warehouse despatches in Sage 200 (warehouses.csv, dispatch_owner = sage), so Sage's despatch leads",
                    "Nothing to do");
        }
        if (lines.isEmpty()) {
            return Settled.skip(
                    "NO_GOODS",
                    "Nothing in it is goods: charges and gift certificates are not despatched in Sage 200",
                    "Nothing to do");
        }
        return post(shipment, order, courier, lines);
    }

    private Plan post(Shipment shipment, OrderStanding order, String courier, List<NewDespatch.Line> lines) {
        String company = Objects.requireNonNull(order.key()).company();
        NewDespatch despatch = new NewDespatch(
                company,
                OrderName.of(shipment.order()),
                shipment.number(),
                date(Objects.requireNonNull(shipment.shippedAt())),
                lines,
                new NewDespatch.Tracking(courier, cut(shipment.tracking().number())),
                shipment.packages(),
                value(shipment));
        Command command = new Command(
                new PostingKey(company, PostingKind.DESPATCH, shipment.number()),
                OrderName.object(company, despatch.customerDocumentNo()),
                despatch.value(),
                null,
                despatch.date(),
                fingerprint(shipment),
                text.apply(despatch));
        return new Plan.Post(command, order.isPosted() ? null : order.key());
    }

    /** What was in it. Who carries it is no part: it may be amended. */
    static String fingerprint(Shipment shipment) {
        return Sha256.hex("shipment/1\n" + shipment.number() + "\n"
                + shipment.lines().stream()
                        .map(line -> line.orderLine() + " " + line.quantity())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    /** The money at risk: Sage 200 takes the amount of a despatch from its own order. */
    static Money value(Shipment shipment) {
        return ShownAmount.of(shipment.grandTotal(), shipment.currency());
    }

    LocalDate date(Instant moment) {
        return moment.atZone(rules.zone()).toLocalDate();
    }

    /** Whether its order is from before the cut-over, so that nothing here will ever know it. */
    boolean isOfBefore(Shipment shipment) {
        return rules.from().isAfter(shipment.order(), date(shipment.orderedAt()));
    }

    private static String cut(String consignment) {
        return consignment.length() <= CONSIGNMENT_LENGTH ? consignment : consignment.substring(0, CONSIGNMENT_LENGTH);
    }
}
