package centrasage.reconcile.finding;

import centrasage.flow.Owner;
import centrasage.flow.TargetUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one look has found.
 *
 * @param undecided kinds of findings that could not be looked for
 */
public record Checked(List<CheckFinding> findings, List<CheckCode> undecided) {
    public Checked {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }

    /** The look at one company. */
    @FunctionalInterface
    public interface Look {
        Checked at(CompanyRows company) throws TargetUnavailable;
    }

    /**
     * Looks at each company. Where there are several, each finding names its own, and one that cannot be read is a finding itself: the
     * others are looked at all the same.
     *
     * @param unread the kind of finding that tells of a company which cannot be read
     * @throws TargetUnavailable when none of them can be read
     */
    public static Checked ofEach(List<CompanyRows> companies, CheckCode unread, Look look) throws TargetUnavailable {
        List<CheckFinding> findings = new ArrayList<>();
        List<CheckCode> undecided = new ArrayList<>();
        List<TargetUnavailable> silent = new ArrayList<>();
        for (CompanyRows company : companies) {
            try {
                Checked checked = look.at(company);
                checked.findings().forEach(found -> findings.add(companies.size() > 1 ? found.in(company) : found));
                undecided.addAll(checked.undecided());
            } catch (TargetUnavailable e) {
                silent.add(e);
                findings.add(silent(company, unread, e));
                Stream.of(CheckCode.values())
                        .filter(code -> code.isOfMappings() == unread.isOfMappings())
                        .forEach(undecided::add);
            }
        }
        if (silent.size() == companies.size()) {
            throw silent.get(0);
        }
        return new Checked(findings, undecided);
    }

    private static CheckFinding silent(CompanyRows company, CheckCode unread, TargetUnavailable e) {
        return CheckFinding.of(
                unread,
                Owner.OPERATIONS,
                Place.of("company " + company.company()),
                "Company " + company.company() + " could not be read: " + e.getMessage(),
                "Let the Sage user read it, or correct the company in accounts.csv; then check again");
    }

    public Checked and(Checked other) {
        return new Checked(
                Stream.concat(findings.stream(), other.findings.stream()).toList(),
                Stream.concat(undecided.stream(), other.undecided.stream()).toList());
    }
}
