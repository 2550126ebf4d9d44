package centrasage.settlements.stripe;

import centrasage.settlements.file.LineKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a row of Stripe's is by its {@code reporting_category}. Categories whose effect on the clearing account is not known to us, as those
 * of loans and of platforms, are not here: they stop their batch until somebody has said what they are.
 *
 * @param sign of the gross: above zero where the balance grows; 0 where it may be either
 */
record StripeCategory(LineKind kind, int sign) {
    static final String PAYOUT = "payout";

    private static final Map<String, StripeCategory> CATEGORIES = categories();

    private static Map<String, StripeCategory> categories() {
        Map<String, StripeCategory> categories = new TreeMap<>();
        all(categories, new StripeCategory(LineKind.SALE, 1), "charge");
        all(categories, new StripeCategory(LineKind.REFUND, -1), "refund");
        all(
                categories,
                new StripeCategory(LineKind.REFUND, -1),
                "charge_failure"); // what was paid goes back, as in a refund
        all(categories, new StripeCategory(LineKind.REFUND_REVERSAL, 1), "refund_failure");
        all(categories, new StripeCategory(LineKind.CHARGEBACK, -1), "dispute");
        all(categories, new StripeCategory(LineKind.CHARGEBACK_REVERSAL, 1), "dispute_reversal");
        all(categories, new StripeCategory(LineKind.FEE, 0), "fee", "network_cost");
        all(categories, new StripeCategory(LineKind.PAYOUT, 0), PAYOUT);
        all(categories, new StripeCategory(LineKind.PAYOUT, 1), "topup");
        all(categories, new StripeCategory(LineKind.PAYOUT_RETURN, 1), "payout_reversal");
        all(categories, new StripeCategory(LineKind.RESERVE, 0), "risk_reserved_funds");
        all(categories, new StripeCategory(LineKind.ADJUSTMENT, 0), "other_adjustment");
        return categories;
    }

    private static void all(Map<String, StripeCategory> categories, StripeCategory category, String... names) {
        for (String name : names) {
            categories.put(name, category);
        }
    }

    static Optional<StripeCategory> of(String name) {
        return Optional.ofNullable(CATEGORIES.get(name.toLowerCase(Locale.ROOT)));
    }
}
