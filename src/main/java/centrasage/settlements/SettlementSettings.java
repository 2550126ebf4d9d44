package centrasage.settlements;

import centrasage.sage200.ledger.ExchangeRates;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.klarna.KlarnaSettings;
import centrasage.settlements.stripe.PayoutRows;
import centrasage.settlements.stripe.StripeProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What the operator decided that concerns settlement files, read from the configuration once. */
@ApplicationScoped
public class SettlementSettings {
    private @Nullable Path inbox;
    private @Nullable Path profiles;
    private @Nullable Path openingItems;
    private Duration quiet;
    private Duration lookAgain;
    private Map<String, Map<String, LineKind>> types;
    private BigDecimal tolerance;
    private Pattern order;
    private boolean chargesByMonth;
    private Period paidWithin;
    private @Nullable Path statements;
    private Period arrivesWithin;
    private ZoneId zone;
    private String company;
    private StripeProfile stripe;
    private KlarnaSettings klarna;
    private Set<String> uncounted;
    private ExchangeRates rates;
    private boolean statesRates;
    private BigDecimal exchangeTolerated;

    @SuppressWarnings("NullAway.Init")
    protected SettlementSettings() {}

    @Inject
    public SettlementSettings(Config config) {
        inbox = path(config, "settlements.inbox");
        profiles = path(config, "settlements.profiles");
        openingItems = path(config, "settlements.opening-items");
        quiet = config.getValue("settlements.inbox-quiet", Duration.class);
        lookAgain = config.getValue("settlements.look-again", Duration.class);
        types = told(text(config, "settlements.types"));
        tolerance = config.getValue("settlements.tolerance", BigDecimal.class);
        chargesByMonth =
                config.getValue("settlements.charges-dated", String.class).equals("own-month");
        order = Pattern.compile(config.getValue("settlements.order-reference", String.class));
        paidWithin = Period.parse(config.getValue("settlements.paid-within", String.class));
        statements = path(config, "settlements.statements");
        arrivesWithin = Period.parse(config.getValue("settlements.arrives-within", String.class));
        zone = ZoneId.of(config.getValue("schedule.time-zone", String.class));
        company = config.getValue("sage200.company", String.class);
        stripe = new StripeProfile(
                config.getValue("settlements.stripe.account", String.class),
                config.getValue("settlements.stripe.payouts", String.class).equals("implied")
                        ? PayoutRows.IMPLIED
                        : PayoutRows.IN_THE_FILE,
                words(text(config, "settlements.stripe.order-columns")),
                types.getOrDefault("stripe", Map.of()));
        klarna = new KlarnaSettings(
                config.getValue("settlements.klarna.signed", Boolean.class),
                config.getValue("settlements.klarna.without-totals", Boolean.class),
                Optional.of(text(config, "settlements.klarna.file-name"))
                        .filter(pattern -> !pattern.isEmpty())
                        .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
                        .orElse(KlarnaSettings.FILE_NAME),
                types.getOrDefault("klarna", Map.of()));
        rates = config.getValue("sage200.exchange-rates", String.class).equals("base-per-foreign")
                ? ExchangeRates.BASE_PER_FOREIGN
                : ExchangeRates.FOREIGN_PER_BASE;
        statesRates = config.getValue("settlements.exchange-rate", String.class).equals("booked");
        exchangeTolerated = config.getValue("settlements.exchange-tolerance", BigDecimal.class);
        uncounted = Set.copyOf(words(text(config, "settlements.paypal.uncounted")));
    }

    private static String text(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("").strip();
    }

    private static @Nullable Path path(Config config, String key) {
        String text = text(config, key);
        return text.isEmpty() ? null : Path.of(text);
    }

    private static List<String> words(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** {@code adyen/PaidOut = ADJUSTMENT, stripe/topup = PAYOUT_RETURN}, by provider and type in lower case. */
    private static Map<String, Map<String, LineKind>> told(String list) {
        Map<String, Map<String, LineKind>> types = new HashMap<>();
        for (String entry : words(list)) {
            int slash = entry.indexOf('/');
            int equals = entry.lastIndexOf('=');
            types.computeIfAbsent(entry.substring(0, slash).strip().toLowerCase(Locale.ROOT), psp -> new HashMap<>())
                    .put(
                            entry.substring(slash + 1, equals).strip().toLowerCase(Locale.ROOT),
                            LineKind.valueOf(entry.substring(equals + 1).strip()));
        }
        return types.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
    }

    /** Where files are put for us; empty where nobody puts any. */
    public Optional<Path> inbox() {
        return Optional.ofNullable(inbox);
    }

    /** For how long nobody must have written a file before it is taken. */
    public Duration quiet() {
        return quiet;
    }

    /** How long after it differed a clearing bank is looked at again, before people are told. */
    public Duration lookAgain() {
        return lookAgain;
    }

    /** The folder of the profiles of other providers; empty where there are none. */
    public Optional<Path> profiles() {
        return Optional.ofNullable(profiles);
    }

    /** The file of what stood in the clearing banks at the cut-over; empty where there is none. */
    public Optional<Path> openingItems() {
        return Optional.ofNullable(openingItems);
    }

    /** What people have said of the types of a provider that are not known here, by the type in lower case. */
    public Map<String, LineKind> types(String psp) {
        return types.getOrDefault(psp, Map.of());
    }

    public StripeProfile stripe() {
        return stripe;
    }

    public KlarnaSettings klarna() {
        return klarna;
    }

    /** Those of PayPal's counts that count something else than rows. */
    public Set<String> uncounted() {
        return uncounted;
    }

    /** What Sage's exchange rates say. */
    public ExchangeRates rates() {
        return rates;
    }

    /** Whether what is posted in another currency states the rate at which its receipts were booked; else Sage takes its own. */
    public boolean statesRates() {
        return statesRates;
    }

    /** Up to what batches that are done may have gained or lost by exchange rates in a bank, in the company's own currency, before people are told. */
    public BigDecimal exchangeTolerated() {
        return exchangeTolerated;
    }

    /** Up to which difference the amount of a line is taken for that of its order, in units of the currency; 0 tolerates none. */
    public BigDecimal tolerance() {
        return tolerance;
    }

    /** Whether what was kept in the months before a payout is booked in them; else all of a batch on the day of its payout. */
    public boolean areChargesByMonth() {
        return chargesByMonth;
    }

    /** The order's number in what the shop has told a provider as its reference, or the whole reference where it is no such. */
    public String orderOf(String reference) {
        Matcher found = order.matcher(reference);
        return found.matches() ? found.group("order") : reference;
    }

    /** After how long a payment that no file has paid out is told. */
    public Period paidWithin() {
        return paidWithin;
    }

    /** Where bank statements are put for us; empty where nobody puts any. */
    public Optional<Path> statements() {
        return Optional.ofNullable(statements);
    }

    /** After how many days a payout should be on a statement. */
    public Period arrivesWithin() {
        return arrivesWithin;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The company of Sage 200 that is meant where no mapping says another. */
    public String company() {
        return company;
    }
}
