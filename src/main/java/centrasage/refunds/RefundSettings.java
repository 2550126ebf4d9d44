package centrasage.refunds;

import centrasage.centra.OrderPayments;
import centrasage.flow.OrdersFrom;
import centrasage.refunds.RefundRules.CreditAs;
import centrasage.refunds.RefundRules.CreditWhen;
import centrasage.refunds.RefundRules.Dated;
import centrasage.refunds.RefundRules.ReturnCost;
import centrasage.refunds.RefundRules.WithoutReturnVat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What the operator decided that concerns returns, read from the configuration once. */
@ApplicationScoped
public class RefundSettings {
    private RefundRules rules;
    private @Nullable SalesReturnRules salesReturns;
    private Duration overlap;
    private Duration lookBack;

    @SuppressWarnings("NullAway.Init")
    protected RefundSettings() {}

    @Inject
    RefundSettings(Config config) {
        this.rules = new RefundRules(
                OrdersFrom.parse(
                        config.getOptionalValue("orders.from", String.class).orElse("")),
                ZoneId.of(config.getValue("schedule.time-zone", String.class)),
                config.getValue("sage200.company", String.class),
                choice(CreditWhen.class, config, "refunds.credit-when"),
                choice(Dated.class, config, "refunds.dated"),
                choice(ReturnCost.class, config, "refunds.return-cost"),
                config.getValue("refunds.tolerance", BigDecimal.class),
                OrderPayments.types(config.getValue("payments.money", String.class)),
                config.getOptionalValue("refunds.without-return-vat", String.class)
                        .map(rule -> choice(WithoutReturnVat.class, rule)));
        this.salesReturns = choice(CreditAs.class, config, "refunds.credit-as") == CreditAs.SOP_RETURN
                ? new SalesReturnRules(
                        rules.tolerance(),
                        config.getValue("rounding.negative", String.class).equals("charge-line"))
                : null;
        this.overlap = config.getValue("centra.overlap", Duration.class);
        Period period = Period.parse(config.getValue("refunds.look-back", String.class));
        this.lookBack = Duration.ofDays(period.toTotalMonths() * 31 + period.getDays());
    }

    private static <T extends Enum<T>> T choice(Class<T> type, Config config, String key) {
        return choice(type, config.getValue(key, String.class));
    }

    private static <T extends Enum<T>> T choice(Class<T> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public RefundRules rules() {
        return rules;
    }

    /** Where returns are credited from sales returns of Sage's; empty where they become credit notes at once. */
    public Optional<SalesReturnRules> salesReturns() {
        return Optional.ofNullable(salesReturns);
    }

    /** How far before the watermark reading begins, so that a late-committed return is not missed. */
    public Duration overlap() {
        return overlap;
    }

    /** How far back returns are read once more, once a day, for what nothing tells of. */
    public Duration lookBack() {
        return lookBack;
    }

    /** Where the very first run begins to read: nothing of our orders came back before the cut-over's day. */
    public Instant firstMoment() {
        return Optional.ofNullable(rules.from().date())
                .map(date -> date.atStartOfDay(rules.zone()).toInstant())
                .orElse(Instant.EPOCH);
    }
}
