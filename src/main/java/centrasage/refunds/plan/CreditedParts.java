package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.flow.Reason;
import centrasage.sage200.NewSalesOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of a return in the currency of its order, whatever they become in Sage. */
final class CreditedParts {
    private final OrderReturn made;
    private final NewSalesOrder sold;
    private final BigDecimal tolerance;
    private final CreditReasons words;

    CreditedParts(OrderReturn made, NewSalesOrder sold, BigDecimal tolerance, CreditReasons words) {
        this.made = made;
        this.sold = sold;
        this.tolerance = tolerance;
        this.words = words;
    }

    /** Null where nothing more can be told than the one reason. */
    @Nullable
    List<Part> of(Consumer<Reason> tell) {
        Currency currency = sold.total().currency();
        if (!made.currency().equals(currency.getCurrencyCode())) {
            tell.accept(words.otherCurrency(currency));
            return null;
        }
        if (made.total().signum() < 0 || !isExact(currency)) {
            tell.accept(words.amount());
            return null;
        }
        if (made.lines().stream().anyMatch(line -> line.type().equals("GiftCertificateOrderLine"))) {
            tell.accept(words.giftCards());
            return null;
        }
        List<Reason> ofParts = new ArrayList<>();
        List<Part> parts = new ReturnParts(made, currency, tolerance, ofParts::add).parts();
        if (isOfCertificate(parts)) {
            tell.accept(words.giftCards());
            return null;
        }
        ofParts.forEach(tell);
        return parts;
    }

    private boolean isExact(Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        return made.total().stripTrailingZeros().scale() <= decimals
                && made.lines().stream()
                        .allMatch(line -> line.gross().stripTrailingZeros().scale() <= decimals
                                && line.net().stripTrailingZeros().scale() <= decimals);
    }

    /** Vouchers of an order that an old gift certificate has paid a part of. */
    private boolean isOfCertificate(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.kind() == Part.Kind.VOUCHER)
                && sold.lines().stream()
                        .filter(line -> sold.rounding() == null
                                || !sold.rounding().line().equals(line))
                        .anyMatch(line -> line.unitPrice().signum() < 0);
    }
}
