package centrasage.settlements.folder;

import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.flow.event.SettlementFinding;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Tells people of files that cannot be used or brought, and that it is over; each in a transaction of its own that is on the disk when it
 * returns, so that a file may be moved after it.
 */
@ApplicationScoped
public class FileReport {
    private static final int SUBJECT_MAX = 40;
    private static final int HASH_SHOWN = 12;

    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;
    private Event<SettlementFinding.Only> only;

    @SuppressWarnings("NullAway.Init")
    FileReport() {}

    @Inject
    public FileReport(
            Event<SettlementFinding> findings, Event<SettlementFinding.Over> over, Event<SettlementFinding.Only> only) {
        this.findings = findings;
        this.over = over;
        this.only = only;
    }

    /** By which exceptions about a file are found: plain, and the same for one that is delivered again under its name. */
    public static String subject(String name) {
        return name.length() <= SUBJECT_MAX && name.matches("[!-~]+")
                ? name
                : name.replaceAll("[^!-~]", "_").substring(0, Math.min(SUBJECT_MAX - HASH_SHOWN, name.length())) + "~"
                        + Sha256.hex(name).substring(0, HASH_SHOWN);
    }

    @Atomic(alone = true, onDisk = true)
    public void told(String subject, Reason reason) {
        findings.fire(SettlementFinding.ofFile(subject, reason));
    }

    @Atomic(alone = true, onDisk = true)
    public void over(String subject) {
        over.fire(new SettlementFinding.Over(SettlementFinding.Kind.SETTLEMENT_FILE, subject));
    }

    /** Of all subjects that begin so these alone are told still: what is well again, and what is gone, is over. */
    @Atomic(alone = true, onDisk = true)
    public void only(String begin, Set<String> subjects) {
        only.fire(new SettlementFinding.Only(SettlementFinding.Kind.SETTLEMENT_FILE, begin, subjects));
    }
}
