package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.cataloguing.PriceSetting;
import centrasage.simulator.centra.cataloguing.ProductWriting;
import centrasage.simulator.centra.state.CentraState;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;

/** What an integration may do to products, variants, sizes and prices. */
final class CatalogueMutations {
    private final ProductWriting writing;
    private final PriceSetting prices;

    CatalogueMutations(CentraState state) {
        this.writing = new ProductWriting(state);
        this.prices = new PriceSetting(state);
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("createProduct", (root, call) -> writing.createProduct(input(call)))
                .with("updateProduct", (root, call) -> writing.updateProduct(id(call), input(call)))
                .with("createProductVariant", (root, call) -> writing.createVariant(input(call)))
                .with("updateProductVariant", (root, call) -> writing.updateVariant(id(call), input(call)))
                .with("createProductSize", (root, call) -> writing.createSize(input(call)))
                .with("updateProductSize", (root, call) -> writing.updateSize(id(call), input(call)))
                .with("setPrices", (root, call) -> prices.set(input(call)))
                .addTo(wiring, "Mutation");
        payloads(wiring);
    }

    private static void payloads(RuntimeWiring.Builder wiring) {
        new Fields<ProductWriting.Done>()
                .with("product", ProductWriting.Done::object)
                .with("productVariant", ProductWriting.Done::object)
                .with("productSize", ProductWriting.Done::object)
                .with("userErrors", done -> StockMutations.problems(done.errors()))
                .with("userWarnings", done -> List.of())
                .addTo(
                        wiring,
                        "ProductCreatePayload",
                        "ProductUpdatePayload",
                        "ProductVariantCreatePayload",
                        "ProductVariantUpdatePayload",
                        "ProductSizeCreatePayload",
                        "ProductSizeUpdatePayload");
        new Fields<PriceSetting.Done>()
                .with("pricelist", PriceSetting.Done::pricelist)
                .with("products", PriceSetting.Done::products)
                .with("userErrors", done -> StockMutations.problems(done.errors()))
                .with("userWarnings", done -> StockMutations.problems(done.warnings()))
                .addTo(wiring, "PricesSetPayload");
    }

    private static Map<String, Object> input(DataFetchingEnvironment call) {
        return call.getArgumentOrDefault("input", Map.of());
    }

    private static int id(DataFetchingEnvironment call) {
        return call.<Integer>getArgumentOrDefault("id", 0);
    }
}
