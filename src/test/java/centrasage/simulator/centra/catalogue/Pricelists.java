package centrasage.simulator.centra.catalogue;

import centrasage.simulator.trade.Currency;
import centrasage.simulator.trade.Market;
import centrasage.simulator.trade.Market.PriceList;
import centrasage.simulator.trade.Shop;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pricelists of the shop's markets: active, and with VAT in their prices, unless somebody says otherwise. */
public final class Pricelists {
    private final Set<Integer> inactive = new HashSet<>();
    private final Set<Integer> net = new HashSet<>();

    Pricelists() {}

    public static List<PriceList> all() {
        return Shop.MARKETS.stream().map(Market::priceList).distinct().toList();
    }

    public static @Nullable PriceList ofId(@Nullable Integer id) {
        return all().stream()
                .filter(list -> Objects.equals(id, list.id()))
                .findFirst()
                .orElse(null);
    }

    public static Currency currency(PriceList list) {
        return Shop.MARKETS.stream()
                .filter(market -> market.priceList().equals(list))
                .findFirst()
                .orElseThrow()
                .currency();
    }

    public String status(PriceList list) {
        return inactive.contains(list.id()) ? "INACTIVE" : "ACTIVE";
    }

    public boolean includesTax(PriceList list) {
        return !net.contains(list.id());
    }

    public void activate(PriceList list, boolean active) {
        put(inactive, list, !active);
    }

    public void includeTax(PriceList list, boolean included) {
        put(net, list, !included);
    }

    private static void put(Set<Integer> ids, PriceList list, boolean member) {
        if (member) {
            ids.add(list.id());
        } else {
            ids.remove(list.id());
        }
    }

    void reset() {
        inactive.clear();
        net.clear();
    }
}
