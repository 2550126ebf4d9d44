package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What is fixed about the brand: where it sells, in which currencies, how it ships and who takes the money. */
public final class Shop {
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    public static final Currency GBP = new Currency(1, "GBP", 2, new BigDecimal("1"));
    public static final Currency EUR = new Currency(2, "EUR", 2, new BigDecimal("0.8563"));
    public static final Currency SEK = new Currency(3, "SEK", 2, new BigDecimal("0.0763"));
    public static final List<Currency> CURRENCIES = List.of(GBP, EUR, SEK);
    public static final Currency BASE = GBP;

    public static final Country GB = country(1, "GB", "United Kingdom", "20", false);
    public static final Country DE = country(2, "DE", "Germany", "19", true);
    public static final Country FR = country(3, "FR", "France", "20", true);
    public static final Country NL = country(4, "NL", "Netherlands", "21", true);
    public static final Country SE = country(5, "SE", "Sweden", "25", true);
    public static final Country IE = country(6, "IE", "Ireland", "23", true);
    public static final Country IT = country(7, "IT", "Italy", "22", true);
    /** Sold to, but unknown to the books: exports without VAT. */
    public static final Country CH = country(8, "CH", "Switzerland", "0", false);
    /** Sold to free of VAT, from a price list that holds it. */
    public static final Country US = country(9, "US", "United States", "0", false);
    /** The VAT that the prices of the euro list hold, where it is taken off again. */
    static final BigDecimal LIST_VAT_PERCENT = new BigDecimal("20");

    public static final Store WEB = new Store(1, "Web shop", Store.Type.DIRECT_TO_CONSUMER);
    public static final Store SHOWROOM = new Store(2, "Showroom", Store.Type.WHOLESALE);
    public static final List<Store> STORES = List.of(WEB, SHOWROOM);

    public static final Market UNITED_KINGDOM = market(1, "United Kingdom", GBP, List.of(GB));
    public static final Market EURO = market(2, "Euro countries", EUR, List.of(DE, FR, NL, IE, IT));
    public static final Market SWEDEN = market(3, "Sweden", SEK, List.of(SE));
    public static final Market EXPORT = new Market(4, "Export", EUR, EURO.priceList(), List.of(CH, US));
    public static final List<Market> MARKETS = List.of(UNITED_KINGDOM, EURO, SWEDEN, EXPORT);

    static final ShippingOption STANDARD = new ShippingOption(
            1,
            "Standard",
            "standard",
            Map.of("GBP", 495L, "EUR", 590L, "SEK", 4900L),
            Map.of("GBP", 7500L, "EUR", 9000L, "SEK", 89900L));
    static final ShippingOption EXPRESS =
            new ShippingOption(2, "Express", "express", Map.of("GBP", 995L, "EUR", 1250L, "SEK", 12900L), Map.of());

    /** What is charged for handling where it is, by currency in minor units. */
    static final Map<String, Long> HANDLING = Map.of("GBP", 250L, "EUR", 295L, "SEK", 2900L);

    static final Gateway ADYEN = new Gateway("adyen", "adyen_drop_in", "Adyen");
    static final Gateway KLARNA = new Gateway("klarna", "klarna_payments", "Klarna");
    static final Gateway PAYPAL = new Gateway("paypal", "paypal_commerce", "PayPal");
    static final Gateway STRIPE = new Gateway("stripe", "stripe_payment_intents", "Stripe");
    public static final List<Gateway> GATEWAYS = List.of(ADYEN, KLARNA, PAYPAL, STRIPE);

    private Shop() {}

    private static Country country(int id, String code, String name, String vatPercent, boolean inUnion) {
        return new Country(id, code, name, new BigDecimal(vatPercent), inUnion);
    }

    private static Market market(int id, String name, Currency currency, List<Country> countries) {
        return new Market(id, name, currency, new Market.PriceList(id, "Consumer " + currency.code()), countries);
    }
}
