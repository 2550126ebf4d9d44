package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.catalogue.Cost;
import centrasage.simulator.centra.catalogue.Countries;
import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.centra.catalogue.Price;
import centrasage.simulator.centra.catalogue.Pricelists;
import centrasage.simulator.centra.catalogue.Product;
import centrasage.simulator.centra.catalogue.ProductCollection;
import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.centra.catalogue.Weight;
import centrasage.simulator.centra.query.CatalogueFilters;
import centrasage.simulator.centra.query.Search;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.centra.stock.Sizes;
import centrasage.simulator.trade.Country;
import centrasage.simulator.trade.Market.PriceList;
import centrasage.simulator.trade.Shop;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Products, their variants, and what they cost on which pricelist. */
record CatalogueFields(CentraState state, DataFaults faults, Dates dates) {
    private static final String[] PRODUCT_TEXTS = {
        "name",
        "status",
        "productNumber",
        "harmonizedCommodityCode",
        "harmonizedCommodityCodeDescription",
        "internalComment"
    };
    private static final String[] VARIANT_TEXTS = {"name", "status", "variantNumber", "internalName"};

    void addTo(RuntimeWiring.Builder wiring) {
        products(wiring);
        parts(wiring);
        variants(wiring);
        pricelists(wiring);
        new Fields<Price>()
                .with("id", Price::id)
                .with("pricelist", price -> price.of().pricelist())
                .with(
                        "product",
                        price -> read(
                                sizes -> sizes.products().product(price.of().product())))
                .with("productVariant", price -> variant(price.of().variant()))
                .with("price", CatalogueFields::amount)
                .addTo(wiring, "Price");
    }

    private void products(RuntimeWiring.Builder wiring) {
        Fields<Product> fields = new Fields<Product>()
                .with("id", Product::id)
                .with("createdAt", dates.of(Product::createdAt))
                .with("updatedAt", dates.of(Product::updatedAt))
                .with("weight", product -> product.facts().get("weight"))
                .with("collection", Product::collection)
                .with("countryOfOrigin", CatalogueFields::country)
                .with("displays", product -> List.of(product))
                .with("variants", product -> list(sizes -> sizes.products().variants(product)))
                .with(
                        "prices",
                        (product, call) ->
                                prices(list(sizes -> sizes.products().prices().of(product.id())), call));
        texts(fields, Product::facts, PRODUCT_TEXTS);
        fields.addTo(wiring, "Product");
    }

    private static <T> void texts(Fields<T> fields, Function<T, Facts> facts, String... names) {
        for (String name : names) {
            fields.with(name, source -> facts.apply(source).text(name));
        }
    }

    private static @Nullable Country country(Product product) {
        String code = product.facts().text("countryOfOrigin");
        return code == null ? null : Countries.ofCode(code);
    }

    /** A product has one display here, with the product's own name and status. */
    private static void parts(RuntimeWiring.Builder wiring) {
        Fields<Product> display = new Fields<Product>().with("id", Product::id);
        texts(display, Product::facts, "name", "description", "status");
        display.addTo(wiring, "Display");
        new Fields<ProductCollection>()
                .with("id", ProductCollection::id)
                .with("name", ProductCollection::name)
                .addTo(wiring, "Collection");
        new Fields<Weight>()
                .with("value", Weight::value)
                .with("unit", Weight::unit)
                .addTo(wiring, "Weight");
    }

    private void variants(RuntimeWiring.Builder wiring) {
        Fields<Variant> fields = new Fields<Variant>()
                .with("id", Variant::id)
                .with("createdAt", dates.of(Variant::createdAt))
                .with("updatedAt", dates.of(Variant::updatedAt))
                .with("unitCost", CatalogueFields::cost)
                .with("product", variant -> read(sizes -> sizes.products().product(variant.product())))
                .with("productSizes", variant -> list(sizes -> sizes.of(variant)));
        texts(fields, Variant::facts, VARIANT_TEXTS);
        fields.addTo(wiring, "ProductVariant");
    }

    private static @Nullable Amount cost(Variant variant) {
        return variant.facts().get("unitCost") instanceof Cost cost
                ? Shop.CURRENCIES.stream()
                        .filter(currency -> currency.code().equals(cost.currency()))
                        .findFirst()
                        .map(currency -> new Amount(cost.value(), currency, variant.updatedAt()))
                        .orElse(null)
                : null;
    }

    private void pricelists(RuntimeWiring.Builder wiring) {
        new Fields<PriceList>()
                .with("id", PriceList::id)
                .with("name", PriceList::name)
                .with(
                        "status",
                        list -> read(sizes -> sizes.products().pricelists().status(list)))
                .with("currency", Pricelists::currency)
                .with(
                        "pricesIncludeTax",
                        list -> read(sizes -> sizes.products().pricelists().includesTax(list)))
                .with("prices", (list, call) -> prices(of(list), call))
                .addTo(wiring, "Pricelist");
    }

    private List<Price> of(PriceList list) {
        return list(sizes -> sizes.products().prices().all().stream()
                .filter(price -> price.of().pricelist().equals(list))
                .toList());
    }

    private List<Price> prices(List<Price> all, DataFetchingEnvironment call) {
        return Connections.list(
                new Search<>(
                        all, CatalogueFilters.prices().compile(StockQueries.where(call)), CatalogueFilters.byPrice()),
                faults,
                call);
    }

    private static Amount amount(Price price) {
        return new Amount(price.value(), Pricelists.currency(price.of().pricelist()), price.at());
    }

    private @Nullable Variant variant(@Nullable Integer id) {
        return id == null ? null : read(sizes -> sizes.products().variant(id));
    }

    private <T> @Nullable T read(Function<Sizes, @Nullable T> value) {
        return state.withStock(stock -> Optional.ofNullable(value.apply(stock.sizes())))
                .orElse(null);
    }

    private <T> List<T> list(Function<Sizes, List<T>> rows) {
        return state.withStock(stock -> rows.apply(stock.sizes()));
    }
}
