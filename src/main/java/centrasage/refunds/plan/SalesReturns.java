package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.flow.Reason;
import centrasage.flow.ReturnNumber;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.refunds.RefundRules.ReturnCost;
import centrasage.refunds.SalesReturnRules;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Makes sales returns of returns: the account, lines, prices, tax codes, warehouse and analysis of the order, as many as came back. Sage
 * works out the VAT itself; where it would not arrive at what Centra gave back, nothing is made.
 */
final class SalesReturns {
    private final Function<NewSalesOrder, String> text;
    private final SalesReturnRules rules;
    private final ReturnCost cost;

    /** @param text writes the return down as the JSON text of a {@link centrasage.flow.Command} */
    SalesReturns(Function<NewSalesOrder, String> text, SalesReturnRules rules, ReturnCost cost) {
        this.text = text;
        this.rules = rules;
        this.cost = cost;
    }

    /** @param now whose order and site are known */
    Drawn drawn(OrderReturn made, Situation now, Mappings mappings) {
        NewSalesOrder sold = Objects.requireNonNull(now.sold());
        Site site = Objects.requireNonNull(now.site());
        CreditReasons words = new CreditReasons(made);
        List<Reason> against = new ArrayList<>();
        List<Part> parts = new CreditedParts(made, sold, rules.tolerance(), words).of(against::add);
        if (parts == null) {
            return Drawn.none(against);
        }
        InForce inForce = mappings.on(now.completedOn());
        List<Line> lines = new ArrayList<>(new ReturnedGoods(made, sold, site, inForce).lines(against::add));
        lines.addAll(new ReturnedCharges(sold, site, inForce, cost, words).lines(parts, against::add));
        InForce.Company company = inForce.company(sold.company()).orTell(against::add);
        if (company == null || !against.isEmpty()) {
            return Drawn.none(against);
        }
        SageTotals totals = new SageTotals(site, company.vatRounding());
        BigDecimal left = made.total().subtract(totals.of(lines).total());
        if (left.abs().compareTo(tolerance(lines)) > 0) {
            return Drawn.none(List.of(words.notAsSold(totals.of(lines).total())));
        }
        if (left.signum() != 0) {
            pennies(left, sold, inForce, words, against).forEach(lines::add);
        }
        return against.isEmpty() ? drawn(made, now, lines, vat(parts), totals.of(lines)) : Drawn.none(against);
    }

    /** The prices of each line were fitted to the VAT of the whole order. */
    private BigDecimal tolerance(List<Line> lines) {
        return rules.tolerance().multiply(BigDecimal.valueOf(lines.size()));
    }

    private List<Line> pennies(
            BigDecimal left, NewSalesOrder sold, InForce inForce, CreditReasons words, List<Reason> against) {
        InForce.Booking booking = inForce.rounding(
                        sold.company(), sold.total().currency().getCurrencyCode())
                .orTell(against::add);
        return booking == null
                ? List.of()
                : List.of(ReturnedCharges.booked(
                        booking.charge(), "Rounding", left, booking.taxCode(), booking.nominal()));
    }

    private static BigDecimal vat(List<Part> parts) {
        return parts.stream().map(Part::vat).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Drawn drawn(
            OrderReturn made, Situation now, List<Line> lines, BigDecimal wantedVat, SageTotals.Totals totals) {
        NewSalesOrder sold = Objects.requireNonNull(now.sold());
        CreditReasons words = new CreditReasons(made);
        if (totals.vat().subtract(wantedVat).abs().compareTo(tolerance(lines)) > 0) {
            return Drawn.none(List.of(words.otherVat(wantedVat, totals.vat())));
        }
        boolean below = lines.stream().anyMatch(line -> line.unitPrice().signum() < 0);
        if (totals.total().signum() <= 0 || below && !rules.takesBelowZero()) {
            return Drawn.none(List.of(words.belowZeroInReturn()));
        }
        Money value = new Money(made.total(), sold.total().currency());
        Money vat = new Money(totals.vat(), value.currency());
        NewSalesOrder goesBack = new NewSalesOrder(
                sold.company(),
                sold.customer(),
                ReturnNumber.name(ReturnNumber.of(made.order(), made.id())),
                now.completedOn(),
                sold.deliveryAddress(),
                sold.fields(),
                lines,
                value,
                vat);
        return Drawn.of(value, vat, text.apply(goesBack));
    }
}
