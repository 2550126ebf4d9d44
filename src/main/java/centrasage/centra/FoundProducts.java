package centrasage.centra;

import java.util.List;
import java.util.Set;

/**
 * What Centra has of a product's number.
 *
 * @param hasSku whether a size has it as its SKU
 */
public record FoundProducts(List<Found> products, boolean hasSku) {
    public FoundProducts {
        products = List.copyOf(products);
    }

    /** @param skus of all its sizes */
    public record Found(long id, int variants, Set<String> skus) {
        public Found {
            skus = Set.copyOf(skus);
        }
    }
}
