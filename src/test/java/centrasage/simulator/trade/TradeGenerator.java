package centrasage.simulator.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deals a day of orders: what a fashion brand sells in three currencies to nine countries, with the difficult orders
 * among it that must not be posted, or not yet. The same seed, day and mix deal the same orders.
 */
public final class TradeGenerator {
    public static final int FIRST_NUMBER = 10_001;
    /** Shoppers by the hour of the day: asleep, in the break, on the sofa. */
    private static final int[] HOURS = {2, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 9, 12, 10, 8, 7, 7, 9, 12, 16, 20, 18, 11, 5};

    private final long seed;

    private final boolean negativeDiscounts;

    public TradeGenerator(long seed) {
        this(seed, false);
    }

    private TradeGenerator(long seed, boolean negativeDiscounts) {
        this.seed = seed;
        this.negativeDiscounts = negativeDiscounts;
    }

    /** The same trade, with what discounts take off written with a minus: nobody says which way Centra does it. */
    public TradeGenerator withNegativeDiscounts() {
        return new TradeGenerator(seed, true);
    }

    public List<TradeOrder> day(LocalDate day, int orders) {
        return day(day, orders, Mix.usual(), FIRST_NUMBER);
    }

    /** Numbers rise with the time of the order, as a shop's do. */
    public List<TradeOrder> day(LocalDate day, int orders, Mix mix, int firstNumber) {
        List<OrderKind> kinds = mix.deal(orders, seed);
        List<Instant> times = times(day, orders);
        List<TradeOrder> dealt = new ArrayList<>(orders);
        for (int i = 0; i < orders; i++) {
            Dice dice = new Dice(seed, i);
            TradeOrder order = new OrderMaker(dice, firstNumber + i, kinds.get(i), times.get(i)).make();
            dealt.add(negativeDiscounts ? withNegativeDiscounts(order) : order);
        }
        return dealt;
    }

    private static TradeOrder withNegativeDiscounts(TradeOrder order) {
        Basket basket = order.basket();
        Signs signs = new Signs(true, basket.signs().negativeDiscountTax());
        return order.withBasket(basket.withDiscounts(basket.discounts(), signs));
    }

    /** What the books know, under the shop's own codes or as a charge. */
    public static Set<String> bookedSkus() {
        return Stream.concat(Catalogue.articles().stream().map(Article::sku), Stream.of(Catalogue.GIFT_WRAP))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the shop sells as an article and the books know as a charge: nobody despatches it. */
    public static Set<String> chargedSkus() {
        return Set.of(Catalogue.GIFT_WRAP);
    }

    /** The articles that the books know, with stock enough for some days. */
    public List<CatalogueItem> catalogue() {
        List<CatalogueItem> items = new ArrayList<>();
        for (Article article : Catalogue.articles()) {
            int freeStock = new Dice(seed, -article.id()).between(150, 900);
            items.add(new CatalogueItem(article.sku(), article.fullName(), freeStock));
        }
        return items;
    }

    private List<Instant> times(LocalDate day, int orders) {
        Dice dice = new Dice(seed, -1);
        List<Instant> times = new ArrayList<>(orders);
        for (int i = 0; i < orders; i++) {
            LocalTime time = LocalTime.of(dice.weighted(HOURS), dice.between(0, 59), dice.between(0, 59));
            times.add(day.atTime(time).atZone(Shop.ZONE).toInstant());
        }
        return times.stream().sorted().toList();
    }
}
