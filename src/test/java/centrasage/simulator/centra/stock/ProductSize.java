package centrasage.simulator.centra.stock;

import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.trade.Article;
import org.jspecify.annotations.Nullable;

/**
 * What has a SKU and is counted: one size of one variant of a product.
 *
 * @param variant its id, 0 where there is none
 */
public record ProductSize(int id, String sku, String size, int variant, Facts facts) {
    /** A size of a variant that is not known any more, as an old order may have it. */
    public static final int NO_VARIANT = 0;

    static final String EAN = "EAN";
    private static final String PREORDER = "preorder";

    public static ProductSize of(Article article, int variant) {
        return new ProductSize(article.id(), article.sku(), article.size(), variant, facts(article.size()))
                .ordered(article);
    }

    /** The size is what stands last in the SKU, as in those of the shop. */
    static ProductSize of(int id, String sku, int variant) {
        String size = sku.substring(sku.lastIndexOf('-') + 1);
        return new ProductSize(id, sku, size, variant, facts(size).with(PREORDER, false));
    }

    private static Facts facts(String size) {
        return Facts.NONE.with("sizeNumber", size).with("isActive", true);
    }

    public @Nullable String ean() {
        return facts.text(EAN);
    }

    public @Nullable String upc() {
        return facts.text("UPC");
    }

    public boolean preorder() {
        return facts.is(PREORDER);
    }

    public boolean active() {
        return facts.is("isActive");
    }

    /** With what an order of it tells. */
    ProductSize ordered(Article article) {
        return with(
                facts.with(EAN, article.ean().isEmpty() ? null : article.ean()).with(PREORDER, article.preorder()));
    }

    ProductSize with(Facts changed) {
        return new ProductSize(id, sku, size, variant, changed);
    }

    /** As it was when it was ordered. */
    public ProductSize preordered(boolean preorder) {
        return with(facts.with(PREORDER, preorder));
    }
}
