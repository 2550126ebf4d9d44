package centrasage.reconcile.entries;

import centrasage.desk.DriftBook;
import centrasage.desk.DriftBook.Known;
import centrasage.desk.OverdueBook;
import centrasage.reconcile.finding.Missing;
import centrasage.reconcile.open.Looked;
import centrasage.reconcile.open.OpenItemsRound;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.store.PostedDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds ledgers and banks against what was posted to them on some days, and what is open there against what is open here. */
@ApplicationScoped
public class LedgerOfDays {
    /** What is settled may have been undone; of what is older nobody undoes an allocation. */
    private static final int SETTLED_DAYS = 31;

    private EntriesOfDays entries;
    private OpenItemsRound open;
    private PostedDocuments posted;
    private DriftBook book;
    private OverdueBook putBack;

    @SuppressWarnings("NullAway.Init")
    protected LedgerOfDays() {}

    @Inject
    LedgerOfDays(
            EntriesOfDays entries, OpenItemsRound open, PostedDocuments posted, DriftBook book, OverdueBook putBack) {
        this.entries = entries;
        this.open = open;
        this.posted = posted;
        this.book = book;
        this.putBack = putBack;
    }

    /** How the entries of a day stand now. Nobody is told. */
    public List<EntryRow> day(LocalDate day, Map<String, String> silent) {
        return entries.look(new PostedDocuments.Days(day, day), Set.of(), silent);
    }

    /**
     * The same of some days, and of what is missing whatever its day is: people are told, and what is over is closed.
     *
     * @param silent told which company of Sage's cannot be read, and why
     * @return what was counted
     */
    public Map<String, Long> reconcile(LocalDate first, LocalDate last, Map<String, String> silent) {
        Looked looked = open.look(last.minusDays(SETTLED_DAYS), silent);
        List<Known> known = book.known(EntryWords.KINDS);
        Map<Long, String> gone = postings(looked.gone());
        Set<Long> besides = new HashSet<>(gone.keySet());
        known.forEach(each -> besides.add(Objects.requireNonNull(each.postingId())));
        List<EntryRow> rows = entries.look(new PostedDocuments.Days(first, last), besides, silent);
        Map<String, String> most = mostMissing(rows);
        looked.mostUndone().forEach(most::putIfAbsent);
        tell(rows, known, most.keySet(), silent.keySet());
        tellPutBack(rows, most, silent);
        rows.forEach(row -> row.enteredAgain()
                .ifPresent(item -> open.enteredAgain(item, row.posted().targetNumber())));
        Map<String, Long> counts = new TreeMap<>(open.settle(looked, most.keySet(), new TreeSet<>(gone.values())));
        counts.put("ledger entries compared", (long) rows.size());
        counts.put(
                "ledger differences",
                rows.stream().filter(row -> EntryWords.of(row).isPresent()).count());
        return counts;
    }

    /** What posted these, by id, with {@code company/urn}. */
    private Map<Long, String> postings(List<OpenItem> gone) {
        Map<Long, String> postings = new TreeMap<>();
        gone.stream()
                .collect(Collectors.groupingBy(
                        OpenItem::company, TreeMap::new, Collectors.mapping(OpenItem::urn, Collectors.toList())))
                .forEach((company, urns) -> EntryRow.ON_ACCOUNTS
                        .keySet()
                        .forEach(kind -> posted.numbered(company, kind, urns)
                                .forEach((urn, posting) -> postings.put(posting.id(), company + "/" + urn))));
        return postings;
    }

    private static Map<String, String> mostMissing(List<EntryRow> rows) {
        Map<String, Missing> missing = new TreeMap<>();
        rows.stream()
                .filter(row -> row.standing() != EntryStanding.UNKNOWN)
                .forEach(row -> missing.computeIfAbsent(
                                row.posted().command().key().company(),
                                none -> new Missing("entries of ledgers and banks that were posted to it"))
                        .count(row.posted().command().businessDate(), row.standing() == EntryStanding.MISSING_IN_SAGE));
        Map<String, String> most = new TreeMap<>();
        missing.forEach((company, share) -> share.most().ifPresent(words -> most.put(company, words)));
        return most;
    }

    /** What was judged and is not found again is over; what could not be judged stays as it is. */
    private void tell(List<EntryRow> rows, List<Known> known, Set<String> most, Set<String> silent) {
        Map<Long, EntryRow> judged =
                rows.stream().collect(Collectors.toMap(row -> row.posted().postingId(), row -> row));
        List<Known> over = known.stream()
                .filter(each -> !silent.contains(each.key().company())
                        && isOver(each, judged.get(Objects.requireNonNull(each.postingId()))))
                .toList();
        book.write(
                rows.stream()
                        .filter(row ->
                                !most.contains(row.posted().command().key().company()))
                        .flatMap(row -> EntryWords.of(row).stream())
                        .toList(),
                List.of(),
                over,
                List.of());
    }

    /** What is not posted any more is told otherwise. */
    private static boolean isOver(Known known, @Nullable EntryRow row) {
        return row == null
                || row.standing() != EntryStanding.UNKNOWN
                        && EntryWords.of(row)
                                .filter(told -> told.kind() == known.kind())
                                .isEmpty();
    }

    private void tellPutBack(List<EntryRow> rows, Map<String, String> most, Map<String, String> silent) {
        List<EntryRow> missing = rows.stream()
                .filter(row -> row.standing() == EntryStanding.MISSING_IN_SAGE)
                .toList();
        Set<String> companies = new TreeSet<>(
                rows.stream().map(row -> row.posted().command().key().company()).toList());
        companies.removeAll(silent.keySet());
        companies.addAll(most.keySet());
        for (String company : companies) {
            String words = most.get(company);
            if (words == null) {
                putBack.over(company, EntryWords.PUT_BACK, "Sage 200 holds what was posted to it");
            } else {
                List<EntryRow> its = new ArrayList<>(missing);
                its.removeIf(row -> !row.posted().command().key().company().equals(company));
                putBack.stands(EntryWords.putBack(company, its, words));
            }
        }
    }
}
