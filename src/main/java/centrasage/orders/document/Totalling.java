package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.orders.charged.Charges;
import centrasage.orders.charged.Largest;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.InvoicedOrder.Charged;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a coded order its prices and its rounding line, so that Sage 200 arrives at Centra's totals. */
public final class Totalling {
    private final Order order;
    private final Site site;
    private final OrderRules rules;
    private final Complaints complaints;

    public Totalling(Order order, Site site, OrderRules rules, Complaints complaints) {
        this.order = order;
        this.site = site;
        this.rules = rules;
        this.complaints = complaints;
    }

    /** Null when Sage cannot arrive at the totals: the reasons have then been told. */
    @Nullable
    public NewSalesOrder total(CodedOrder coded, Charges charges, InForce mappings, LocalDate date) {
        List<CodedOrder.Line> lines = withWholeVat(coded.lines(), charges);
        comesToTheTotal(lines, charges);
        if (!complaints.none()) {
            return null;
        }
        TotalsFit fit = new TotalsFit(site.pricesIncludeTax(), coded.vatRounding(), currency(), rules.tolerance());
        Fit.Fitted fitted = fit.fit(lines).match(found -> found, this::told);
        if (fitted == null) {
            return null;
        }
        InForce.Booking rounding =
                new RoundingLine(rules, site, complaints).of(fitted.rounding(), coded.company(), mappings);
        if (!complaints.none()) {
            return null;
        }
        InForce.Booking ifOff = rounding != null
                ? rounding
                : RoundingLine.ifOff(rules, site, coded.company(), order.currency(), mappings);
        return new SageOrder(order, coded, fitted, rules).write(date, ifOff, charges.discount());
    }

    /**
     * As it is kept where its shipments are invoiced: an invoice takes the VAT from here, so that no price has to be fitted to Sage's own.
     * Null when it does not come to the totals: the reasons have then been told.
     */
    @Nullable
    public InvoicedOrder invoiced(CodedOrder coded, Charges charges, LocalDate date) {
        List<CodedOrder.Line> lines = withWholeVat(coded.lines(), charges);
        comesToTheTotal(lines, charges);
        if (!complaints.none()) {
            return null;
        }
        Fit.Fitted exact = new Fit.Fitted(
                lines.stream().map(this::unitPrice).toList(),
                Money.zero(currency()),
                new Money(
                        lines.stream().map(CodedOrder.Line::vat).reduce(BigDecimal.ZERO, BigDecimal::add), currency()),
                0);
        NewSalesOrder sold =
                new SageOrder(order, coded.with(lines), exact, rules).write(date, null, charges.discount());
        Stream<Charged> paid = Stream.ofNullable(coded.credit()).map(credit -> credit.charged());
        return new InvoicedOrder(
                sold,
                Stream.concat(lines.stream().map(CodedOrder.Line::charged), paid)
                        .toList());
    }

    private BigDecimal unitPrice(CodedOrder.Line line) {
        BigDecimal value = site.pricesIncludeTax() ? line.gross() : line.gross().subtract(line.vat());
        return value.divide(BigDecimal.valueOf(line.quantity()), TotalsFit.PRICE_DECIMALS, RoundingMode.HALF_UP);
    }

    private Currency currency() {
        return Currency.getInstance(order.currency());
    }

    /** Whatever was shared out, topped up or taken off: what is posted is what the customer pays, or nothing is. */
    private void comesToTheTotal(List<CodedOrder.Line> lines, Charges charges) {
        BigDecimal sum = lines.stream()
                .map(CodedOrder.Line::gross)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(charges.credit());
        if (sum.compareTo(order.grandTotal()) != 0) {
            complaints.add(
                    "TOTALS",
                    FINANCE,
                    "What would be posted comes to " + AmountChecks.written(order, sum) + " and the grand total is "
                            + AmountChecks.written(order, order.grandTotal()),
                    "Compare the order in Centra; report it if Centra shows these amounts");
        }
    }

    private Fit.@Nullable Fitted told(Fit.Unfit unfit) {
        complaints.add(unfit.reason());
        return null;
    }

    /**
     * Centra may round the VAT of the order once, and not line by line, or for each piece. The pennies between the two belong to the tax code
     * of all lines. With several tax codes nobody can say to which, unless it was we who shared out a discount: then to that
     * of the largest line. What an old gift certificate paid may have been taken off Centra's VAT, and is not taken off here:
     * it is a payment.
     */
    private List<CodedOrder.Line> withWholeVat(List<CodedOrder.Line> lines, Charges charges) {
        BigDecimal ofLines = lines.stream().map(CodedOrder.Line::vat).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal difference = charges.vat().subtract(ofLines);
        if (difference.signum() == 0) {
            return lines;
        }
        long pieces = lines.stream().mapToLong(CodedOrder.Line::quantity).sum();
        boolean near = difference.abs().compareTo(BigDecimal.valueOf(pieces, AmountChecks.DECIMALS)) <= 0;
        boolean oneCode =
                lines.stream().map(CodedOrder.Line::taxCode).distinct().count() == 1;
        if (near && (oneCode || charges.shared())) {
            return withVatOnLargest(lines, difference);
        }
        if (charges.credit().signum() == 0 || difference.signum() > 0) {
            complaints.add(
                    "VAT_TOTAL",
                    FINANCE,
                    "The VAT of the lines, shipping and handling comes to " + AmountChecks.written(order, ofLines)
                            + " and Centra's VAT of the order is " + AmountChecks.written(order, charges.vat()),
                    "Compare the order in Centra; report it if Centra shows these amounts");
        }
        return lines;
    }

    private static List<CodedOrder.Line> withVatOnLargest(List<CodedOrder.Line> lines, BigDecimal difference) {
        boolean free = lines.stream().allMatch(line -> line.rate().isZero());
        return Largest.changed(
                lines,
                line -> free || !line.rate().isZero(),
                CodedOrder.Line::gross,
                line -> line.withVat(line.vat().add(difference)));
    }
}
