package centrasage.orders.document;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.flow.OrderName;
import centrasage.mapping.InForce.Rounding;
import centrasage.money.Money;
import centrasage.orders.check.OrderRules;
import centrasage.orders.check.Words;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the order down as Sage 200 is to hold it: goods, shipping, the rounding line, comments. */
public final class SageOrder {
    private static final int DESCRIPTION = 6000;

    private final Order order;
    private final CodedOrder coded;
    private final Fit.Fitted fitted;
    private final OrderRules rules;
    private final List<Line> lines = new ArrayList<>();

    SageOrder(Order order, CodedOrder coded, Fit.Fitted fitted, OrderRules rules) {
        this.order = order;
        this.coded = coded;
        this.fitted = fitted;
        this.rules = rules;
    }

    /** @param rounding null when nothing is left for a rounding line */
    NewSalesOrder write(LocalDate date, @Nullable Rounding rounding) {
        Address to = Objects.requireNonNull(order.shippingAddress(), "an order without address was held");
        AddressFold address = AddressFold.of(to, coded.country());
        lines();
        if (rounding != null) {
            lines.add(roundingLine(rounding, fitted.rounding()));
        }
        comment(address.inFull());
        return new NewSalesOrder(
                coded.company(),
                coded.customer(),
                OrderName.of(order.number()),
                date,
                address.address(),
                lines,
                Money.of(order.grandTotal(), order.currency()),
                fitted.vat());
    }

    private void lines() {
        for (int i = 0; i < coded.goods().size(); i++) {
            CodedOrder.Line line = coded.goods().get(i);
            lines.add(goods(line, fitted.unitPrices().get(i)));
            comment(line.comment());
        }
        CodedOrder.Line shipping = coded.shipping();
        if (shipping != null) {
            BigDecimal price = fitted.unitPrices().get(coded.goods().size());
            lines.add(charge(shipping.code(), null, price, shipping.taxCode(), null));
        }
    }

    private Line goods(CodedOrder.Line line, BigDecimal price) {
        BigDecimal quantity = BigDecimal.valueOf(line.quantity());
        BigDecimal toAllocate = rules.allocate() == OrderRules.Allocation.AVAILABLE ? quantity : BigDecimal.ZERO;
        return new Line(
                LineType.STANDARD,
                line.code(),
                null,
                coded.warehouse(),
                quantity,
                toAllocate,
                price,
                line.taxCode(),
                null);
    }

    private static Line roundingLine(Rounding rounding, Money amount) {
        String text = rounding.charge() == null ? "Rounding" : null;
        return charge(
                rounding.charge(),
                text,
                amount.amount(),
                Objects.requireNonNull(rounding.taxCode()),
                rounding.nominal());
    }

    private static Line charge(
            @Nullable String code, @Nullable String text, BigDecimal price, int taxCode, @Nullable String nominal) {
        return new Line(LineType.CHARGE, code, text, null, BigDecimal.ONE, BigDecimal.ZERO, price, taxCode, nominal);
    }

    private void comment(@Nullable String text) {
        if (text != null) {
            Words.wrap(Words.tidy(text), DESCRIPTION)
                    .forEach(piece -> lines.add(new Line(
                            LineType.COMMENT,
                            null,
                            piece,
                            null,
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            null,
                            null)));
        }
    }
}
