package centrasage.simulator.centra.catalogue;

import centrasage.simulator.trade.Article;

/**
 * The product and the variant that a SKU belongs to: those of PRODUCT-COLOUR-SIZE are shared with other SKUs, any other
 * SKU has both of its own.
 *
 * @param colour the number of the variant, empty where the product has only one
 */
public record StyleCode(String product, String productName, String colour, String colourName) {
    private static final int PARTS = 3;

    public static StyleCode of(String sku) {
        String[] parts = parts(sku);
        return parts.length == PARTS
                ? new StyleCode(parts[0], parts[0], parts[1], parts[1])
                : new StyleCode(sku, sku, "", sku);
    }

    /** @param name of the product, the colour and the size, with commas between them */
    public static StyleCode of(String sku, String name) {
        String[] names = name.split(", ", -1);
        String[] parts = parts(sku);
        return parts.length == PARTS && names.length == PARTS
                ? new StyleCode(parts[0], names[0], parts[1], names[1])
                : new StyleCode(sku, name, "", name);
    }

    public static StyleCode of(Article article) {
        Article.Style style = article.style();
        Article.Colour colour = article.colour();
        String colourName = colour.name().isEmpty() ? style.name() : colour.name();
        return new StyleCode(style.number(), style.name(), colour.number(), colourName);
    }

    private static String[] parts(String sku) {
        return sku.matches("[^-]+-[^-]+-[^-]+") ? sku.split("-", -1) : new String[0];
    }
}
