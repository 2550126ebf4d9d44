package centrasage.reconcile.drift;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.Drift;
import centrasage.desk.DriftBook.Known;
import centrasage.money.Money;
import centrasage.reconcile.finding.Missing;
import centrasage.sync.store.PostedDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one reading back has found so far; told to nobody before it is complete. */
final class Round {
    private final Map<Long, List<Known>> byPosting;
    private final List<Known> unexpected;
    private final Set<Long> onceOff;
    private final Set<Long> compared = new HashSet<>();
    private final List<Drift> found = new ArrayList<>();
    private final List<Drift> unsure = new ArrayList<>();
    private final List<Known> over = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Missing missing = new Missing("orders that were posted to it");
    private final List<Long> putRight = new ArrayList<>();
    private final List<Long> corrections = new ArrayList<>();

    /**
     * @param known what people were told and is not over
     * @param onceOff the postings of whose totals people were ever told
     */
    Round(List<Known> known, Set<Long> onceOff) {
        this.onceOff = onceOff;
        this.unexpected = known.stream()
                .filter(each -> each.kind() == Kind.NOT_EXPECTED_IN_SAGE)
                .toList();
        this.byPosting = known.stream()
                .filter(each -> each.postingId() != null && each.kind() != Kind.NOT_EXPECTED_IN_SAGE)
                .collect(Collectors.groupingBy(each -> Objects.requireNonNull(each.postingId())));
    }

    /** What people know of this posting. */
    Set<Kind> told(long posting) {
        return byPosting.getOrDefault(posting, List.of()).stream()
                .map(Known::kind)
                .collect(Collectors.toSet());
    }

    /** Whether a person may have put its totals right in Sage. */
    boolean wasOff(long posting) {
        return onceOff.contains(posting);
    }

    /** The postings that people were told of, and that were not compared yet. */
    List<Long> left() {
        return byPosting.keySet().stream()
                .filter(posting -> !compared.contains(posting))
                .toList();
    }

    boolean isCompared(long posting) {
        return compared.contains(posting);
    }

    /** What people were told of and no posting explains. */
    List<Known> unexpected() {
        return unexpected;
    }

    void compared(PostedDocument document, Verdict verdict) {
        compared.add(document.postingId());
        count("compared");
        verdict.drifts().forEach(this::found);
        Set<Kind> kinds = verdict.drifts().stream().map(Drift::kind).collect(Collectors.toSet());
        Money answered = document.targetTotal();
        if (verdict.itself()
                && answered != null
                && !answered.equals(document.command().amount())) {
            putRight.add(document.postingId());
        }
        missing.count(document.command().businessDate(), kinds.contains(Kind.MISSING_IN_SAGE));
        for (Known known : byPosting.getOrDefault(document.postingId(), List.of())) {
            boolean totals = known.kind() == Kind.TOTAL_DIFFERS || known.kind() == Kind.VAT_DIFFERS;
            if (totals ? verdict.totalsAsPosted() : !kinds.contains(known.kind())) {
                over(known);
            }
        }
    }

    void found(Drift drift) {
        found.add(drift);
        count("differences");
    }

    void over(Known known) {
        over.add(known);
        count("mended");
    }

    /** It was looked at, and nothing can be said of it. */
    void untold(PostedDocument document, String what) {
        compared.add(document.postingId());
        count(what);
    }

    /**
     * It may be in Sage's archive. Who was told that it is missing is told so: it was deleted, or it was archived in the moment in
     * which it was looked for, and nobody but a person can tell.
     */
    void archived(PostedDocument document, LocalDate upTo) {
        untold(document, "archived");
        if (told(document.postingId()).contains(Kind.MISSING_IN_SAGE)) {
            unsure.add(new Drift(
                    Kind.MISSING_IN_SAGE,
                    document.postingId(),
                    document.command().key(),
                    document.command().amount(),
                    List.of(DriftWords.of(document).archived(document.command(), upTo))));
        }
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** That Sage does not hold most of all orders, or of a day's, in words. */
    Optional<String> mostMissing() {
        return missing.most();
    }

    /** A correction that waits for a person, of an order that has its total by now. */
    void correction(long posting) {
        corrections.add(posting);
    }

    List<Long> corrections() {
        return List.copyOf(corrections);
    }

    /** The orders whose total is the one that was planned by now, and was not when it was posted. */
    List<Long> putRight() {
        return List.copyOf(putRight);
    }

    List<Drift> found() {
        return List.copyOf(found);
    }

    /** What people were told and is not certain any more. */
    List<Drift> unsure() {
        return List.copyOf(unsure);
    }

    List<Known> over() {
        return List.copyOf(over);
    }

    Map<String, Long> counts() {
        return new HashMap<>(counts);
    }
}
