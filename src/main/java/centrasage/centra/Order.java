package centrasage.centra;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as Centra shows it (type {@code Order} of the Integration API). Enum values are kept as text: one that we do
 * not know must be held, never guessed.
 *
 * @param number the human number, Centra's own key for attributes and events
 * @param holdReason Centra's {@code OrderHoldReason}, null when none is given
 * @param storeType {@code DIRECT_TO_CONSUMER} or {@code WHOLESALE}
 * @param currency ISO 4217 code of every amount here
 * @param gateway {@code uri} of the payment plug-in instance, null when the order has none
 * @param comment {@code otherComment}: what the customer or the shop wrote about the order; empty when nothing
 * @param reseller null on a consumer's order
 */
public record Order(
        String id,
        long number,
        String status,
        Instant createdAt,
        Instant updatedAt,
        boolean onHold,
        @Nullable String holdReason,
        boolean internal,
        String storeType,
        String store,
        String market,
        String currency,
        BigDecimal grandTotal,
        Totals totals,
        List<OrderLine> lines,
        List<PaymentEntry> payments,
        List<Discount> discounts,
        @Nullable Address shippingAddress,
        @Nullable Address billingAddress,
        @Nullable Customer customer,
        @Nullable String shippingOption,
        @Nullable String gateway,
        String comment,
        @Nullable Reseller reseller) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Order[" + number + ", status=" + status + ", grandTotal=" + grandTotal + " " + currency + "]";
    }

    public Order {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        discounts = List.copyOf(discounts);
    }

    /** Parts of the total, as Centra states them; absent ones are zero. */
    public record Totals(
            BigDecimal lineValues,
            BigDecimal shipping,
            BigDecimal shippingTaxIncluded,
            BigDecimal handling,
            BigDecimal discounts,
            BigDecimal taxIncluded,
            BigDecimal taxAdded,
            BigDecimal taxDeducted,
            List<TaxShare> shippingTaxes,
            List<TaxShare> handlingTaxes,
            List<TaxShare> discountTaxes) {

        public Totals {
            shippingTaxes = List.copyOf(shippingTaxes);
            handlingTaxes = List.copyOf(handlingTaxes);
            discountTaxes = List.copyOf(discountTaxes);
        }
    }

    /**
     * The tax of one rule on one part of the order (Centra's {@code AppliedTaxRuleValue}); each amount may be negative.
     *
     * @param added comes on top of the part
     * @param deducted is taken off the part
     * @param included is in the part already
     */
    public record TaxShare(BigDecimal percent, BigDecimal added, BigDecimal deducted, BigDecimal included) {}

    /**
     * A discount that applies to the order rather than to one line.
     *
     * @param type the GraphQL type, such as {@code AppliedVoucherCredit}
     * @param shippingValue the part that reduces shipping; zero where Centra has none
     */
    public record Discount(String type, BigDecimal value, BigDecimal shippingValue) {}

    /** Who buys on account. */
    public record Reseller(String account, @Nullable String purchaseOrder) {}

    public record Customer(
            long id,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName) {

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return "Customer[" + id + "]";
        }
    }
}
