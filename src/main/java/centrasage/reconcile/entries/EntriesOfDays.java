package centrasage.reconcile.entries;

import centrasage.desk.DriftBook;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.SalesReturnId;
import centrasage.sync.store.PostedDocument;
import centrasage.sync.store.PostedDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was posted to ledgers and banks on some days, from both sides. */
@ApplicationScoped
class EntriesOfDays {
    private static final int PAGE = 200;

    private PostedDocuments posted;
    private SageEntries sage;
    private DriftBook book;

    @SuppressWarnings("NullAway.Init")
    EntriesOfDays() {}

    @Inject
    EntriesOfDays(PostedDocuments posted, SageEntries sage, DriftBook book) {
        this.posted = posted;
        this.sage = sage;
        this.book = book;
    }

    /**
     * @param besides postings to be looked at whatever their days are
     * @param silent told which company of Sage's cannot be read, and why: its entries are not judged
     */
    List<EntryRow> look(PostedDocuments.Days days, Collection<Long> besides, Map<String, String> silent) {
        Map<Long, PostedDocument> all = new TreeMap<>();
        SageEntries.kinds().forEach(kind -> {
            List<PostedDocument> page = posted.entries(days, kind, 0, PAGE);
            while (!page.isEmpty()) {
                add(page, all);
                page = posted.entries(days, kind, page.get(page.size() - 1).postingId(), PAGE);
            }
        });
        List<Long> others =
                besides.stream().filter(id -> !all.containsKey(id)).distinct().toList();
        for (int from = 0; from < others.size(); from += PAGE) {
            add(posted.of(others.subList(from, Math.min(from + PAGE, others.size()))), all);
        }
        List<EntryRow> rows = new ArrayList<>();
        all.values().stream()
                .collect(Collectors.groupingBy(
                        each -> each.command().key().company(), TreeMap::new, Collectors.toList()))
                .forEach((company, its) -> {
                    for (int from = 0; from < its.size(); from += PAGE) {
                        rows.addAll(judged(company, its.subList(from, Math.min(from + PAGE, its.size())), silent));
                    }
                });
        return rows;
    }

    /** But for sales returns: their entries are those that users of Sage make of them. */
    private static void add(List<PostedDocument> page, Map<Long, PostedDocument> all) {
        page.stream()
                .filter(each -> !SalesReturnId.is(each.targetId()))
                .forEach(each -> all.put(each.postingId(), each));
    }

    private List<EntryRow> judged(String company, List<PostedDocument> its, Map<String, String> silent) {
        if (!silent.containsKey(company)) {
            try {
                Map<Long, List<InSage>> found = sage.find(company, its);
                Set<Long> told =
                        book.told(its.stream().map(PostedDocument::postingId).toList(), EntryWords.KINDS);
                return its.stream()
                        .map(each -> found.containsKey(each.postingId())
                                ? EntryJudge.judge(
                                        each,
                                        found.getOrDefault(each.postingId(), List.of()),
                                        told.contains(each.postingId()))
                                : EntryJudge.unknown(each))
                        .toList();
            } catch (TargetUnavailable e) {
                silent.put(company, String.valueOf(e.getMessage()));
            }
        }
        return its.stream().map(EntryJudge::unknown).toList();
    }
}
