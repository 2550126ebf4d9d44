package centrasage.catalogue.publish;

import centrasage.catalogue.compare.BandPrices;
import centrasage.catalogue.compare.Compared;
import centrasage.catalogue.compare.Field;
import centrasage.catalogue.value.CatalogueValues;
import centrasage.centra.CatalogueProduct;
import centrasage.centra.PriceList;
import centrasage.centra.client.CentraCatalogue;
import centrasage.centra.client.CentraCatalogue.NewFacts;
import centrasage.centra.client.CentraCatalogue.NewPrice;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells Centra what Sage 200 changed of a page of products, by as few requests as can be; nothing but that is named in them. */
@ApplicationScoped
public class TellCatalogue {
    private CentraCatalogue centra;
    private CatalogueValues values;

    @SuppressWarnings("NullAway.Init")
    TellCatalogue() {}

    @Inject
    public TellCatalogue(CentraCatalogue centra, CatalogueValues values) {
        this.centra = centra;
        this.values = values;
    }

    /** How many values were told, and how many of them Centra did not take. */
    public record Counts(long told, long rejected) {
        static final Counts NONE = new Counts(0, 0);

        Counts and(Counts other) {
            return new Counts(told + other.told, rejected + other.rejected);
        }
    }

    /**
     * @param due of these products
     * @param prices the lists that prices among them are of
     * @throws TargetUnavailable when Centra takes nothing at the moment: what is due stays so
     */
    public Counts tell(
            String company, Collection<CatalogueProduct> products, List<Compared> due, Collection<BandPrices> prices)
            throws TargetUnavailable {
        Counts counts = Counts.NONE;
        Map<Long, CatalogueProduct> byId =
                products.stream().collect(Collectors.toMap(CatalogueProduct::id, Function.identity()));
        for (CatalogueProduct product : products) {
            List<Compared> facts = due.stream()
                    .filter(each -> each.product() == product.id() && isFact(each))
                    .toList();
            if (!facts.isEmpty() && centra.room() > 0) {
                counts = counts.and(facts(company, product, facts));
            }
        }
        for (Compared barcode : of(due, Field.BARCODE)) {
            if (centra.room() > 0) {
                counts = counts.and(concluded(
                        company,
                        List.of(barcode),
                        centra.barcode(barcode.place().object(), barcode.sage())));
            }
        }
        for (BandPrices band : prices) {
            List<Compared> ofList = of(due, Field.PRICE).stream()
                    .filter(each -> each.place().pricelist() == band.list().id())
                    .toList();
            if (!ofList.isEmpty() && centra.room() > 0) {
                counts = counts.and(prices(company, band.list(), ofList, byId));
            }
        }
        return counts;
    }

    /** Where several are rejected together, each is told alone: Centra says in prose which of them it is about. */
    private Counts facts(String company, CatalogueProduct product, List<Compared> facts) throws TargetUnavailable {
        List<String> rejected = centra.update(product.id(), facts(facts));
        if (rejected.isEmpty() || facts.size() == 1) {
            return concluded(company, facts, rejected);
        }
        Counts counts = Counts.NONE;
        for (Compared one : facts) {
            if (centra.room() > 0) {
                counts = counts.and(concluded(company, List.of(one), centra.update(product.id(), facts(List.of(one)))));
            }
        }
        return counts;
    }

    private Counts prices(String company, PriceList list, List<Compared> due, Map<Long, CatalogueProduct> products)
            throws TargetUnavailable {
        List<String> rejected = centra.setPrices(list, newPrices(list, due, products));
        if (rejected.isEmpty() || due.size() == 1) {
            return concluded(company, due, rejected);
        }
        Counts counts = Counts.NONE; // it does not say in a way to be relied upon which of them it is about
        for (Compared one : due) {
            if (centra.room() > 0) {
                counts = counts.and(concluded(
                        company, List.of(one), centra.setPrices(list, newPrices(list, List.of(one), products))));
            }
        }
        return counts;
    }

    /** A price of the product where all its variants get the same and none has one of its own; else prices of variants. */
    private static List<NewPrice> newPrices(PriceList list, List<Compared> due, Map<Long, CatalogueProduct> products) {
        List<NewPrice> prices = new ArrayList<>();
        due.stream().collect(Collectors.groupingBy(Compared::product)).forEach((id, ofProduct) -> {
            CatalogueProduct product = products.get(id);
            boolean isOne = product != null
                    && ofProduct.size() == product.variants().size()
                    && ofProduct.stream().map(Compared::sage).distinct().count() == 1
                    && product.prices().stream()
                            .noneMatch(price -> price.pricelist() == list.id() && price.variant() != null);
            if (isOne) {
                prices.add(new NewPrice(id, null, amount(ofProduct.get(0))));
            } else {
                ofProduct.forEach(
                        each -> prices.add(new NewPrice(id, each.place().object(), amount(each))));
            }
        });
        return prices;
    }

    private Counts concluded(String company, List<Compared> told, List<String> rejected) {
        if (rejected.isEmpty()) {
            values.taken(company, told);
            return new Counts(told.size(), 0);
        }
        values.rejected(company, told, "Centra rejects it: " + String.join("; ", rejected));
        return new Counts(told.size(), told.size());
    }

    private static boolean isFact(Compared compared) {
        Field field = compared.place().field();
        return field != Field.BARCODE && field != Field.PRICE && field != Field.SKU;
    }

    private static List<Compared> of(List<Compared> due, Field field) {
        return due.stream().filter(each -> each.place().field() == field).toList();
    }

    private static NewFacts facts(List<Compared> facts) {
        String weight = value(facts, Field.WEIGHT);
        return new NewFacts(
                value(facts, Field.NAME),
                weight == null ? null : number(weight),
                value(facts, Field.COMMODITY_CODE),
                value(facts, Field.COUNTRY_OF_ORIGIN));
    }

    private static @Nullable String value(List<Compared> facts, Field field) {
        return facts.stream()
                .filter(each -> each.place().field() == field)
                .map(Compared::sage)
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal amount(Compared price) {
        return number(price.sage());
    }

    /** Of a text with its unit behind it. */
    private static BigDecimal number(String text) {
        return new BigDecimal(text.substring(0, text.indexOf(' ')));
    }
}
