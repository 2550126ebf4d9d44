package centrasage.centra;

import org.jspecify.annotations.Nullable;

/**
 * A product that is to be made in Centra, which nobody can buy before a merchandiser activates it.
 *
 * @param number of the product, which is its only SKU as well: neither its variant nor its size has a number
 * @param brand Centra's id of it; null is none, as of the collection and the folder
 */
public record NewProduct(
        String number,
        String name,
        @Nullable Long brand,
        @Nullable Long collection,
        @Nullable Long folder) {}
