package centrasage.simulator.centra.stock;

import centrasage.simulator.trade.Article;
import org.jspecify.annotations.Nullable;

/** What has a SKU and is counted: one size of one variant of a product. All of them are active. */
public record ProductSize(int id, String sku, @Nullable String ean, String size, boolean preorder) {

    public static ProductSize of(Article article) {
        String ean = article.ean().isEmpty() ? null : article.ean();
        return new ProductSize(article.id(), article.sku(), ean, article.size(), article.preorder());
    }

    /** The size is what stands last in the SKU, as in those of the shop. */
    static ProductSize of(int id, String sku) {
        return new ProductSize(id, sku, null, sku.substring(sku.lastIndexOf('-') + 1), false);
    }
}
