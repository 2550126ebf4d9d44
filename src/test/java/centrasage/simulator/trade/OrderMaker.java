package centrasage.simulator.trade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one order of a given kind. */
final class OrderMaker {
    private static final String HEX = "0123456789abcdef";

    private final Dice dice;
    private final int number;
    private final OrderKind kind;
    private final Instant createdAt;

    OrderMaker(Dice dice, int number, OrderKind kind, Instant createdAt) {
        this.dice = dice;
        this.number = number;
        this.kind = kind;
        this.createdAt = createdAt;
    }

    TradeOrder make() {
        Reseller reseller = reseller();
        Pricing pricing = reseller == null ? Pricing.toConsumer(terms(), taxMode()) : Pricing.toReseller(reseller);
        Terms terms = pricing.terms();
        PartyMaker partyMaker = new PartyMaker(dice, number);
        Parties parties = reseller == null ? partyMaker.consumer(kind, terms.country()) : partyMaker.reseller(reseller);
        Basket ordered = new BasketMaker(dice, pricing, number).basket(kind);
        List<Payment> payments =
                new Payments(dice, number, createdAt).of(kind, ordered.totals().grand());
        Basket basket = kind == OrderKind.PART_CANCELLED ? partCancelled(ordered) : ordered;
        String id = dice.letters(HEX, 32);
        // Confirmation follows the checkout, after the payment provider has answered.
        Instant updatedAt = createdAt.plusSeconds(dice.between(2, 240));
        return new TradeOrder(
                number, id, kind, createdAt, updatedAt, terms, standing(), parties, basket, payments, comment());
    }

    private @Nullable Reseller reseller() {
        return switch (kind) {
            case WHOLESALE -> dice.pick(Reseller.KNOWN);
            case WHOLESALE_UNMAPPED -> Reseller.UNKNOWN;
            default -> null;
        };
    }

    private Terms terms() {
        return switch (kind) {
            case UNMAPPED_COUNTRY -> new Terms(Shop.WEB, Shop.EXPORT, Shop.CH);
            case TAX_DEDUCTED -> new Terms(Shop.WEB, Shop.EXPORT, Shop.US);
            case MIXED_RATES, MIXED_RATES_VOUCHER -> new Terms(Shop.WEB, Shop.UNITED_KINGDOM, Shop.GB);
            default -> {
                Market market =
                        List.of(Shop.UNITED_KINGDOM, Shop.EURO, Shop.SWEDEN).get(dice.weighted(40, 45, 15));
                yield new Terms(Shop.WEB, market, dice.pick(market.countries()));
            }
        };
    }

    private TaxMode taxMode() {
        return switch (kind) {
            case TAX_ADDED -> TaxMode.ADDED;
            case TAX_DEDUCTED -> dice.chance(50) ? TaxMode.DEDUCTED : TaxMode.DEDUCTED_FROM_LINES;
            default -> TaxMode.INCLUDED;
        };
    }

    /** After the checkout: what was authorised stays. */
    private static Basket partCancelled(Basket ordered) {
        List<Line> lines = new ArrayList<>(ordered.lines());
        lines.set(0, lines.get(0).cancel(1));
        Line last = lines.get(lines.size() - 1);
        lines.set(lines.size() - 1, last.cancel(last.quantity()));
        return ordered.withLines(lines);
    }

    private String comment() {
        return kind == OrderKind.GIFT_WRAP ? "Gift message: Joyeux Noël, chère Zoë!\nΜε αγάπη" : "";
    }

    private Standing standing() {
        return switch (kind) {
            case HOLD_PAYMENT_MISMATCH -> Standing.held(Standing.HoldReason.PAYMENT_MISMATCH);
            case HOLD_WAITING_FOR_PAYMENT -> Standing.held(Standing.HoldReason.WAITING_FOR_PAYMENT);
            case HOLD_FRAUD_CHECK -> Standing.held(Standing.HoldReason.WAITING_FOR_FRAUD_CHECK);
            case HOLD_CHECK_FIRST_ALLOCATION -> Standing.held(Standing.HoldReason.WAITING_FOR_CHECK_FIRST_ALLOCATION);
            case HOLD_GIFT_CARD_AUTHORIZATION -> Standing.held(Standing.HoldReason.WAITING_FOR_GIFT_CARD_AUTHORIZATION);
            case HOLD_BY_HAND -> Standing.held(null);
            case WAITING_FOR_PAYMENT ->
                new Standing(Standing.Status.CONFIRMED, false, Standing.HoldReason.WAITING_FOR_PAYMENT, true, false);
            case PENDING -> Standing.of(Standing.Status.PENDING);
            case CANCELLED -> Standing.of(Standing.Status.CANCELLED);
            case INTERNAL_TEST -> new Standing(Standing.Status.CONFIRMED, false, null, false, true);
            case GIFT_CERTIFICATE_SALE -> Standing.of(Standing.Status.SHIPPED);
            default -> Standing.CONFIRMED;
        };
    }
}
