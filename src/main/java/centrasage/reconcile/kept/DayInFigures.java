package centrasage.reconcile.kept;

import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.reconcile.completeness.DespatchRow;
import centrasage.reconcile.completeness.OrderRow;
import centrasage.reconcile.completeness.Report;
import centrasage.reconcile.entries.EntryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report of both systems in sums by kind, company and currency, and the numbers that do not agree. Decides, and asks nobody. */
final class DayInFigures {
    private final Map<String, ComparedSum> sums = new TreeMap<>();
    private final List<ComparedNumber> differing = new ArrayList<>();
    private final String silent;

    private DayInFigures(Report report) {
        report.orders().forEach(this::add);
        report.despatches().forEach(this::add);
        report.entries().forEach(this::add);
        silent = report.silent().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("; "));
    }

    static DayInFigures of(Report report) {
        return new DayInFigures(report);
    }

    List<ComparedSum> sums() {
        return List.copyOf(sums.values());
    }

    List<ComparedNumber> differing() {
        return differing;
    }

    /** What could not be read, and why; empty where all was. */
    String silent() {
        return silent;
    }

    private void add(OrderRow row) {
        sum(PostingKind.ORDER, row.company(), row.centra(), row.sage());
        if (!row.agrees()) {
            differing.add(new ComparedNumber(
                    0, PostingKind.ORDER, row.company(), row.number(), row.word(), row.centra(), row.sage(), "", ""));
        }
    }

    /** Counted, and in no sum: the money of a shipment is its order's, but for where it is invoiced itself. */
    private void add(DespatchRow row) {
        Money value = Objects.requireNonNullElse(row.value(), Money.of("0", "GBP"));
        Money none = Money.zero(value.currency());
        plus(new ComparedSum(
                row.kind(), row.company(), row.inCentra() ? 1 : 0, none, row.inSage() == null ? 0 : 1, none));
        if (!row.agrees()) {
            differing.add(new ComparedNumber(
                    0,
                    row.kind(),
                    row.company(),
                    row.number(),
                    row.word(),
                    row.value(),
                    null,
                    Objects.requireNonNullElse(row.inSage(), ""),
                    row.difference()));
        }
    }

    private void add(EntryRow row) {
        PostingKind kind = row.posted().command().key().kind();
        String company = row.posted().command().key().company();
        sum(kind, company, row.amount(), row.inSage());
        if (!row.agrees()) {
            differing.add(new ComparedNumber(
                    0,
                    kind,
                    company,
                    row.posted().command().key().sourceKey(),
                    row.word(),
                    row.amount(),
                    row.inSage(),
                    row.urns(),
                    ""));
        }
    }

    /** Both sides may be in different currencies: then each stands in its own line. */
    private void sum(PostingKind kind, String company, @Nullable Money here, @Nullable Money sage) {
        Stream.of(here, sage)
                .filter(Objects::nonNull)
                .map(Money::currency)
                .distinct()
                .forEach(currency -> {
                    boolean isHere = here != null && here.currency().equals(currency);
                    boolean isThere = sage != null && sage.currency().equals(currency);
                    Money none = Money.zero(currency);
                    plus(new ComparedSum(
                            kind,
                            company,
                            isHere ? 1 : 0,
                            isHere ? Objects.requireNonNull(here) : none,
                            isThere ? 1 : 0,
                            isThere ? Objects.requireNonNull(sage) : none));
                });
    }

    private void plus(ComparedSum one) {
        String key = "%02d/%s/%s"
                .formatted(
                        one.kind().ordinal(),
                        one.company(),
                        one.here().currency().getCurrencyCode());
        sums.merge(
                key,
                one,
                (all, more) -> new ComparedSum(
                        all.kind(),
                        all.company(),
                        all.hereCount() + more.hereCount(),
                        all.here().plus(more.here()),
                        all.sageCount() + more.sageCount(),
                        all.sage().plus(more.sage())));
    }
}
