package centrasage.console.today;

import centrasage.console.jobs.JobRow;
import centrasage.console.jobs.JobRows;
import centrasage.console.orders.FollowingTable;
import centrasage.console.orders.StateTable;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.Exposure;
import centrasage.flow.OrderName;
import centrasage.flow.PostingState;
import centrasage.jobs.nodes.KnownNode;
import centrasage.jobs.nodes.Nodes;
import centrasage.money.Money;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Blockages;
import centrasage.sync.store.Documents;
import centrasage.sync.store.Posting;
import centrasage.sync.store.PostingSearch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Is everything posted? What needs me? What is it worth? */
@Named("today")
@RequestScoped
public class TodayPage {
    private static final int MOST_EXCEPTIONS = 8;
    private static final Desk.Filter OPEN = new Desk.Filter(BusinessException.State.OPEN, null, null, null);

    private static final Set<PostingState> READY = Set.of(PostingState.PLANNED, PostingState.WAITING);

    private @Nullable Instant readTo;
    private Headline headline;
    private StateTable table;
    private FollowingTable following;
    private @Nullable Posting stuck;
    private Blockages.@Nullable Locks locked;
    private List<BusinessException> exceptions;
    private List<Exposure.Total> atRisk;
    private List<JobRow> jobs;
    private List<KnownNode> nodes;
    private FeedCard feeds;

    @SuppressWarnings("NullAway.Init")
    TodayPage() {}

    @Inject
    TodayPage(
            Staging staging,
            PostingSearch postings,
            Blockages blockages,
            Desk desk,
            Exposure exposure,
            JobRows jobRows,
            Nodes known,
            FeedCard feeds) {
        this.feeds = feeds;
        readTo = staging.watermark("centra-orders").orElse(null);
        table = StateTable.of(postings.groups(PostingSearch.Filter.ALL));
        following = FollowingTable.of(postings.following());
        stuck = oldestUndone(postings, following);
        locked = blockages.locked().orElse(null);
        exceptions = desk.list(OPEN, 0, MOST_EXCEPTIONS);
        atRisk = exposure.of(OPEN).stream()
                .filter(total -> !total.atRisk().isZero())
                .toList();
        jobs = jobRows.all();
        nodes = known.all();
        headline = Headline.of(
                table,
                readTo != null,
                staging.waiting(OrderName.DOCUMENT, StateTable.UNPOSTED),
                imported().map(JobRow::why).isPresent());
    }

    private static @Nullable Posting oldestUndone(PostingSearch postings, FollowingTable following) {
        return Stream.concat(
                        Stream.of(Documents.ORDERS),
                        following.in(StateTable.UNPOSTED).stream().map(FollowingTable.Cell::documents))
                .map(documents -> PostingSearch.Filter.in(documents, StateTable.UNPOSTED))
                .flatMap(unposted -> postings.page(unposted, PostingSearch.Sort.OLDEST, 0, 1).stream())
                .min(Comparator.comparing(Posting::since))
                .orElse(null);
    }

    /** Up to when every change in Centra was read; null before the first time. */
    public @Nullable Instant readTo() {
        return readTo;
    }

    public Headline headline() {
        return headline;
    }

    private Optional<JobRow> imported() {
        return jobs.stream().filter(job -> job.job().equals("order-import")).findFirst();
    }

    /** The job that reads, plans and posts the orders: why something waits; null before it is known. */
    public @Nullable JobRow orders() {
        return imported().orElse(null);
    }

    /** How many orders are decided and would be sent, were this not a preview. */
    public long ready() {
        return table.postings(READY);
    }

    public String readyStates() {
        return StateTable.address(READY);
    }

    /** The states that {@link Headline#missing} counts, as the address of a page names them. */
    public String missingStates() {
        return StateTable.address(StateTable.UNPOSTED);
    }

    /** What is posted, in each currency. */
    public List<Money> postedSums() {
        return table.sums(PostingState.POSTED);
    }

    public StateTable table() {
        return table;
    }

    /** What follows from orders: despatches, their tracking, and what Centra is told of Sage's own. */
    public FollowingTable following() {
        return following;
    }

    /** Of what follows from orders, how much is neither done nor settled in another way; empty where all is. */
    public List<FollowingTable.Cell> followingUndone() {
        return following.in(StateTable.UNPOSTED);
    }

    /** What has waited longest; null when nothing waits. */
    public @Nullable Posting stuck() {
        return stuck;
    }

    /** What is locked in Sage 200 now, with the lock that has lasted longest; null when nothing is. */
    public Blockages.@Nullable Locks locked() {
        return locked;
    }

    /** How many of which documents are locked. */
    public List<FollowingTable.Cell> lockedDocuments() {
        return locked == null
                ? List.of()
                : locked.postings().entrySet().stream()
                        .map(each -> new FollowingTable.Cell(each.getKey(), each.getValue()))
                        .toList();
    }

    public List<BusinessException> exceptions() {
        return exceptions;
    }

    public List<Exposure.Total> atRisk() {
        return atRisk;
    }

    public long openExceptions() {
        return atRisk.stream().mapToLong(Exposure.Total::exceptions).sum();
    }

    public List<JobRow> jobs() {
        return jobs;
    }

    /** What comes in and goes out, and what is usual. */
    public FeedCard feeds() {
        return feeds;
    }

    /** The processes that share the store; of one alone there is nothing to tell. */
    public List<KnownNode> nodes() {
        return nodes.size() > 1 ? nodes : List.of();
    }
}
