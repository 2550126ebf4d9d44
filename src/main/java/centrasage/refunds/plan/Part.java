package centrasage.refunds.plan;

import centrasage.money.VatRate;
import java.math.BigDecimal;

/**
 * One part of what a customer is given for a return.
 *
 * @param sku of goods; else empty
 * @param gross with its VAT; below zero for what lessens the return
 * @param vat the VAT in it, as Centra states it
 */
record Part(Kind kind, String sku, BigDecimal gross, BigDecimal vat, VatRate rate) {

    /** What it is for. */
    enum Kind {
        GOODS,
        SHIPPING,
        HANDLING,
        /** What vouchers had taken off. */
        VOUCHER,
        /** A fee for coming back. */
        RETURN_COST;

        /** Whether it was charged beside the goods. */
        boolean isCharge() {
            return this == SHIPPING || this == HANDLING;
        }

        int sign() {
            return this == VOUCHER || this == RETURN_COST ? -1 : 1;
        }
    }

    BigDecimal net() {
        return gross.subtract(vat);
    }

    Part with(BigDecimal otherVat, VatRate otherRate) {
        return new Part(kind, sku, gross, otherVat, otherRate);
    }
}
