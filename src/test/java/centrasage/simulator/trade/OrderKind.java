package centrasage.simulator.trade;

import static centrasage.simulator.trade.OrderKind.Treatment.BLOCKED;
import static centrasage.simulator.trade.OrderKind.Treatment.PLAIN_GOODS;
import static centrasage.simulator.trade.OrderKind.Treatment.SPECIAL;

/** What makes an order ordinary or difficult. Each kind has its usual share of a day, per thousand orders. */
public enum OrderKind {
    PLAIN(525, PLAIN_GOODS),
    LINE_DISCOUNT_PERCENT(200, PLAIN_GOODS),
    LINE_DISCOUNT_AMOUNT(80, PLAIN_GOODS),

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

    WHOLESALE(10, SPECIAL),
    GIFT_CERTIFICATE_SALE(8, SPECIAL),
    GIFT_CARD_PAID(10, SPECIAL),
    BUNDLE(12, SPECIAL),
    ORDER_VOUCHER(20, SPECIAL),
    VOUCHER_CREDIT(8, SPECIAL),
    UNKNOWN_SKU(8, SPECIAL),
    UNMAPPED_COUNTRY(10, SPECIAL),
    MISSING_ADDRESS(4, SPECIAL),
    MISSING_CUSTOMER(4, SPECIAL),
    ZERO_TOTAL(5, SPECIAL);

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

    /** What an honest bookkeeper makes of an order of the kind. */
    public enum Treatment {
        /** Paid goods with VAT, a line discount perhaps, and shipping: belongs in the ledger. */
        PLAIN_GOODS,
        /** Must not reach the ledger as it stands. */
        BLOCKED,
        /** Real trade that needs a rule or a mapping of its own before it can be posted. */
        SPECIAL
    }
}
