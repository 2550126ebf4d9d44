package centrasage.console.orders;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.words.Wanted;
import centrasage.flow.PostingState;
import centrasage.sync.store.Documents;
import centrasage.sync.store.Posting;
import centrasage.sync.store.PostingSearch;
import centrasage.sync.store.PostingSearch.Days;
import centrasage.sync.store.PostingSearch.Filter;
import centrasage.sync.store.PostingSearch.Sort;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The orders, or what follows from them, of a filter that is in the page's address, so that a view can be sent to a colleague. */
@Named
@RequestScoped
public class PostingsPage {
    private static final int PAGE = 50;

    /** Their money is that of orders once more. */
    private static final Set<Documents> REPEATING =
            EnumSet.of(Documents.AMENDMENTS, Documents.TRACKING, Documents.STEPS);

    private Address here;
    private Filter filter;
    private Sort sort;
    private int number;
    private List<Posting> rows;
    private StateTable found;
    private StateTable every;
    private List<String> currencies;
    private List<String> companies;
    private List<FollowingTable.Cell> carrying;

    @SuppressWarnings("NullAway.Init")
    PostingsPage() {}

    @Inject
    PostingsPage(PostingSearch postings) {
        Asked asked = Asked.now();
        here = asked.address(
                "postings.xhtml", "what", "state", "currency", "company", "from", "to", "q", "sort", "page");
        filter = new Filter(
                asked.one("what", Documents.class).orElse(Documents.ORDERS),
                asked.all("state", PostingState.class),
                asked.text("currency").orElse(null),
                asked.text("q")
                        .map(typed -> Wanted.of(typed).stored(postings::carries))
                        .orElse(null),
                asked.text("company").orElse(null),
                days(asked));
        sort = asked.one("sort", Sort.class).orElse(Sort.NEWEST);
        number = asked.page();
        rows = postings.page(filter, sort, (number - 1) * PAGE, PAGE);
        found = StateTable.of(postings.groups(filter));
        every = filter.states().isEmpty() ? found : StateTable.of(postings.groups(filter.inStates(Set.of())));
        currencies =
                StateTable.of(postings.groups(Filter.all(filter.documents()))).currencies();
        companies = postings.companies();
        carrying = Arrays.stream(Documents.values())
                .map(each -> new FollowingTable.Cell(each, carrying(postings, each)))
                .toList();
    }

    /** One day alone where only one is asked for; null where none is. */
    private static @Nullable Days days(Asked asked) {
        Optional<LocalDate> from = asked.day("from").or(() -> asked.day("to"));
        return from.map(first -> new Days(first, asked.day("to").orElse(first))).orElse(null);
    }

    /** 0 where no number was looked for. */
    private long carrying(PostingSearch postings, Documents documents) {
        return filter.text() == null
                ? 0
                : StateTable.of(postings.groups(Filter.carrying(documents, filter.text())))
                        .all()
                        .postings();
    }

    /** Which documents are listed. */
    public Documents what() {
        return filter.documents();
    }

    /** Which documents there are to choose from, with how many of them carry the number that was looked for. */
    public List<FollowingTable.Cell> kinds() {
        return carrying;
    }

    /** Whether what the rows come to says anything: an order's money is in its tracking and its steps once more. */
    public boolean summed() {
        return !REPEATING.contains(filter.documents());
    }

    /** This view of other documents: their states are their own. */
    public String of(Documents documents) {
        return here.with("page", null)
                .with("state", null)
                .with("what", documents == Documents.ORDERS ? null : documents)
                .toString();
    }

    public List<Posting> rows() {
        return rows;
    }

    /** What the filter finds; its last line is what all of its rows add up to. */
    public StateTable found() {
        return found;
    }

    /** The states to choose from: the same without the choice of states. */
    public StateTable every() {
        return every;
    }

    /** The currencies to choose from. */
    public List<String> currencies() {
        return currencies;
    }

    /** The companies to choose from. */
    public List<String> companies() {
        return companies;
    }

    public @Nullable String company() {
        return filter.company();
    }

    /** Of which business dates; null where of any. */
    public @Nullable Days days() {
        return filter.days();
    }

    /** How many days can be listed at once. */
    public int daysMax() {
        return Days.MOST;
    }

    /** What a form that asks for other days keeps of this view. */
    public List<Map.Entry<String, String>> kept() {
        return here.with("page", null).with("from", null).with("to", null).parts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /** This view of any day. */
    public String anyDay() {
        return here.with("page", null).with("from", null).with("to", null).toString();
    }

    public boolean chosen(PostingState state) {
        return filter.states().contains(state);
    }

    public @Nullable String currency() {
        return filter.currency();
    }

    /** The number that was looked for; null where none was. */
    public @Nullable String text() {
        return filter.text();
    }

    public String sortedBy() {
        return sort.name();
    }

    /** The page that is shown, from 1. */
    public int number() {
        return number;
    }

    public boolean later() {
        return upTo() < found.all().postings();
    }

    /** The place of the first row among all that were found, from 1; 0 where there is none. */
    public int from() {
        return rows.isEmpty() ? 0 : (number - 1) * PAGE + 1;
    }

    public int upTo() {
        return (number - 1) * PAGE + rows.size();
    }

    /** This view with one state added, or without it where it was chosen. */
    public String toggling(PostingState state) {
        Set<PostingState> states = new HashSet<>(filter.states());
        if (!states.remove(state)) {
            states.add(state);
        }
        return narrowed("state", StateTable.address(states));
    }

    /** This view with one part changed, from its first page on. */
    public String narrowed(String part, @Nullable String value) {
        return here.with("page", null).with(part, value).toString();
    }

    public String turned(int pageNumber) {
        return here.with("page", pageNumber == 1 ? null : pageNumber).toString();
    }
}
