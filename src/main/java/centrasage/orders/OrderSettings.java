package centrasage.orders;

import centrasage.flow.OrdersFrom;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import centrasage.orders.check.Tolerance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** What the operator decided about orders, read from the configuration once. */
@ApplicationScoped
public class OrderSettings {
    private OrderRules rules;
    private Duration overlap;
    private PostAs postAs;
    private int backfillMax;
    private boolean postsNothing;
    private boolean amends;
    private boolean cancels;

    /** For the container and for tests. */
    @SuppressWarnings("NullAway.Init")
    protected OrderSettings() {}

    @Inject
    OrderSettings(Config config) {
        this.rules = new OrderRules(
                config.getValue("sage200.company", String.class),
                OrdersFrom.parse(optional(config, "orders.from")),
                words(optional(config, "orders.statuses")),
                words(optional(config, "orders.stores")),
                OrderRules.Allocation.of(config.getValue("orders.allocate", String.class)),
                new Tolerance(
                        config.getValue("orders.tolerance", BigDecimal.class),
                        config.getValue("orders.tolerance-per-order", BigDecimal.class)),
                OrderRules.NegativeRounding.of(config.getValue("rounding.negative", String.class)),
                OrderRules.OnDifference.of(config.getValue("orders.on-difference", String.class)),
                GiftCardRules.of(
                        optional(config, "gift-card.vat"), config.getValue("orders.credit-vouchers", String.class)),
                ZoneId.of(config.getValue("schedule.time-zone", String.class)));
        this.backfillMax = config.getValue("orders.backfill-max", Integer.class);
        this.postsNothing = config.getValue("posting.mode", String.class).equals("preview");
        this.amends = config.getValue("orders.on-edit", String.class).equals("amend");
        this.cancels = config.getValue("orders.cancel-by", String.class).equals("delete");
        this.postAs = PostAs.of(config.getValue("orders.post-as", String.class));
        this.overlap = config.getValue("centra.overlap", Duration.class);
    }

    private static String optional(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }

    private static Set<String> words(String setting) {
        return Arrays.stream(setting.split(",", -1))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public OrderRules rules() {
        return rules;
    }

    /** How many orders one backfill may be for. */
    public int backfillMax() {
        return backfillMax;
    }

    /** Whether everything is planned and nothing is written to Sage: {@code posting.mode}. */
    public boolean postsNothing() {
        return postsNothing;
    }

    /** Whether a posted order of which Centra cancels something is amended in Sage: {@code orders.on-edit}. */
    public boolean amends() {
        return amends;
    }

    /** Whether an order of which all is cancelled is cancelled there by a DELETE: {@code orders.cancel-by}. */
    public boolean cancels() {
        return cancels;
    }

    public PostAs postAs() {
        return postAs;
    }

    /** How far before the watermark reading begins, so that a late-committed change is not missed. */
    public Duration overlap() {
        return overlap;
    }

    /** Where the very first run begins to read: the cut-over's day, or everything. */
    public Instant firstMoment() {
        return Optional.ofNullable(rules.from().date())
                .map(date -> date.atStartOfDay(rules.zone()).toInstant())
                .orElse(Instant.EPOCH);
    }
}
