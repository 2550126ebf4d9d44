package centrasage.reconcile.finding;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a check found at one moment, the worst first.
 *
 * @param companies that were looked at, or were to be
 * @param mappings the number of the version that was checked
 * @param looked how many rows, or settings and records, were looked at
 * @param undecided kinds of findings that could not be looked for: nothing is known of them
 */
public record CheckReport(
        List<String> companies,
        int mappings,
        Instant at,
        long looked,
        List<CheckFinding> findings,
        List<CheckCode> undecided) {
    private static final Comparator<CheckFinding> WORST_FIRST = Comparator.comparing(CheckFinding::grade)
            .thenComparing(CheckFinding::code)
            .thenComparing(finding -> finding.place().source())
            .thenComparing(finding -> finding.place().line());

    public CheckReport {
        companies = List.copyOf(companies);
        findings = findings.stream().sorted(WORST_FIRST).toList();
        undecided = List.copyOf(undecided);
    }

    public static CheckReport of(List<CompanyRows> companies, int mappings, Instant at, long looked, Checked checked) {
        List<String> numbers = companies.stream().map(CompanyRows::company).toList();
        return new CheckReport(numbers, mappings, at, looked, checked.findings(), checked.undecided());
    }

    public long count(Grade grade) {
        return findings.stream().filter(finding -> finding.grade() == grade).count();
    }

    /** What a run tells of it. */
    public Map<String, Long> counts() {
        return Map.of(
                "checked", looked,
                "blockers", count(Grade.BLOCKER),
                "not read", count(Grade.UNREAD),
                "warnings", count(Grade.WARNING),
                "mappings version", (long) mappings);
    }

    public List<CheckFinding> of(CheckCode code) {
        return findings.stream()
                .filter(finding -> finding.code() == code && finding.grade() == code.grade())
                .toList();
    }
}
