package centrasage.console.api.checks;

import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.CheckReport;
import centrasage.reconcile.finding.Grade;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a check found, the worst first.
 *
 * @param companies the Sage companies that were looked at; where there are several, each finding names its own
 * @param mappings the version of the mappings that was checked
 * @param blockers how many things hold or stop orders
 * @param unread how many things could not be looked at; nobody knows whether they are fine
 */
@Schema(name = "CheckReport")
public record CheckJson(
        List<String> companies,
        int mappings,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant at,

        long blockers,
        long unread,
        long warnings,
        List<FindingJson> findings) {

    static CheckJson of(CheckReport report) {
        return new CheckJson(
                report.companies(),
                report.mappings(),
                report.at(),
                report.count(Grade.BLOCKER),
                report.count(Grade.UNREAD),
                report.count(Grade.WARNING),
                report.findings().stream().map(FindingJson::of).toList());
    }

    /**
     * One finding.
     *
     * @param grade {@code blocker}, {@code unread}, {@code warning}, {@code note} or {@code fine}
     * @param code a stable name to group by
     * @param source a mapping file, or a resource of Sage 200's
     * @param line of the mapping file; 0 where it is about none
     */
    @Schema(name = "CheckFinding")
    public record FindingJson(
            String grade,
            String code,
            String owner,
            String source,
            int line,
            String field,
            String value,
            String what,
            String remedy) {
        static FindingJson of(CheckFinding finding) {
            return new FindingJson(
                    finding.grade().name().toLowerCase(Locale.ROOT),
                    finding.code().name(),
                    finding.owner().name(),
                    finding.place().source(),
                    finding.place().line(),
                    finding.place().field(),
                    finding.place().value(),
                    finding.what(),
                    finding.remedy());
        }
    }
}
