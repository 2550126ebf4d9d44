package centrasage.sage200;

import centrasage.flow.Document;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What makes the total of an order in Sage 200 the one that was meant: its rounding line, at another price. Holds no personal
 * data.
 *
 * @param orderId Sage's id of the order
 * @param documentNo Sage's number of it
 * @param customer the reference of its customer account
 * @param seen the gross total that Sage computed
 * @param meant the gross total that it must have
 * @param sent the rounding line that the order was posted with; its price is 0 where it had none
 * @param line the rounding line that it must have
 */
public record OrderCorrection(
        String company,
        long orderId,
        String documentNo,
        String customer,
        Money seen,
        Money meant,
        Line sent,
        Line line) {

    /** Empty where there is nothing to correct, or the rounding line may not carry it. */
    public static Optional<OrderCorrection> of(NewSalesOrder order, Document document) {
        Rounding rounding = order.rounding();
        Money seen = document.total();
        if (rounding == null
                || seen.equals(order.total())
                || !seen.currency().equals(order.total().currency())) {
            return Optional.empty();
        }
        Line sent = rounding.line();
        BigDecimal price = sent.unitPrice().add(order.total().minus(seen).amount());
        return rounding.allows(price)
                ? Optional.of(new OrderCorrection(
                        order.company(),
                        Long.parseLong(document.id()),
                        document.number(),
                        order.customer(),
                        seen,
                        order.total(),
                        sent,
                        sent.priced(price)))
                : Optional.empty();
    }

    /** What the order's total is off by, without a sign. */
    public Money amount() {
        return meant.minus(seen).abs();
    }

    /** What stands for it once it is there: as much as it is for, on the order that it is of. */
    public Document document() {
        return new Document(Long.toString(orderId), documentNo, amount(), null, null);
    }

    /** Whether the order was posted with a rounding line, so that it is changed and not added. */
    public boolean changesALine() {
        return sent.unitPrice().signum() != 0;
    }

    /** The lines of Sage's order that can only be the one it was posted with. */
    public List<SalesOrder.Line> sentLines(SalesOrder there, Site site) {
        List<SalesOrder.Line> lines = there.lines() == null ? List.of() : there.lines();
        return lines.stream().filter(line -> isSent(line, site)).toList();
    }

    private boolean isSent(SalesOrder.Line line, Site site) {
        Site.TaxCode taxCode = site.taxCodes().get(sent.taxCode());
        boolean sameCode = sent.code() == null || sent.code().equals(line.code());
        return "EnumLineTypeCharge".equals(line.type())
                && sameCode
                && line.unitPrice() != null
                && line.unitPrice().compareTo(sent.unitPrice()) == 0
                && taxCode != null
                && Long.valueOf(taxCode.id()).equals(line.taxCodeId());
    }

    /** The order as Sage holds it once it is corrected; one that was amended since is as it was amended. */
    public NewSalesOrder applied(NewSalesOrder order) {
        return order.rounding() == null ? order : order.rounded(sent, line);
    }
}
