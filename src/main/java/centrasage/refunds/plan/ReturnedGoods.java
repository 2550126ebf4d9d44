package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The goods of a return as lines of their order: at the price, under the tax code and out of the warehouse that they were sold with, so
 * that vouchers are in the prices already. A bundle was sold itself or as its items: what is not on the order of the two is left out.
 */
final class ReturnedGoods {
    private static final int PRICE_DECIMALS = 5;

    private final OrderReturn made;
    private final NewSalesOrder sold;
    private final Site site;
    private final InForce mappings;
    private final TaxCodes codes;

    ReturnedGoods(OrderReturn made, NewSalesOrder sold, Site site, InForce mappings) {
        this.made = made;
        this.sold = sold;
        this.site = site;
        this.mappings = mappings;
        this.codes = new TaxCodes(sold, site, mappings);
    }

    List<Line> lines(Consumer<Reason> tell) {
        List<Line> lines = new ArrayList<>();
        for (OrderReturn.Line line : made.lines()) {
            if (line.quantity() > 0) {
                goods(line).ifPresentOrElse(lines::add, () -> {
                    if (!line.type().startsWith("Bundle")) {
                        tell.accept(new CreditReasons(made).notOnOrder(line.sku()));
                    }
                });
            }
        }
        return lines;
    }

    /** The same product may stand on an order at two prices: the nearer one. */
    private Optional<Line> goods(OrderReturn.Line line) {
        return mappings.item(sold.company(), line.sku())
                .match(
                        item -> sold.lines().stream()
                                .filter(there -> Objects.equals(there.code(), item.code()))
                                .filter(there ->
                                        there.type() == (item.isCharge() ? LineType.CHARGE : LineType.STANDARD))
                                .filter(codes::isSale)
                                .min(Comparator.comparing(there ->
                                        value(there, line).subtract(value(line)).abs()))
                                .map(there -> back(there, line)),
                        missing -> Optional.empty());
    }

    private BigDecimal value(OrderReturn.Line line) {
        return site.pricesIncludeTax() ? line.gross() : line.net();
    }

    private static BigDecimal value(Line there, OrderReturn.Line line) {
        return there.unitPrice().multiply(BigDecimal.valueOf(line.quantity()));
    }

    /**
     * A service was sold as one charge, whatever its quantity. The price of a part of a line may come to half a penny, and nobody documents
     * what Sage makes of that: it comes to whole ones.
     */
    private Line back(Line there, OrderReturn.Line line) {
        boolean goods = there.type() == LineType.STANDARD;
        BigDecimal quantity = BigDecimal.valueOf(line.quantity());
        return new Line(
                there.type(),
                there.code(),
                there.description(),
                there.warehouse(),
                goods ? quantity : BigDecimal.ONE,
                BigDecimal.ZERO,
                goods
                        ? SageTotals.pence(value(there, line)).divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP)
                        : value(line),
                there.taxCode(),
                there.nominal(),
                there.fields());
    }
}
