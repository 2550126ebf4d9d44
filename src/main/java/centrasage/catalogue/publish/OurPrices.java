package centrasage.catalogue.publish;

import centrasage.catalogue.compare.BandPrices;
import centrasage.centra.PriceList;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce.Pricelist;
import centrasage.sage200.BandPrice;
import centrasage.sage200.PriceBand;
import centrasage.sage200.client.read.SageCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the prices of price bands for the price lists that they are mapped to, and finds what must not be written. */
@ApplicationScoped
public class OurPrices {
    private SageCatalogue sage;

    @SuppressWarnings("NullAway.Init")
    OurPrices() {}

    @Inject
    public OurPrices(SageCatalogue sage) {
        this.sage = sage;
    }

    /**
     * Prices by price list, and why others have none.
     *
     * @param unreadable prices of Sage's, in words that name them
     */
    public record Read(List<BandPrices> prices, List<String> faults, List<String> unreadable) {
        public Read {
            prices = List.copyOf(prices);
            faults = List.copyOf(faults);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * @param lists of Centra's
     * @param includesTax whether Sage's prices hold VAT
     */
    public Read read(String company, List<Pricelist> mapped, List<PriceList> lists, boolean includesTax)
            throws TargetUnavailable {
        List<BandPrices> prices = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<PriceBand> bands = mapped.isEmpty() ? List.of() : sage.priceBands(company);
        for (Pricelist row : mapped) {
            Optional<PriceList> list = list(row, lists);
            Optional<PriceBand> band = bands.stream()
                    .filter(each -> each.name().equalsIgnoreCase(row.priceBand()))
                    .findFirst();
            Optional<String> fault = fault(row, list, band, includesTax);
            if (fault.isPresent() || list.isEmpty() || band.isEmpty()) {
                faults.add(fault.orElse(""));
            } else {
                prices.add(new BandPrices(list.get(), prices(company, band.get(), unreadable)));
            }
        }
        return new Read(prices, faults, unreadable);
    }

    /** By its name or id; none where a name is that of several. */
    static Optional<PriceList> list(Pricelist row, List<PriceList> lists) {
        List<PriceList> fitting = lists.stream()
                .filter(each -> each.name().equalsIgnoreCase(row.pricelist())
                        || Long.toString(each.id()).equals(row.pricelist()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static Optional<String> fault(
            Pricelist row, Optional<PriceList> list, Optional<PriceBand> band, boolean includesTax) {
        String name = "price list " + row.pricelist() + " (pricelists.csv)";
        if (list.isEmpty()) {
            return Optional.of("Centra has no " + name + ", or several of that name: give its id");
        }
        if (band.isEmpty()) {
            return Optional.of("Sage 200 has no price band " + row.priceBand() + ", for " + name);
        }
        if (!list.get().currency().equals(band.get().currency())) {
            return Optional.of(
                    "the prices of the " + name + " are in " + list.get().currency()
                            + ", those of Sage 200's price band " + row.priceBand() + " in "
                            + (band.get().currency().isEmpty()
                                    ? "a currency without a code"
                                    : band.get().currency()));
        }
        if (row.includesTax() != includesTax) {
            return Optional.of("the prices of the " + name + " are "
                    + (row.includesTax() ? "with" : "without") + " VAT (its column tax), those of Sage 200 "
                    + (includesTax ? "with" : "without") + " (its SOP settings)");
        }
        return Optional.empty();
    }

    private Map<String, BigDecimal> prices(String company, PriceBand band, List<String> unreadable)
            throws TargetUnavailable {
        Map<String, BigDecimal> prices = new HashMap<>();
        SageCatalogue.Prices read = sage.prices(company, band.id());
        for (BandPrice price : read.prices()) {
            if (price.price().signum() != 0) { // Sage shows 0.00 where nobody has set a price
                prices.put(price.product(), price.price());
            }
        }
        read.unreadable()
                .forEach((id, why) -> unreadable.add(
                        "price " + id + " of Sage 200's price band " + band.name() + " cannot be read: " + why));
        return prices;
    }
}
