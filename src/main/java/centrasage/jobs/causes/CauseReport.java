package centrasage.jobs.causes;

import centrasage.flow.event.CauseOver;
import centrasage.flow.event.CauseStands;
import centrasage.flow.event.PostingGathered;
import centrasage.sync.circuit.Circuits;
import centrasage.sync.circuit.OpenCircuit;
import centrasage.sync.database.Atomic;
import centrasage.sync.store.GatheredPostings;
import centrasage.sync.store.Gathering;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Tells of one cause, or that it is over; whoever observes writes it down in the same transaction. */
@ApplicationScoped
public class CauseReport {
    private Circuits circuits;
    private Gathering gathering;
    private GatheredPostings gathered;
    private Postings postings;
    private Event<CauseStands> stands;
    private Event<CauseOver> over;
    private Event<PostingGathered> news;

    @SuppressWarnings("NullAway.Init")
    CauseReport() {}

    @Inject
    public CauseReport(
            Circuits circuits,
            Gathering gathering,
            GatheredPostings gathered,
            Postings postings,
            Event<CauseStands> stands,
            Event<CauseOver> over,
            Event<PostingGathered> news) {
        this.circuits = circuits;
        this.gathering = gathering;
        this.gathered = gathered;
        this.postings = postings;
        this.stands = stands;
        this.over = over;
        this.news = news;
    }

    /** What is held is over when nothing is held for it any more; what is refused, when all that was gathered has gone out again. */
    @Atomic(alone = true)
    public void tell(String cause) {
        circuits.held(cause).ifPresent(circuit -> {
            boolean isProbed = circuit.stops();
            if (isProbed || gathered.any(cause)) {
                tell(circuit);
            } else {
                circuits.end(cause);
                over.fire(new CauseOver(cause));
            }
        });
    }

    private void tell(OpenCircuit circuit) {
        List<GatheredPostings.Sum> sums = gathered.sums(circuit);
        stands.fire(new CauseStands(
                circuit.name(),
                circuit.cause().company(),
                circuit.cause().kind(),
                circuit.cause().failedAs(),
                sums.stream().mapToLong(GatheredPostings.Sum::postings).sum(),
                sums.stream().map(GatheredPostings.Sum::money).toList(),
                circuit.cause().reasons()));
    }

    /** One that stands alone still is told with its cause from now on. */
    @Atomic(alone = true)
    public void gather(long posting, String cause) {
        if (gathering.gather(posting, cause)) {
            postings.get(posting).ifPresent(each -> news.fire(new PostingGathered(posting, each.key(), cause)));
        }
    }
}
