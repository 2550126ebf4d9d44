package centrasage.reconcile.finding;

import centrasage.flow.Reason;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemFinding.Kind;
import centrasage.flow.event.SystemMended;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells people of what a check found: one exception for each kind of finding, which closes itself with the first check that no
 * longer finds it. A kind that could not be looked for stays as it is.
 */
@ApplicationScoped
public class CheckAlarms {
    private static final int SHOWN = 3;

    private Consumer<SystemFinding> found;
    private Consumer<SystemMended> mended;

    @SuppressWarnings("NullAway.Init")
    CheckAlarms() {}

    @Inject
    CheckAlarms(Event<SystemFinding> found, Event<SystemMended> mended) {
        this(found::fire, mended::fire);
    }

    CheckAlarms(Consumer<SystemFinding> found, Consumer<SystemMended> mended) {
        this.found = found;
        this.mended = mended;
    }

    @Atomic(alone = true)
    public void ofMappings(CheckReport report) {
        tell(report, Kind.MAPPING_CHECK, Stream.of(CheckCode.values()).filter(CheckCode::isOfMappings));
    }

    @Atomic(alone = true)
    public void ofSite(CheckReport report) {
        tell(report, Kind.SITE_CHECK, Stream.of(CheckCode.values()).filter(code -> !code.isOfMappings()));
    }

    private void tell(CheckReport report, Kind kind, Stream<CheckCode> codes) {
        codes.filter(CheckCode::isTold).forEach(code -> {
            List<CheckFinding> findings = report.of(code);
            if (!findings.isEmpty()) {
                found.accept(new SystemFinding(kind, subject(kind, code), reason(code, findings)));
            } else if (!report.undecided().contains(code)) {
                mended.accept(new SystemMended(kind, subject(kind, code)));
            }
        });
    }

    private static String subject(Kind kind, CheckCode code) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + code;
    }

    private static Reason reason(CheckCode code, List<CheckFinding> findings) {
        List<String> shown = findings.stream()
                .map(finding -> finding.what() + " (" + finding.place() + ")")
                .distinct()
                .limit(SHOWN)
                .toList();
        int more = findings.size() - shown.size();
        CheckFinding first = findings.get(0);
        return new Reason(
                code.name(),
                first.owner(),
                String.join("; ", shown) + (more > 0 ? "; and " + more + " more" : ""),
                first.remedy());
    }
}
