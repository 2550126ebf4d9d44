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

    /** The tenant has the one of goods without sizes. */
    record SizeChart(int id, String name, List<Size> sizes) {
        static final SizeChart ONE_SIZE = new SizeChart(1, "One Size", List.of(new Size(1, "One Size")));

        record Size(int id, String name) {}
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("products", (root, call) -> Connections.list(products(call), faults, call))
                .with("productConnection", (root, call) -> Connections.of(products(call), faults, call))
                .with("productVariants", (root, call) -> Connections.list(variants(call), faults, call))
                .with("sizeCharts", root -> List.of(SizeChart.ONE_SIZE))
                .addTo(wiring, "Query");
        new Fields<SizeChart>()
                .with("id", SizeChart::id)
                .with("name", SizeChart::name)
                .with("sizes", SizeChart::sizes)
                .addTo(wiring, "SizeChart");
        new Fields<SizeChart.Size>()
                .with("id", SizeChart.Size::id)
                .with("name", SizeChart.Size::name)
                .addTo(wiring, "Size");
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
