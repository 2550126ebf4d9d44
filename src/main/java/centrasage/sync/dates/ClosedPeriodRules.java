package centrasage.sync.dates;

import centrasage.flow.PostingKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What the operator decided of closed periods, for each kind of document. */
@ApplicationScoped
public class ClosedPeriodRules {
    private static final Map<PostingKind, String> SETTINGS = Map.of(
            PostingKind.LEDGER_INVOICE, "invoices.closed-period",
            PostingKind.RECEIPT, "receipts.closed-period",
            PostingKind.CREDIT_NOTE, "refunds.closed-period",
            PostingKind.CUSTOMER_REFUND, "customer-refunds.closed-period",
            PostingKind.GIFT_CARD, "gift-cards.closed-period",
            PostingKind.CURRENCY_TRANSFER, "settlements.closed-period",
            PostingKind.SETTLEMENT_CHARGE, "settlements.closed-period",
            PostingKind.PAYOUT, "settlements.closed-period",
            PostingKind.SUPPLIER_PAYMENT, "settlements.closed-period");

    private Map<PostingKind, ClosedPeriod> rules;
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    ClosedPeriodRules() {}

    @Inject
    ClosedPeriodRules(Config config) {
        this.rules = new EnumMap<>(PostingKind.class);
        this.zone = ZoneId.of(config.getValue("schedule.time-zone", String.class));
        SETTINGS.forEach((kind, key) -> rules.put(kind, choice(config.getValue(key, String.class))));
    }

    public ClosedPeriodRules(Map<PostingKind, ClosedPeriod> rules, ZoneId zone) {
        this.rules = new EnumMap<>(rules);
        this.zone = zone;
    }

    private static ClosedPeriod choice(String word) {
        return ClosedPeriod.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Empty for kinds that are of no ledger. */
    public Optional<ClosedPeriod> of(PostingKind kind) {
        return Optional.ofNullable(rules.get(kind));
    }

    /** In which a day begins and ends. */
    public ZoneId zone() {
        return zone;
    }
}
