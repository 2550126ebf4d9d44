package centrasage.simulator.centra;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Article;
import centrasage.simulator.trade.Discount;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Parties;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.Reseller;
import centrasage.simulator.trade.Shop;
import centrasage.simulator.trade.Standing;
import centrasage.simulator.trade.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Centra itself knows about an order that bears on the books, worked out from its present state and not from the
 * kind it was dealt as: the auditor compares this with the other side.
 */
final class OrderFacts {
    private static final Set<Standing.Status> FINAL =
            Set.of(Standing.Status.CONFIRMED, Standing.Status.PROCESSING, Standing.Status.SHIPPED);

    private final CentraOrder order;
    private final Set<String> bookedSkus;

    OrderFacts(CentraOrder order, Set<String> bookedSkus) {
        this.order = order;
        this.bookedSkus = bookedSkus;
    }

    /** Why Centra's own rules keep the order from any ledger; empty when nothing does. */
    List<String> blockedBy() {
        Standing standing = order.standing();
        List<String> reasons = new ArrayList<>();
        add(reasons, !FINAL.contains(standing.status()), "STATUS_" + standing.status());
        add(reasons, standing.onHold(), "ON_HOLD");
        add(reasons, standing.waitingForPayment(), "WAITING_FOR_PAYMENT");
        add(reasons, standing.internal(), "INTERNAL");
        add(reasons, consumer() && authorisedMinor() < order.totals().grand(), "NOT_FULLY_AUTHORISED");
        return reasons;
    }

    /** What must be decided, mapped or completed before the order can be posted. */
    List<String> special() {
        Parties parties = order.trade().parties();
        List<String> features = new ArrayList<>();
        add(features, hasLine(Line.Type.GIFT_CERTIFICATE), "GIFT_CERTIFICATE");
        add(features, hasPayment(Payment.Type.AUTH_GIFT_CARD), "GIFT_CARD");
        add(features, hasCredit(), "VOUCHER_CREDIT");
        add(features, order.trade().terms().country().equals(Shop.CH), "UNMAPPED_COUNTRY");
        add(features, !consumer() && !isInBooks(parties.account()), "UNMAPPED_RESELLER");
        add(features, parties.shipping() == null, "NO_ADDRESS");
        add(features, consumer() && parties.customer() == null, "NO_CUSTOMER");
        add(features, unlisted(), "UNLISTED_SKU");
        return features;
    }

    private static boolean isInBooks(Parties.@Nullable Account reseller) {
        return reseller != null && Reseller.isInBooks(reseller.name());
    }

    private boolean hasCredit() {
        return order.trade().basket().discounts().stream()
                .anyMatch(discount -> discount.type() == Discount.Type.VOUCHER_CREDIT && discount.minor() != 0);
    }

    long authorisedMinor() {
        return order.trade().authorisedMinor();
    }

    private boolean unlisted() {
        return order.trade().basket().lines().stream()
                .filter(line -> line.quantity() > 0)
                .filter(line -> line.type() == Line.Type.PRODUCT || line.type() == Line.Type.BUNDLE_ITEM)
                .map(Line::article)
                .map(Article::sku)
                .anyMatch(sku -> !bookedSkus.contains(sku));
    }

    private boolean consumer() {
        return order.trade().terms().store().type() == Store.Type.DIRECT_TO_CONSUMER;
    }

    private boolean hasLine(Line.Type type) {
        return order.trade().basket().lines().stream().anyMatch(line -> line.type() == type);
    }

    private boolean hasPayment(Payment.Type type) {
        return order.trade().payments().stream().anyMatch(entry -> entry.type() == type);
    }

    private static void add(List<String> reasons, boolean applies, String reason) {
        if (applies) {
            reasons.add(reason);
        }
    }
}
