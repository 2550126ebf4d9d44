package centrasage.console;

import centrasage.desk.BusinessException;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import java.time.Instant;
import java.util.List;

/** Exceptions to look at in tests. */
public final class Situations {
    public static final Instant NOW = Instant.parse("2026-11-23T14:05:30Z");
    public static final Reason UNKNOWN_SKU = new Reason(
            "UNKNOWN_SKU", Owner.OPERATIONS, "Sage 200 has no product TD-1", "Create the product in Sage 200");
    public static final Reason NOT_PAID = new Reason("NOT_PAID", Owner.CX, "Nothing is paid", "Ask the customer");

    private Situations() {}

    public static BusinessException exception(
            long id, BusinessException.Kind kind, String amount, String currency, Reason... reasons) {
        return exception(id, kind, "1000" + id, Money.of(amount, currency), reasons);
    }

    /** About this order, or this part of the application. */
    public static BusinessException about(BusinessException.Kind kind, String key) {
        return exception(1, kind, key, Money.of("0", "GBP"), UNKNOWN_SKU);
    }

    private static BusinessException exception(
            long id, BusinessException.Kind kind, String key, Money atRisk, Reason... reasons) {
        return new BusinessException(
                id,
                kind,
                kind == BusinessException.Kind.DUPLICATE ? Severity.CRITICAL : Severity.MEDIUM,
                reasons[0].owner(),
                BusinessException.State.OPEN,
                "33",
                key,
                atRisk,
                "Order 1000" + id + " cannot be posted",
                List.of(reasons),
                null,
                null,
                NOW,
                NOW,
                new BusinessException.Handling(0, reasons[0].code(), NOW, null, null));
    }
}
