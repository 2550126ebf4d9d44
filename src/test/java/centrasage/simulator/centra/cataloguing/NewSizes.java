package centrasage.simulator.centra.cataloguing;

import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.Sizes;
import centrasage.simulator.centra.stocking.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sizes that a variant is to get: all of them, or none when a SKU is taken (inferred). */
final class NewSizes {
    private record Planned(String sku, String size, Facts facts) {}

    private final Sizes sizes;
    private final String style;
    private final List<Planned> planned = new ArrayList<>();
    private final List<Told> errors = new ArrayList<>();

    /** @param numbers of the product and the variant, with which the SKUs begin */
    NewSizes(Sizes sizes, @Nullable String... numbers) {
        this.sizes = sizes;
        this.style = joined(Stream.of(numbers));
    }

    /** The parts of a SKU, with hyphens between them (inferred). */
    private static String joined(Stream<@Nullable String> parts) {
        return parts.filter(Objects::nonNull).filter(part -> !part.isEmpty()).collect(Collectors.joining("-"));
    }

    void plan(Map<String, Object> input, String... path) {
        Facts given = new FactsInput(sizes.products()).read(input, Facts.NONE.with("preorder", false));
        String sku = joined(Stream.of(style, given.text("sizeNumber")));
        if (sizes.ofSku(sku) != null
                || planned.stream().anyMatch(other -> other.sku().equals(sku))) {
            errors.add(Told.of("SKU " + sku + " already exists", path));
        } else {
            String size = String.valueOf(Inputs.object(input.get("size")).get("name"));
            planned.add(new Planned(sku, size, given));
        }
    }

    List<Told> errors() {
        return errors;
    }

    List<ProductSize> addTo(Variant variant) {
        return planned.stream()
                .map(one -> sizes.add(variant, one.sku(), one.size(), one.facts()))
                .toList();
    }
}
