package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.What;
import java.util.LinkedHashMap;
import java.util.Map;

/** The totals of a payout of Klarna's, in minor units and without signs, by the names that they have in its API. */
final class KlarnaTotals {
    private KlarnaTotals() {}

    static Map<String, Long> of(PspBatch batch) {
        Map<String, Long> totals = new LinkedHashMap<>();
        long carried = batch.netMinor(What.CARRY);
        long repaid = batch.events().stream()
                .filter(event -> event.what() == What.CARRY && event.netMinor() < 0)
                .mapToLong(event -> -event.netMinor())
                .sum();
        totals.put("sale_amount", of(batch, "SALE"));
        totals.put("fee_amount", of(batch, "FEE"));
        totals.put("fee_correction_amount", 0L);
        totals.put("tax_amount", -batch.netMinor(What.TAX));
        totals.put("return_amount", of(batch, "RETURN"));
        totals.put("reversal_amount", of(batch, "REVERSAL") - of(batch, "REVERSAL_MERCHANT_PROTECTION"));
        totals.put("commission_amount", 0L);
        totals.put("commission_reversal_amount", 0L);
        totals.put("credit_amount", 0L);
        totals.put("charge_amount", 0L);
        totals.put("holdback_amount", of(batch, "HOLDBACK"));
        totals.put("release_amount", of(batch, "RELEASE"));
        totals.put("opening_debt_balance", repaid);
        totals.put("deposit_amount", carried + repaid);
        totals.put("repay_amount", repaid);
        totals.put("closing_debt_balance", carried + repaid);
        totals.put("fee_refund_amount", of(batch, "FEE_REFUND"));
        totals.put("settlement_amount", -batch.netMinor(What.PAYOUT));
        return totals;
    }

    private static long of(PspBatch batch, String type) {
        return batch.events().stream()
                .filter(event -> isRow(event) && type.equals(type(event)))
                .mapToLong(event -> Math.abs(event.netMinor()))
                .sum();
    }

    /** Taxes, debts and the payout itself are in the totals only. */
    static boolean isRow(PspEvent event) {
        return switch (event.what()) {
            case TAX, CARRY, PAYOUT -> false;
            default -> true;
        };
    }

    static String type(PspEvent event) {
        boolean isTaken = event.netMinor() < 0;
        return switch (event.what()) {
            case CAPTURE -> "SALE";
            case REFUND -> "RETURN";
            case CHARGEBACK -> "REVERSAL";
            case CHARGEBACK_WON -> "REVERSAL_MERCHANT_PROTECTION";
            case FEE, COSTS -> isTaken ? "FEE" : "FEE_REFUND";
            case RESERVE -> isTaken ? "HOLDBACK" : "RELEASE";
            case TAX, INVOICE, CONVERSION, CARRY, PAYOUT ->
                throw new IllegalArgumentException("no row of Klarna's is a " + event.what());
        };
    }

    static String detail(PspEvent event) {
        return switch (event.what()) {
            case CAPTURE -> "PURCHASE";
            case REFUND -> "PURCHASE_RETURN";
            case CHARGEBACK -> "FRAUD_POLICY_CHARGE";
            case CHARGEBACK_WON -> "FRAUD_POLICY_CREDIT_NET";
            case RESERVE -> "ROLLING_RESERVE";
            case COSTS -> "SERVICING_FEE";
            default -> fee(event);
        };
    }

    private static String fee(PspEvent event) {
        if (event.netMinor() > 0) {
            return "DISPUTE_FEE_REFUND";
        }
        return event.fees().commission() == 0 ? "PURCHASE_FEE_FIXED" : "PURCHASE_FEE_PERCENTAGE";
    }
}
