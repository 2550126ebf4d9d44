package centrasage.reconcile.worklist;

import centrasage.desk.OverdueBook;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.store.PostedDocuments;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The step of the job {@code worklist-check}: tells finance of each list on which something waits for longer than
 * {@code worklists.limit}, and closes what was told once nothing does. Of a company that cannot be read nothing is told or closed.
 */
@Named
@Dependent
public class CheckWorklists extends AbstractBatchlet {
    private final Worklists worklists;
    private final PostedDocuments posted;
    private final OverdueBook book;
    private final KeptWorklists kept;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    CheckWorklists(
            Worklists worklists,
            PostedDocuments posted,
            OverdueBook book,
            KeptWorklists kept,
            RunCounts counts,
            JobContext context) {
        this.worklists = worklists;
        this.posted = posted;
        this.book = book;
        this.kept = kept;
        this.counts = counts;
        this.context = context;
    }

    /** @throws TargetUnavailable when a company cannot be read: the others are told all the same */
    @Override
    public String process() throws TargetUnavailable {
        return Failing.telling(context, this::check);
    }

    private String check() throws TargetUnavailable {
        Map<String, String> silent = new TreeMap<>();
        for (Worklist list : Worklist.values()) {
            Worklists.Listed listed = worklists.list(list);
            silent.putAll(listed.silent());
            kept.keep(list, listed.items(), listed.silent().keySet());
            counts.add(context.getExecutionId(), Map.of(list.what(), (long)
                    listed.items().size()));
            posted.companies(LocalDate.EPOCH).stream()
                    .filter(company -> !listed.silent().containsKey(company))
                    .forEach(company -> tell(list, company, listed.items()));
        }
        if (!silent.isEmpty()) {
            throw new TargetUnavailable("Not every company could be read. "
                    + silent.entrySet().stream()
                            .map(each -> each.getKey() + ": " + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return "COMPLETED";
    }

    private void tell(Worklist list, String company, List<WorkItem> items) {
        List<WorkItem> overdue = items.stream()
                .filter(item -> item.company().equals(company))
                .filter(worklists::isOverdue)
                .toList();
        if (overdue.isEmpty()) {
            book.over(company, OverdueWords.subject(list));
        } else {
            book.stands(OverdueWords.of(list, company, overdue));
        }
    }
}
