package centrasage.settlements.adyen;

import centrasage.settlements.file.LineKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a line of Adyen's is by its column {@code Type}. Types whose effect on the clearing account is not known to us are not here: they stop
 * their batch until somebody has said what they are.
 *
 * @param sign of the gross, and of the net of what passes between Adyen and the merchant's bank: above zero where the merchant's balance
 *     grows; 0 where the columns say it
 */
record AdyenType(LineKind kind, int sign) {
    private static final Map<String, AdyenType> TYPES = types();

    private static Map<String, AdyenType> types() {
        Map<String, AdyenType> types = new TreeMap<>();
        paid(types, LineKind.SALE, "Settled", "SettledInstallment", "SentForSettle");
        taken(types, LineKind.REFUND, "Refunded", "RefundedInstallment", "SentForRefund");
        paid(types, LineKind.REFUND_REVERSAL, "RefundedReversed", "RefundFailed", "RefundNotCleared");
        taken(
                types,
                LineKind.REFUND,
                "SettledReversed",
                "CaptureFailed"); // what was paid out goes back, as in a refund
        taken(types, LineKind.CHARGEBACK, "Chargeback", "SecondChargeback");
        paid(types, LineKind.CHARGEBACK_REVERSAL, "ChargebackReversed");
        asItSays(types, LineKind.FEE, "Fee", "MiscCosts", "PaymentCost", "SettleCost", "AuthorisationSchemeFee");
        asItSays(types, LineKind.INVOICE_DEDUCTION, "InvoiceDeduction");
        asItSays(types, LineKind.RESERVE, "DepositCorrection", "ReserveAdjustment");
        asItSays(types, LineKind.BALANCE_CARRY, "Balancetransfer");
        taken(types, LineKind.PAYOUT, "MerchantPayout", "MerchantPayinReversed");
        paid(types, LineKind.PAYOUT, "MerchantPayin", "MatchedStatement");
        paid(types, LineKind.PAYOUT_RETURN, "BankInstructionReturned");
        return types;
    }

    private static void paid(Map<String, AdyenType> types, LineKind kind, String... names) {
        all(types, new AdyenType(kind, 1), names);
    }

    private static void taken(Map<String, AdyenType> types, LineKind kind, String... names) {
        all(types, new AdyenType(kind, -1), names);
    }

    private static void asItSays(Map<String, AdyenType> types, LineKind kind, String... names) {
        all(types, new AdyenType(kind, 0), names);
    }

    private static void all(Map<String, AdyenType> types, AdyenType type, String... names) {
        for (String name : names) {
            types.put(name.toLowerCase(Locale.ROOT), type);
        }
    }

    /** In either case: both occur. */
    static Optional<AdyenType> of(String name) {
        return Optional.ofNullable(TYPES.get(name.toLowerCase(Locale.ROOT)));
    }
}
