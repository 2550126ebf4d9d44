package centrasage.refunds.plan;

import centrasage.mapping.InForce;
import centrasage.money.VatRate;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tax codes of a return: those under which the order stands in Sage 200, so that what was declared is what is taken back. Of the
 * order's codes with the rate of a part, it is the one of the same product, or else of its goods or its charges, or else the only one.
 */
final class TaxCodes {
    private final NewSalesOrder sold;
    private final Site site;
    private final InForce mappings;

    TaxCodes(NewSalesOrder sold, Site site, InForce mappings) {
        this.sold = sold;
        this.site = site;
        this.mappings = mappings;
    }

    /** Empty where the order has none at this rate, or several that nothing tells apart. */
    Optional<Integer> of(Part part) {
        List<Line> lines =
                sold.lines().stream().filter(line -> isAt(line, part.rate())).toList();
        LineType type = part.kind().isCharge() ? LineType.CHARGE : LineType.STANDARD;
        return Stream.<Predicate<Line>>of(
                        line -> isOf(line, part.sku()),
                        line -> line.type() == type,
                        line -> true,
                        line -> line.type() == LineType.STANDARD)
                .map(which -> codes(lines, which))
                .filter(codes -> codes.size() == 1)
                .findFirst()
                .map(codes -> codes.iterator().next());
    }

    private static Set<Integer> codes(List<Line> lines, Predicate<Line> which) {
        return lines.stream()
                .filter(which)
                .map(Line::taxCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private boolean isAt(Line line, VatRate rate) {
        Site.TaxCode code = line.taxCode() == null ? null : site.taxCodes().get(line.taxCode());
        return code != null && isSale(line) && new VatRate(code.rate()).equals(rate);
    }

    /** What carries pennies or a gift certificate is no sale. */
    boolean isSale(Line line) {
        return !isOfPennies(line) && line.unitPrice().signum() >= 0;
    }

    private boolean isOfPennies(Line line) {
        return line.type() == LineType.CHARGE
                && mappings.rounding(sold.company(), sold.total().currency().getCurrencyCode())
                        .match(
                                booking -> Objects.equals(booking.charge(), line.code())
                                        && Objects.equals(booking.taxCode(), line.taxCode()),
                                missing -> false);
    }

    private boolean isOf(Line line, String sku) {
        return !sku.isEmpty()
                && mappings.item(sold.company(), sku).match(item -> item.code().equals(line.code()), missing -> false);
    }
}
