package centrasage.console.jobs;

import centrasage.console.runs.JobStory;
import centrasage.console.words.Amounts;
import centrasage.console.words.JobOf;
import centrasage.console.words.Signs;
import centrasage.jobs.lanes.LaneSettings;
import centrasage.money.Money;
import centrasage.sync.runs.Backlog;
import centrasage.sync.store.Documents;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a run would do that is started now, in documents and money, as far as the store knows it; nothing is asked of anybody. */
@RequestScoped
public class Preview {
    private Backlog backlog;
    private LaneSettings settings;
    private Signs signs;
    private Amounts amounts;

    @SuppressWarnings("NullAway.Init")
    Preview() {}

    @Inject
    public Preview(Backlog backlog, LaneSettings settings, Signs signs, Amounts amounts) {
        this.backlog = backlog;
        this.settings = settings;
        this.signs = signs;
        this.amounts = amounts;
    }

    /** In sentences, the first things first. */
    public List<String> of(String job) {
        JobStory story = JobStory.of(job);
        List<String> sentences = new ArrayList<>();
        JobOf.planned(job).forEach(kind -> sentences.add(plans(kind)));
        if (story.posts()) {
            sentences.addAll(sends());
        }
        sentences.add(
                story.posts() || !JobOf.planned(job).isEmpty()
                        ? "What is new since the last run is read first, and goes the same way: how much that is nobody knows before."
                        : "It writes to: " + story.answer("To") + ".");
        return sentences;
    }

    private String plans(String kind) {
        long waiting = backlog.unplanned(kind);
        String what =
                amounts.count(waiting) + " received " + (waiting == 1 ? "document" : "documents") + " (" + kind + ")";
        return waiting == 0
                ? "No received document (" + kind + ") waits for a plan."
                : what + (waiting == 1 ? " waits" : " wait") + " for a plan, and would be planned.";
    }

    private List<String> sends() {
        Map<Documents, List<Backlog.Due>> due = new EnumMap<>(Documents.class);
        backlog.due()
                .forEach(each -> due.computeIfAbsent(Documents.of(each.kind()), none -> new ArrayList<>())
                        .add(each));
        if (due.isEmpty()) {
            return List.of("Nothing planned is due to be sent.");
        }
        String would = settings.preview()
                ? " would be sent; in preview nothing is."
                : " would be sent: whatever is due goes, of every kind.";
        List<String> sentences = new ArrayList<>();
        due.forEach((documents, each) -> sentences.add(words(documents, each) + would));
        return sentences;
    }

    private String words(Documents documents, List<Backlog.Due> due) {
        long count = due.stream().mapToLong(Backlog.Due::postings).sum();
        List<Money> sums = due.stream().map(Backlog.Due::sum).toList();
        return amounts.count(count) + " " + signs.documents(documents, count) + " of " + amounts.list(sums);
    }
}
