package centrasage.jobs.audit;

import centrasage.flow.event.SystemFinding;
import centrasage.jobs.run.Alarms;
import centrasage.sync.posting.Store;
import centrasage.sync.record.Audit;
import centrasage.sync.record.AuditHeads;
import centrasage.sync.record.AuditSealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the heads of the audit trail outside the database, on every node, and tells people when the two no longer agree or
 * the proof is gone.
 */
@ApplicationScoped
public class HeadWatch {
    static final String SUBJECT = "audit-trail";
    private static final Logger LOG = Logger.getLogger(HeadWatch.class.getName());
    /** A file that is older than this, while the trail has grown, is not being written. */
    private static final Duration FRESH = Duration.ofHours(2);

    private volatile boolean unusable;
    private AuditHeads heads;
    private AuditSealer sealer;
    private Audit audit;
    private Store store;
    private Alarms alarms;

    @SuppressWarnings("NullAway.Init")
    HeadWatch() {}

    @Inject
    HeadWatch(AuditHeads heads, AuditSealer sealer, Audit audit, Store store, Alarms alarms) {
        this.heads = heads;
        this.sealer = sealer;
        this.audit = audit;
        this.store = store;
        this.alarms = alarms;
    }

    /**
     * Called once at the start: an older database is found before anything is sent from it for long. A file that cannot be
     * used does not keep the application from starting; it is told.
     */
    public void begin() {
        try {
            heads.read()
                    .highest()
                    .flatMap(seen -> sealer.differs(seen.head()).map(fault -> fault + seenAt(seen)))
                    .ifPresent(fault -> broken(List.of(fault)));
        } catch (UncheckedIOException e) {
            LOG.log(Level.FINE, "told by what follows", e);
        }
        keep();
    }

    private String seenAt(AuditHeads.Seen seen) {
        return " (" + heads.file() + " saw row " + seen.head().number() + " at " + seen.at() + ")";
    }

    /** Called by the clock: appends the head when it has moved. That it cannot is told when it begins to be so. */
    public void keep() {
        try {
            keepHead();
            unusable = false;
        } catch (UncheckedIOException e) {
            if (!unusable) {
                unusable = true;
                lost(String.valueOf(e.getMessage()));
            }
        }
    }

    private void keepHead() {
        AuditHeads.Content content = heads.read();
        AuditSealer.Head head = sealer.headOnDisk();
        if (content.isEmpty()) {
            beginAnew(head);
        } else if (content.last().filter(seen -> seen.head().equals(head)).isEmpty()) {
            heads.append(new AuditHeads.Seen(store.now(), head));
        }
    }

    /** With the first row of the trail it is simply begun; later somebody took it away, or it was never there. */
    private void beginAnew(AuditSealer.Head head) {
        Instant now = store.now();
        heads.append(new AuditHeads.Seen(now, head));
        if (head.number() > 0) {
            audit.write("audit", "AUDIT_HEADS_BEGUN", SUBJECT, "at row " + head.number() + " in " + heads.file());
            lost("it was missing or empty, and was begun anew at row " + head.number() + " at " + now
                    + ": what was cut off before that can no longer be found by it");
        }
    }

    /**
     * What is wrong with the trail as far as the file knows, having told people of it.
     *
     * @return in words, worst first; empty when all is well
     */
    List<String> check() {
        AuditHeads.Content content;
        try {
            content = heads.read();
        } catch (UncheckedIOException e) {
            lost(String.valueOf(e.getMessage()));
            content = new AuditHeads.Content(List.of(), List.of());
        }
        List<String> faults = new ArrayList<>(
                sealer.check(content.seen().stream().map(AuditHeads.Seen::head).toList()));
        if (!faults.isEmpty()) {
            broken(faults);
        }
        Optional<String> useless = uselessness(content);
        useless.ifPresent(this::lost);
        useless.map(why -> heads.file() + ": " + why).ifPresent(faults::add);
        return faults;
    }

    private Optional<String> uselessness(AuditHeads.Content content) {
        if (!content.damaged().isEmpty()) {
            return Optional.of("lines " + content.damaged().stream().limit(5).toList() + " are damaged");
        }
        Optional<AuditHeads.Seen> last = content.last();
        if (last.isEmpty()) {
            return Optional.of("it is missing or empty");
        }
        boolean stale = last.get().at().isBefore(store.now().minus(FRESH))
                && last.get().head().number() < sealer.head().number();
        return stale ? Optional.of("it was not written since " + last.get().at()) : Optional.empty();
    }

    private void broken(List<String> faults) {
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        LOG.severe(() -> "The audit trail is broken: " + faults.get(0) + more);
        alarms.raise(
                SystemFinding.Kind.AUDIT_BROKEN,
                SUBJECT,
                "The audit trail is broken: " + faults.get(0) + more,
                "Ask who changed or restored the database, and follow the runbook “The audit trail is broken”"
                        + " (docs/operations/audit-trail.md). If it was restored on purpose, follow “Restore of our store or"
                        + " of Sage”, then move " + heads.file() + " aside: a new one is begun within a minute");
    }

    private void lost(String why) {
        LOG.warning(() -> "audit.heads-file " + heads.file() + ": " + why);
        alarms.raise(
                SystemFinding.Kind.AUDIT_HEADS_LOST,
                SUBJECT,
                "The heads of the audit trail in " + heads.file() + " prove nothing: " + why,
                "After the first start of this version or of a further node, or when somebody moved the file aside on purpose,"
                        + " nothing is to be done. Otherwise compare the heads in the log with the trail, ask who removed or changed the file,"
                        + " and keep it where only the service can write (docs/operations/audit-trail.md)");
    }
}
