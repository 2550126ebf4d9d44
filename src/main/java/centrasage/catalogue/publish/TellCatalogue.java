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
import centrasage.centra.client.wire.RequestRefused;
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

    /** A run of a company's. @param prices the lists that prices are told of */
    record Telling(String company, Collection<BandPrices> prices, RequestErrors errors) {}

    /**
     * @param due of these products
     * @throws TargetUnavailable when Centra takes nothing at the moment: what is due stays so
     */
    Counts tell(Telling run, Collection<CatalogueProduct> products, List<Compared> due) throws TargetUnavailable {
        Counts counts = Counts.NONE;
        Map<Long, CatalogueProduct> byId =
                products.stream().collect(Collectors.toMap(CatalogueProduct::id, Function.identity()));
        for (CatalogueProduct product : products) {
            List<Compared> facts = due.stream()
                    .filter(each -> each.product() == product.id() && isFact(each))
                    .toList();
            if (!facts.isEmpty() && centra.room() > 0) {
                counts = counts.and(facts(run, product, facts));
            }
        }
        for (Compared barcode : of(due, Field.BARCODE)) {
            if (centra.room() > 0) {
                counts = counts.and(alone(
                        run, barcode, one -> centra.barcode(barcode.place().object(), barcode.sage())));
            }
        }
        for (BandPrices band : run.prices()) {
            List<Compared> ofList = of(due, Field.PRICE).stream()
                    .filter(each -> each.place().pricelist() == band.list().id())
                    .toList();
            if (!ofList.isEmpty() && centra.room() > 0) {
                counts = counts.and(prices(run, band.list(), ofList, byId));
            }
        }
        return counts;
    }

    private Counts facts(Telling run, CatalogueProduct product, List<Compared> facts) throws TargetUnavailable {
        return together(run, facts, some -> centra.update(product.id(), facts(some)));
    }

    private Counts prices(Telling run, PriceList list, List<Compared> due, Map<Long, CatalogueProduct> products)
            throws TargetUnavailable {
        return together(run, due, some -> centra.setPrices(list, newPrices(list, some, products)));
    }

    /** Has Centra told of some values. */
    private interface Change {
        /** @return what Centra rejected */
        List<String> of(List<Compared> some) throws TargetUnavailable, RequestRefused;
    }

    /** Where several are rejected together, each is told alone: Centra says in prose which of them it is about. */
    private Counts together(Telling run, List<Compared> due, Change change) throws TargetUnavailable {
        if (due.size() == 1) {
            return alone(run, due.get(0), change);
        }
        try {
            if (change.of(due).isEmpty()) {
                return taken(run, due);
            }
        } catch (RequestRefused e) {
            run.errors().count(String.valueOf(e.getMessage()));
        }
        Counts counts = Counts.NONE;
        for (Compared one : due) {
            if (centra.room() > 0) {
                counts = counts.and(alone(run, one, change));
            }
        }
        return counts;
    }

    private Counts alone(Telling run, Compared one, Change change) throws TargetUnavailable {
        try {
            List<String> rejected = change.of(List.of(one));
            if (rejected.isEmpty()) {
                return taken(run, List.of(one));
            }
            values.rejected(run.company(), List.of(one), "Centra rejects it: " + String.join("; ", rejected));
            return new Counts(1, 1);
        } catch (RequestRefused e) {
            run.errors().add(one, e);
            return e.isPassing() ? Counts.NONE : new Counts(1, 1);
        }
    }

    private Counts taken(Telling run, List<Compared> told) {
        values.taken(run.company(), told);
        return new Counts(told.size(), 0);
    }

    /** Keeps what was answered with an error, once it is known that not everything is. */
    void conclude(Telling run) {
        run.errors()
                .each((value, words) ->
                        values.rejected(run.company(), List.of(value), "Centra answers with an error: " + words));
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
