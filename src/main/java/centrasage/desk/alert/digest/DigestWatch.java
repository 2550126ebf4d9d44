package centrasage.desk.alert.digest;

import centrasage.desk.alert.rule.AlertRules;
import centrasage.desk.alert.rule.Rule;
import centrasage.flow.Chore;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Sees once a minute, on one node, whether a digest is due; what was missed by some hours is made up for, what by more is not. */
@ApplicationScoped
public class DigestWatch implements Chore {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration LEASE = INTERVAL.multipliedBy(3);
    private static final Duration LATE_MAX = Duration.ofHours(6);

    /** Saves looking again all day; what was written is known by the outbox. */
    private final Map<String, LocalDate> written = new HashMap<>();

    private AlertRules rules;
    private DigestBook book;
    private Store store;
    private Node node;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    DigestWatch() {}

    @Inject
    public DigestWatch(AlertRules rules, DigestBook book, Store store, Node node, Clock clock) {
        this.rules = rules;
        this.book = book;
        this.store = store;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "daily digest";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void perform(BooleanSupplier stopped) {
        if (store.lease("alert-digest", node.holder("alert-digest"), LEASE)) {
            rules.all().forEach(this::look);
        }
    }

    private void look(Rule rule) {
        LocalTime time = rule.digest();
        Instant now = clock.instant();
        LocalDate today = now.atZone(rules.zone()).toLocalDate();
        if (time == null || today.equals(written.get(rule.name()))) {
            return;
        }
        Instant due = today.atTime(time).atZone(rules.zone()).toInstant();
        if (!due.isAfter(now)) {
            if (!due.plus(LATE_MAX).isBefore(now)) {
                book.write(rule, today, now);
            }
            written.put(rule.name(), today);
        }
    }
}
