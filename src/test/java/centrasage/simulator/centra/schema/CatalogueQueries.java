package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.catalogue.Product;
import centrasage.simulator.centra.catalogue.Products;
import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.centra.query.CatalogueFilters;
import centrasage.simulator.centra.query.Search;
import centrasage.simulator.centra.query.Sort;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.function.Function;

/** The root fields that read products and their variants. */
record CatalogueQueries(CentraState state, DataFaults faults) {

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("products", (root, call) -> Connections.list(products(call), faults, call))
                .with("productConnection", (root, call) -> Connections.of(products(call), faults, call))
                .with("productVariants", (root, call) -> Connections.list(variants(call), faults, call))
                .addTo(wiring, "Query");
    }

    private Search<Product> products(DataFetchingEnvironment call) {
        List<String> sorts = call.getArgumentOrDefault("sort", List.of());
        return new Search<>(
                rows(products -> List.copyOf(products.all())),
                CatalogueFilters.products().compile(StockQueries.where(call)),
                new Sort<>(CatalogueFilters.productSorts(), sorts));
    }

    private Search<Variant> variants(DataFetchingEnvironment call) {
        return new Search<>(
                rows(products -> List.copyOf(products.variants())),
                CatalogueFilters.variants().compile(StockQueries.where(call)),
                CatalogueFilters.byVariant());
    }

    private <T> List<T> rows(Function<Products, List<T>> all) {
        return state.withStock(stock -> all.apply(stock.sizes().products()));
    }
}
