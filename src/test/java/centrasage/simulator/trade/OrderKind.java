package centrasage.simulator.trade;

import static centrasage.simulator.trade.OrderKind.Treatment.BLOCKED;
import static centrasage.simulator.trade.OrderKind.Treatment.LEDGER;
import static centrasage.simulator.trade.OrderKind.Treatment.SPECIAL;

/** What makes an order ordinary or difficult. Each kind has its usual share of a day, per thousand orders. */
public enum OrderKind {
    PLAIN(393, LEDGER),
    LINE_DISCOUNT_PERCENT(200, LEDGER),
    LINE_DISCOUNT_AMOUNT(80, LEDGER),

    HOLD_PAYMENT_MISMATCH(5, BLOCKED),
    HOLD_WAITING_FOR_PAYMENT(5, BLOCKED),
    HOLD_FRAUD_CHECK(8, BLOCKED),
    HOLD_CHECK_FIRST_ALLOCATION(5, BLOCKED),
    HOLD_GIFT_CARD_AUTHORIZATION(5, BLOCKED),
    HOLD_BY_HAND(5, BLOCKED),
    WAITING_FOR_PAYMENT(12, BLOCKED),
    PENDING(15, BLOCKED),
    CANCELLED(15, BLOCKED),
    INTERNAL_TEST(8, BLOCKED),
    UNPAID(8, BLOCKED),
    UNDER_AUTHORISED(5, BLOCKED),

    MIXED_RATES(20, LEDGER),
    MIXED_RATES_VOUCHER(10, LEDGER),
    ORDER_VOUCHER(20, LEDGER),
    VOUCHER_ON_SHIPPING(6, LEDGER),
    VOUCHER_FREE_SHIPPING(8, LEDGER),
    ADMIN_DISCOUNT(8, LEDGER),
    FREE_PRODUCT(8, LEDGER),
    ZERO_TOTAL(5, LEDGER),
    HANDLING(10, LEDGER),
    GIFT_WRAP(12, LEDGER),
    PREORDER(8, LEDGER),
    PART_CANCELLED(10, LEDGER),
    BUNDLE(12, LEDGER),
    TAX_ADDED(8, LEDGER),
    TAX_DEDUCTED(10, LEDGER),
    LONG_ADDRESS(6, LEDGER),
    WHOLESALE(10, LEDGER),
    WHOLESALE_UNMAPPED(4, SPECIAL),
    GIFT_CERTIFICATE_SALE(8, SPECIAL),
    GIFT_CARD_PAID(10, SPECIAL),
    GIFT_CARD_ONLY(4, SPECIAL),
    VOUCHER_CREDIT(8, SPECIAL),
    UNKNOWN_SKU(8, SPECIAL),
    UNMAPPED_COUNTRY(10, SPECIAL),
    MISSING_ADDRESS(4, SPECIAL),
    MISSING_CUSTOMER(4, SPECIAL);

    private final int perThousand;
    private final Treatment treatment;

    OrderKind(int perThousand, Treatment treatment) {
        this.perThousand = perThousand;
        this.treatment = treatment;
    }

    public int perThousand() {
        return perThousand;
    }

    public Treatment treatment() {
        return treatment;
    }

    boolean isWholesale() {
        return this == WHOLESALE || this == WHOLESALE_UNMAPPED;
    }

    /** What an honest bookkeeper makes of an order of the kind. */
    public enum Treatment {
        /** Its amounts, parties and codes are known: belongs in the ledger as it stands. */
        LEDGER,
        /** Must not reach the ledger as it stands. */
        BLOCKED,
        /** Real trade that needs a decision, a mapping or a correction before it can be posted. */
        SPECIAL
    }
}
