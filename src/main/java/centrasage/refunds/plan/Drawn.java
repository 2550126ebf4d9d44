package centrasage.refunds.plan;

import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a return is to become in Sage, written down.
 *
 * @param content null where there are reasons why there is none
 */
record Drawn(@Nullable Content content, List<Reason> reasons) {
    Drawn {
        reasons = List.copyOf(reasons);
    }

    static Drawn none(List<Reason> reasons) {
        return new Drawn(null, reasons);
    }

    static Drawn of(Money value, Money vat, String text) {
        return new Drawn(new Content(value, vat, text), List.of());
    }

    /**
     * @param vat that Sage holds of it, or must arrive at
     * @param text the document as the JSON text of a {@link centrasage.flow.Command}
     */
    record Content(Money value, Money vat, String text) {}
}
