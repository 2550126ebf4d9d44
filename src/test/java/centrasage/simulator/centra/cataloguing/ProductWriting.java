package centrasage.simulator.centra.cataloguing;

import centrasage.simulator.centra.catalogue.Change;
import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.centra.catalogue.Product;
import centrasage.simulator.centra.catalogue.Products;
import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.Refused;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.Sizes;
import centrasage.simulator.centra.stocking.Told;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates and changes products, variants and sizes, each of them wholly or not at all. */
public final class ProductWriting {
    private static final String PRODUCT = "Product";
    private static final String VARIANT = "ProductVariant";
    private static final String SIZE = "ProductSize";

    /** @param object null when nothing was done */
    public record Done(@Nullable Object object, List<Told> errors) {
        static Done of(Object object) {
            return new Done(object, List.of());
        }

        static Done refused(List<Told> errors) {
            return new Done(null, List.copyOf(errors));
        }

        static Done unknown(String what, @Nullable Integer id, String... path) {
            return refused(List.of(Told.of("Could not find " + what + " with ID " + id, path)));
        }
    }

    private final CentraState state;

    public ProductWriting(CentraState state) {
        this.state = state;
    }

    public Done createProduct(Map<String, Object> input) {
        return write(sizes -> {
            Products products = sizes.products();
            FactsInput read = new FactsInput(products);
            Facts facts = read.read(input, Facts.NONE);
            if (!read.errors().isEmpty()) {
                return Done.refused(read.errors());
            }
            Product product = products.add(facts, state.now());
            keep(products, "createProduct", PRODUCT, product.id(), Facts.NONE, facts);
            return Done.of(product);
        });
    }

    public Done updateProduct(int id, Map<String, Object> input) {
        return write(sizes -> {
            Products products = sizes.products();
            Product product = products.product(id);
            if (product == null) {
                return Done.unknown("product", id, "id");
            }
            if (!products.refusal(id).isEmpty()) {
                throw Refused.ordered(products.refusal(id), "Unexpected value of product " + id);
            }
            FactsInput read = new FactsInput(products);
            Facts facts = read.read(input, product.facts());
            if (!read.errors().isEmpty()) {
                return Done.refused(read.errors());
            }
            boolean changes = keep(products, "updateProduct", PRODUCT, id, product.facts(), facts);
            return Done.of(changes ? products.change(product, facts, state.now()) : product);
        });
    }

    public Done createVariant(Map<String, Object> input) {
        return write(sizes -> {
            Products products = sizes.products();
            Integer id = Inputs.id(input, "product");
            Product product = id == null ? null : products.product(id);
            if (product == null) {
                return Done.unknown("product", id, "input", "product");
            }
            FactsInput read = new FactsInput(products);
            Facts facts = read.read(input, Facts.NONE);
            NewSizes planned = new NewSizes(sizes, product.number(), facts.text("variantNumber"));
            List<Map<String, Object>> rows = Inputs.objects(input.get("productSizes"));
            for (int i = 0; i < rows.size(); i++) {
                planned.plan(rows.get(i), "input", "productSizes", Integer.toString(i));
            }
            if (!read.errors().isEmpty() || !planned.errors().isEmpty()) {
                return Done.refused(read.errors().isEmpty() ? planned.errors() : read.errors());
            }
            Variant variant = products.add(product, facts, state.now());
            keep(products, "createProductVariant", VARIANT, variant.id(), Facts.NONE, facts);
            added(products, "createProductVariant", planned.addTo(variant));
            return Done.of(variant);
        });
    }

    public Done updateVariant(int id, Map<String, Object> input) {
        return write(sizes -> {
            Products products = sizes.products();
            Variant variant = products.variant(id);
            if (variant == null) {
                return Done.unknown("product variant", id, "id");
            }
            FactsInput read = new FactsInput(products);
            Facts facts = read.read(input, variant.facts());
            if (!read.errors().isEmpty()) {
                return Done.refused(read.errors());
            }
            boolean changes = keep(products, "updateProductVariant", VARIANT, id, variant.facts(), facts);
            return Done.of(changes ? products.change(variant, facts, state.now()) : variant);
        });
    }

    public Done createSize(Map<String, Object> input) {
        return write(sizes -> {
            Products products = sizes.products();
            Integer id = Inputs.id(input, "productVariant");
            Variant variant = id == null ? null : products.variant(id);
            Product product = variant == null ? null : products.product(variant.product());
            if (variant == null || product == null) {
                return Done.unknown("product variant", id, "input", "productVariant");
            }
            NewSizes planned = new NewSizes(sizes, product.number(), variant.number());
            planned.plan(input, "input", "sizeNumber");
            if (!planned.errors().isEmpty()) {
                return Done.refused(planned.errors());
            }
            List<ProductSize> made = planned.addTo(variant);
            added(products, "createProductSize", made);
            return Done.of(made.get(0));
        });
    }

    public Done updateSize(int id, Map<String, Object> input) {
        return write(sizes -> {
            ProductSize size = sizes.ofId(id);
            if (size == null) {
                return Done.unknown("product size", id, "id");
            }
            Facts facts = new FactsInput(sizes.products()).read(input, size.facts());
            keep(sizes.products(), "updateProductSize", SIZE, id, size.facts(), facts);
            return Done.of(sizes.change(size, facts));
        });
    }

    private Done write(Function<Sizes, Done> work) {
        return state.withStock(stock -> work.apply(stock.sizes()));
    }

    private void added(Products products, String mutation, List<ProductSize> made) {
        made.forEach(size -> keep(products, mutation, SIZE, size.id(), Facts.NONE, size.facts()));
    }

    /** Whether there is a difference to keep. */
    private boolean keep(Products products, String mutation, String object, int id, Facts before, Facts after) {
        Map<String, Facts.Difference> differences = before.differences(after);
        products.changed(new Change(state.now(), mutation, object, id, differences));
        return !differences.isEmpty();
    }
}
