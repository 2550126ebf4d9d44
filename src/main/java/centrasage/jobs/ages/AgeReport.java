package centrasage.jobs.ages;

import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingOverdue;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemMended;
import centrasage.sync.database.Atomic;
import centrasage.sync.store.QueueAges;
import centrasage.sync.store.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells of what was found to last for too long, or to be over; whoever observes writes it down in the same transaction. */
@ApplicationScoped
public class AgeReport {
    /** Told one by one, for each state; when there are more, that is told too. */
    static final int EACH_MAX = 50;

    private QueueAges ages;
    private Event<PostingOverdue> overdue;
    private Event<SystemFinding> findings;
    private Event<SystemMended> mended;
    private AgeWords words;

    @SuppressWarnings("NullAway.Init")
    AgeReport() {}

    @Inject
    public AgeReport(
            QueueAges ages,
            Event<PostingOverdue> overdue,
            Event<SystemFinding> findings,
            Event<SystemMended> mended,
            @ConfigProperty(name = "schedule.time-zone") ZoneId zone) {
        this.ages = ages;
        this.overdue = overdue;
        this.findings = findings;
        this.mended = mended;
        this.words = new AgeWords(zone);
    }

    AgeWords words() {
        return words;
    }

    /** The oldest one by one. Of what is merely ready, many are one queue that does not move, and told as one. */
    @Atomic(alone = true)
    public void postings(QueueAges.Question asked) {
        PostingState state = asked.state();
        List<Waiting> oldest = ages.oldest(asked, EACH_MAX + 1);
        boolean many = oldest.size() > EACH_MAX;
        tell(SystemFinding.Kind.MANY_STUCK, state.name(), many, () -> words.many(state, ages.count(asked)));
        if (!many || state != PostingState.PLANNED) {
            oldest.stream().limit(EACH_MAX).forEach(this::tell);
        }
    }

    private void tell(Waiting waiting) {
        overdue.fire(new PostingOverdue(
                waiting.postingId(), waiting.key(), waiting.state(), waiting.amount(), words.of(waiting)));
    }

    /** A state of the application itself: that it is so, or that it is over. */
    @Atomic(alone = true)
    public void system(SystemFinding.Kind kind, String subject, boolean isSo, Reasoning reason) {
        tell(kind, subject, isSo, reason);
    }

    /** Asked only where there is something to tell. */
    @FunctionalInterface
    public interface Reasoning {
        Reason reason();
    }

    private void tell(SystemFinding.Kind kind, String subject, boolean isSo, Reasoning reason) {
        if (isSo) {
            findings.fire(new SystemFinding(kind, subject, reason.reason()));
        } else {
            mended.fire(new SystemMended(kind, subject));
        }
    }
}
