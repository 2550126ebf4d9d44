package centrasage.orders.document;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.flow.OrderName;
import centrasage.mapping.InForce.Booking;
import centrasage.money.Money;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.OrderRules;
import centrasage.orders.check.Words;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the order down as Sage 200 is to hold it: goods, shipping, handling, what a certificate paid, pennies, comments. */
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

    /**
     * @param rounding where the pennies are booked that are left, or that Sage's answer may leave; null where there are none
     * @param discount of the whole order, which is in the prices already
     */
    NewSalesOrder write(LocalDate date, @Nullable Booking rounding, BigDecimal discount) {
        Address to = Objects.requireNonNull(order.shippingAddress(), "an order without address was held");
        AddressFold address = AddressFold.of(to, coded.country());
        priced();
        if (coded.credit() != null) {
            BigDecimal paid = coded.credit().amount().negate();
            lines.add(booked(coded.credit().booking(), "Paid with gift certificate", paid));
        }
        Line pennies = rounding == null
                ? null
                : booked(rounding, "Rounding", fitted.rounding().amount());
        if (pennies != null && !fitted.rounding().isZero()) {
            lines.add(pennies);
        }
        comments(discount, address.inFull());
        return new NewSalesOrder(
                coded.company(),
                coded.customer(),
                OrderName.of(order.number()),
                date,
                address.address(),
                coded.fields(),
                lines,
                Money.of(order.grandTotal(), order.currency()),
                fitted.vat(),
                pennies == null || rules.onDifference() != OrderRules.OnDifference.CORRECT ? null : ifOff(pennies));
    }

    /** The tolerance is that of the rounding line which is planned. */
    private NewSalesOrder.Rounding ifOff(Line pennies) {
        BigDecimal most = rules.tolerance().of(coded.lines().size());
        boolean negative = rules.negativeRounding() == OrderRules.NegativeRounding.CHARGE_LINE;
        return new NewSalesOrder.Rounding(pennies, negative ? most.negate() : BigDecimal.ZERO, most);
    }

    private void priced() {
        for (int i = 0; i < coded.lines().size(); i++) {
            CodedOrder.Line line = coded.lines().get(i);
            BigDecimal price = fitted.unitPrices().get(i);
            lines.add(line.type() == LineType.STANDARD ? goods(line, price) : charge(line, price));
            comment(line.comment());
            if (line.type() == LineType.STANDARD && !line.allocated()) {
                comment("Pre-order: not allocated yet");
            }
        }
    }

    private Line goods(CodedOrder.Line line, BigDecimal price) {
        BigDecimal quantity = BigDecimal.valueOf(line.quantity());
        boolean allocates = rules.allocate() == OrderRules.Allocation.AVAILABLE && line.allocated();
        return new Line(
                LineType.STANDARD,
                line.code(),
                null,
                coded.warehouse(),
                quantity,
                allocates ? quantity : BigDecimal.ZERO,
                price,
                line.taxCode(),
                null,
                line.fields());
    }

    private static Line charge(CodedOrder.Line line, BigDecimal price) {
        return charge(line.code(), line.text(), price, line.taxCode(), line.nominal(), line.fields());
    }

    /** What is no part of the sale. */
    private static Line booked(Booking booking, String text, BigDecimal amount) {
        return charge(
                booking.charge(),
                booking.charge() == null ? text : null,
                amount,
                Objects.requireNonNull(booking.taxCode()),
                booking.nominal(),
                Map.of());
    }

    private static Line charge(
            @Nullable String code,
            @Nullable String text,
            BigDecimal price,
            int taxCode,
            @Nullable String nominal,
            Map<String, String> fields) {
        return new Line(
                LineType.CHARGE, code, text, null, BigDecimal.ONE, BigDecimal.ZERO, price, taxCode, nominal, fields);
    }

    private void comments(BigDecimal discount, @Nullable String addressInFull) {
        if (discount.signum() != 0) {
            comment("A discount of " + AmountChecks.written(order, discount) + " on the whole order is in the prices");
        }
        Order.Reseller reseller = order.reseller();
        if (reseller != null && reseller.purchaseOrder() != null) {
            comment("Purchase order " + reseller.purchaseOrder());
        }
        comment(order.comment());
        comment(addressInFull);
    }

    private void comment(@Nullable String text) {
        Words.wrap(Words.text(text), DESCRIPTION).forEach(piece -> lines.add(Line.comment(piece)));
    }
}
