package centrasage.desk.alert.digest;

import centrasage.desk.BusinessException;
import centrasage.desk.Standing;
import centrasage.desk.alert.cause.AlertWords;
import centrasage.flow.DigestPart;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.record.AuditSealer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The words of a daily digest: what is open, what it is worth, what has changed since the one before, and that all runs. */
final class Digest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

    private Digest() {}

    /**
     * What it is made of.
     *
     * @param open of the owners that it is for
     * @param clearing the open exceptions about clearing banks
     * @param overdue how many have been open for longer than a day
     */
    record Figures(
            List<Standing.Open> open,
            long opened,
            long closed,
            long overdue,
            List<BusinessException> clearing,
            AuditSealer.Head head) {}

    static String title(Figures figures) {
        long all = figures.open().stream().mapToLong(Standing.Open::exceptions).sum();
        if (all == 0) {
            return "Daily digest: nothing is open";
        }
        String money = atRisk(figures.open());
        return "Daily digest: " + AlertWords.count(all) + " open" + (money.isEmpty() ? "" : ", " + money + " at risk");
    }

    static List<String> lines(Figures figures, List<DigestPart> parts, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add("Since yesterday: " + AlertWords.count(figures.opened()) + " new, "
                + AlertWords.count(figures.closed()) + " closed. Open for longer than a day: "
                + AlertWords.count(figures.overdue()) + ".");
        for (Owner owner : Owner.values()) {
            List<Standing.Open> theirs = figures.open().stream()
                    .filter(open -> open.owner() == owner)
                    .toList();
            if (!theirs.isEmpty()) {
                lines.add(ofOwner(owner, theirs, zone));
            }
        }
        lines.add(clearing(figures.clearing()));
        for (DigestPart part : parts) {
            lines.add(part.title() + ": " + String.join("; ", part.lines()));
        }
        lines.add("Audit trail: row " + figures.head().number() + ", "
                + figures.head().hash());
        return lines;
    }

    private static String ofOwner(Owner owner, List<Standing.Open> theirs, ZoneId zone) {
        Map<Severity, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        theirs.forEach(open -> counts.merge(open.severity(), open.exceptions(), Long::sum));
        Instant oldest = theirs.stream()
                .map(Standing.Open::oldest)
                .min(Instant::compareTo)
                .orElseThrow();
        String money = atRisk(theirs);
        return AlertWords.word(owner) + ": "
                + counts.entrySet().stream()
                        .map(each -> AlertWords.count(each.getValue()) + " "
                                + each.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + (money.isEmpty() ? "" : "; " + money + " at risk")
                + "; the oldest since " + DAY.format(oldest.atZone(zone)) + ".";
    }

    private static String atRisk(List<Standing.Open> open) {
        Map<String, Money> sums = new TreeMap<>();
        open.stream()
                .map(Standing.Open::atRisk)
                .filter(money -> !money.isZero())
                .forEach(money -> sums.merge(money.currency().getCurrencyCode(), money, Money::plus));
        return sums.values().stream().map(AlertWords::money).collect(Collectors.joining(", "));
    }

    private static String clearing(List<BusinessException> differences) {
        return differences.isEmpty()
                ? "Clearing: no bank differs."
                : "Clearing: "
                        + differences.stream()
                                .map(each -> AlertWords.masked(each.headline()))
                                .collect(Collectors.joining("; "));
    }
}
