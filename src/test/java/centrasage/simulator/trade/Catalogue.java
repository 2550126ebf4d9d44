package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The styles of the season in all their colours and sizes. */
final class Catalogue {
    static final String GIFT_WRAP = "GIFTWRAP";
    private static final List<Article> ARTICLES = read();

    private Catalogue() {}

    static List<Article> articles() {
        return ARTICLES;
    }

    /** What has the usual VAT everywhere. */
    static List<Article> usual() {
        return ARTICLES.stream().filter(article -> article.rateAtHome() == null).toList();
    }

    /** What the United Kingdom taxes less: children's clothing and car seats. */
    static List<Article> favoured() {
        return ARTICLES.stream().filter(article -> article.rateAtHome() != null).toList();
    }

    /** Sold by the web shop, unknown to the books: a sample that was never set up there. */
    static Article unlisted(Article like) {
        return article(
                like.id() + 900_000, "SAMPLE-" + like.sku(), like.style(), like.colour(), like.size(), like.prices());
    }

    /** Some articles for less than the sum of their prices; a stock code of its own that is never on a shelf. */
    static Article bundle(List<Article> items, Map<String, Long> prices) {
        Article.Style style = new Article.Style(990_000, "SET1", "The set");
        Article.Colour colour = new Article.Colour(990_000, "SET", "Set");
        String ids = items.stream().map(item -> "-" + item.id()).collect(Collectors.joining());
        return article(990_000 + items.get(0).id(), "SET1" + ids, style, colour, "OS", prices);
    }

    static Article giftCertificate(int units) {
        Map<String, Long> prices = Map.of("GBP", units * 100L, "EUR", units * 100L, "SEK", units * 1000L);
        Article.Style style = new Article.Style(980_000, "GIFT", "Gift certificate");
        return article(980_000 + units, "GIFT" + units, style, new Article.Colour(980_000, "", ""), "", prices);
    }

    /** Sold as a product, and in the books no product. */
    static Article giftWrap() {
        Article.Style style = new Article.Style(970_000, GIFT_WRAP, "Gift wrap");
        Article.Colour colour = new Article.Colour(970_000, "", "");
        Map<String, Long> prices = Map.of("GBP", 450L, "EUR", 525L, "SEK", 4900L);
        return article(970_000, GIFT_WRAP, style, colour, "OS", prices);
    }

    private static Article article(
            int id, String sku, Article.Style style, Article.Colour colour, String size, Map<String, Long> prices) {
        return new Article(id, sku, "", style, colour, size, prices, null, false);
    }

    private static List<Article> read() {
        List<Article> articles = new ArrayList<>();
        for (String[] row : Table.rows("styles.csv")) {
            addStyle(articles, row);
        }
        return List.copyOf(articles);
    }

    private static void addStyle(List<Article> articles, String[] row) {
        int styleId = Integer.parseInt(row[0].substring(2));
        Article.Style style = new Article.Style(styleId, row[0], row[1]);
        Map<String, Long> prices = prices(row);
        BigDecimal rateAtHome = row[7].isEmpty() ? null : new BigDecimal(row[7]);
        int colourId = styleId * 10;
        for (String colourText : row[5].split(";", -1)) {
            String[] words = colourText.split(" ", 2);
            Article.Colour colour = new Article.Colour(++colourId, words[0], words[1]);
            for (String size : row[6].split(";", -1)) {
                int id = articles.size() + 1;
                String sku = style.number() + "-" + colour.number() + "-" + size;
                articles.add(new Article(id, sku, ean(id), style, colour, size, prices, rateAtHome, false));
            }
        }
    }

    private static Map<String, Long> prices(String[] row) {
        Map<String, Long> prices = new HashMap<>();
        for (int i = 0; i < Shop.CURRENCIES.size(); i++) {
            Currency currency = Shop.CURRENCIES.get(i);
            prices.put(currency.code(), currency.minor(new BigDecimal(row[2 + i])));
        }
        return prices;
    }

    /** A GTIN-13 of the range kept for use inside a company, with its check digit. */
    private static String ean(int id) {
        String body = "2" + "0".repeat(11 - Integer.toString(id).length()) + id;
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }
}
