package centrasage.payments;

import centrasage.centra.OrderPayments;
import centrasage.flow.OrdersFrom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What the operator decided that concerns payments, read from the configuration once. */
@ApplicationScoped
public class PaymentSettings {
    private PaymentRules rules;
    private Duration overlap;
    private Duration skew;
    private @Nullable ResidueRules residue;

    @SuppressWarnings("NullAway.Init")
    protected PaymentSettings() {}

    @Inject
    PaymentSettings(Config config) {
        this.rules = new PaymentRules(
                OrdersFrom.parse(
                        config.getOptionalValue("orders.from", String.class).orElse("")),
                ZoneId.of(config.getValue("schedule.time-zone", String.class)),
                config.getValue("sage200.company", String.class),
                OrderPayments.types(config.getValue("payments.money", String.class)));
        this.overlap = config.getValue("centra.overlap", Duration.class);
        this.skew = config.getValue("sage200.clock-skew", Duration.class);
        this.residue = config.getValue("open-items.residue", String.class).equals("clear")
                ? new ResidueRules(
                        config.getValue("open-items.residue-tolerance", BigDecimal.class),
                        Period.parse(config.getValue("open-items.residue-after", String.class)))
                : null;
    }

    public PaymentRules rules() {
        return rules;
    }

    /** What is cleared of pennies that stay open; empty where they are only listed. */
    public Optional<ResidueRules> residue() {
        return Optional.ofNullable(residue);
    }

    /** How far before the watermark reading begins, so that a late-committed change is not missed. */
    public Duration overlap() {
        return overlap;
    }

    /** As {@link #overlap}, for what is read of Sage 200, whose clock may be off besides. */
    public Duration overlapOfSage() {
        return overlap.plus(skew);
    }

    /** Where the very first run begins to read: no order of ours was paid before the cut-over's day. */
    public Instant firstMoment() {
        return Optional.ofNullable(rules.from().date())
                .map(date -> date.atStartOfDay(rules.zone()).toInstant())
                .orElse(Instant.EPOCH);
    }
}
