package centrasage.refunds.plan;

import centrasage.mapping.InForce;
import centrasage.money.VatRate;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What was sold with an order, by where it stands in the books: pennies, gift cards and certificates are no sale. */
final class SoldParts {
    private final NewSalesOrder sold;
    private final Site site;
    private final InForce mappings;

    SoldParts(NewSalesOrder sold, Site site, InForce mappings) {
        this.sold = sold;
        this.site = site;
        this.mappings = mappings;
    }

    /** @param isCharge shipping and what else is charged beside goods */
    private record Place(int taxCode, boolean isCharge) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return taxCode == other.taxCode
                    ? Boolean.compare(isCharge, other.isCharge)
                    : Integer.compare(taxCode, other.taxCode);
        }
    }

    /**
     * What stands in one place.
     *
     * @param gross with its VAT, above zero
     */
    record Sale(int taxCode, VatRate rate, boolean isCharge, BigDecimal gross) {}

    List<Sale> all() {
        TaxCodes codes = new TaxCodes(sold, site, mappings);
        Map<Place, Sale> sales = new TreeMap<>();
        for (Line line : sold.priced()) {
            Integer code = line.taxCode();
            Site.TaxCode taxCode = code == null ? null : site.taxCodes().get(code);
            if (taxCode != null && codes.isSale(line) && !isGiftCard(line)) {
                VatRate rate = new VatRate(taxCode.rate());
                boolean isCharge = line.type() == LineType.CHARGE;
                sales.merge(
                        new Place(taxCode.code(), isCharge),
                        new Sale(taxCode.code(), rate, isCharge, gross(line, rate)),
                        SoldParts::together);
            }
        }
        return sales.values().stream().filter(sale -> sale.gross().signum() > 0).toList();
    }

    private static Sale together(Sale one, Sale other) {
        return new Sale(one.taxCode(), one.rate(), one.isCharge(), one.gross().add(other.gross()));
    }

    private BigDecimal gross(Line line, VatRate rate) {
        BigDecimal value = line.unitPrice().multiply(line.quantity());
        return site.pricesIncludeTax() ? value : value.add(rate.on(value));
    }

    private boolean isGiftCard(Line line) {
        return line.type() == LineType.CHARGE
                && mappings.giftCards(sold.company(), sold.total().currency().getCurrencyCode())
                        .match(
                                booking -> Objects.equals(booking.charge(), line.code())
                                        && Objects.equals(booking.taxCode(), line.taxCode()),
                                missing -> false);
    }
}
