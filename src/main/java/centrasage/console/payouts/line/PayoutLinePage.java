package centrasage.console.payouts.line;

import centrasage.console.frame.Asked;
import centrasage.mapping.InForce;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.money.Money;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.match.Method;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The line of a payout that the address names: what it is, and what a person could say of it, with what would come of that. */
@Named
@RequestScoped
public class PayoutLinePage {
    private static final int CANDIDATES_MAX = 20;

    private Chosen chosen;
    private ClearingEntries entries;
    private MappingVersions versions;
    private SettlementSettings settings;
    private Clock clock;
    private @Nullable SettlementBatch batch;
    private @Nullable LineRow row;
    private @Nullable List<ClearingEntry> candidates;

    @SuppressWarnings("NullAway.Init")
    PayoutLinePage() {}

    @Inject
    PayoutLinePage(
            SettlementBatches batches,
            PayoutLines lines,
            ClearingEntries entries,
            MappingVersions versions,
            SettlementSettings settings,
            Clock clock) {
        this.entries = entries;
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
        chosen = Chosen.now();
        batch = Asked.now().id("line").isPresent()
                ? Asked.now().id("id").flatMap(batches::batch).orElse(null)
                : null;
        row = batch == null ? null : lines.line(batch, chosen.line()).orElse(null);
    }

    /** Null where the address names none, or there is none there. */
    public @Nullable LineRow row() {
        return row;
    }

    public boolean shown() {
        return row != null;
    }

    private LineRow known() {
        return Optional.ofNullable(row).orElseThrow();
    }

    private boolean isIn(Set<LineState> states) {
        return known().batch().state().isToBePosted()
                && states.contains(known().stored().state());
    }

    public boolean waits() {
        return isIn(LineState.WAITING);
    }

    /** Whether a person can say which receipts or refunds it settles. */
    public boolean settleable() {
        return isIn(Set.of(LineState.OPEN)) && !known().batch().company().isEmpty();
    }

    /** Whether a person has said something of it that can be taken back. */
    public boolean said() {
        return known().stored().how().equals(Method.PERSON.name());
    }

    /** What the visitor wants to know before it is done: settle, explain, suspend or take-back; empty for nothing. */
    public String asks() {
        return chosen.ask();
    }

    /** The order of which open receipts and refunds are shown. */
    public String order() {
        String other = chosen.order();
        return other.isEmpty() ? known().order() : other;
    }

    /** What is open of the order in the company of the payout, in the line's currency, and of its kind. */
    public List<ClearingEntry> candidates() {
        List<ClearingEntry> found = candidates == null ? open() : candidates;
        candidates = found;
        return found;
    }

    private List<ClearingEntry> open() {
        Money gross = known().line().gross();
        return order().isEmpty()
                ? List.of()
                : entries.openOf(order()).stream()
                        .filter(entry -> entry.company().equals(known().batch().company()))
                        .filter(entry -> entry.value().currency().equals(gross.currency()))
                        .filter(entry -> entry.origin().isRefund() == gross.isNegative())
                        .limit(CANDIDATES_MAX)
                        .toList();
    }

    /** Those of them that the visitor has chosen. */
    public List<ClearingEntry> picked() {
        return candidates().stream()
                .filter(entry -> chosen.entries().contains(entry.id()))
                .toList();
    }

    /** By how much the line comes to more than what was chosen. */
    public Money apart() {
        Money gross = known().line().gross();
        return picked().stream().map(ClearingEntry::value).reduce(gross.abs(), Money::minus);
    }

    /** Whether what it differs by can be booked by itself. */
    public boolean tolerated() {
        return apart().abs().amount().compareTo(settings.tolerance()) <= 0;
    }

    public Money tolerance() {
        return Money.of(
                settings.tolerance().stripTrailingZeros(),
                known().line().gross().currency().getCurrencyCode());
    }

    /** What the line has moved in the clearing bank: what a person's word is about. */
    public Money moved() {
        return known().line().moved();
    }

    /** The nominal account of suspense; empty where the mappings name none. */
    public String suspense() {
        try {
            SettlementBatch of = known().batch();
            InForce mappings = versions.current()
                    .mappings()
                    .on(of.day(clock.instant().atZone(settings.zone()).toLocalDate()));
            return mappings.charge(
                            of.company(),
                            "suspense",
                            of.key().psp(),
                            "",
                            moved().currency().getCurrencyCode())
                    .match(booking -> Optional.ofNullable(booking.nominal()), missing -> Optional.<String>empty())
                    .orElse("");
        } catch (MappingFaults e) {
            return "";
        }
    }

    /** This line, with what is wanted of it. */
    public String asking(String what) {
        return known().address() + "&ask=" + what;
    }

    /** This line, without a question. */
    public String plain() {
        return known().address();
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return chosen.told().map(Told::words).orElse("");
    }

    public boolean toldGood() {
        return chosen.told().filter(Told::isGood).isPresent();
    }
}
