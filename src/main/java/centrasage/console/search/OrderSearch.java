package centrasage.console.search;

import centrasage.console.life.CentraSide;
import centrasage.console.words.Wanted;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.orders.customer.Clues;
import centrasage.settlements.store.PaymentReferences;
import centrasage.sync.record.Audit;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Documents;
import centrasage.sync.store.Posting;
import centrasage.sync.store.PostingSearch;
import centrasage.sync.store.Postings;
import centrasage.sync.vault.Clue;
import centrasage.sync.vault.CustomerMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for orders by whatever was typed. By each index a page at a time: it makes no difference how many orders there are. Looking for
 * a customer leaves a row in the audit trail, of who looked and by what, never of the words.
 */
@ApplicationScoped
public class OrderSearch {
    static final int PAGE = 25;

    /** A name's words lead to too many orders to look for longer. */
    private static final int PAGES_MAX = 200;

    private PostingSearch search;
    private Postings postings;
    private Staging staging;
    private CustomerMarks marks;
    private PaymentReferences references;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    OrderSearch() {}

    @Inject
    public OrderSearch(
            PostingSearch search,
            Postings postings,
            Staging staging,
            CustomerMarks marks,
            PaymentReferences references,
            Audit audit) {
        this.search = search;
        this.postings = postings;
        this.staging = staging;
        this.marks = marks;
        this.references = references;
        this.audit = audit;
    }

    /** Who looks. */
    public record Seeker(String name, boolean maySeeCustomers) {}

    /**
     * Looks in all that the words may be; where they are the number of something, that is what was meant, and nothing else is looked for.
     *
     * @param only where to look alone; null means in all
     * @param page from 1
     */
    public Found find(Typed typed, @Nullable Field only, int page, Seeker seeker) {
        int first = (Math.min(page, PAGES_MAX) - 1) * PAGE;
        List<Found.Tried> tried = new ArrayList<>();
        for (Field field : allowed(typed, seeker)) {
            boolean isKnownAsNumber = tried.stream().anyMatch(each -> each.field() == Field.NUMBER && each.any());
            if (only == null ? !isKnownAsNumber : only == field) {
                tried.add(tried(field, orders(field, typed.text(), first)));
            }
        }
        if (page == 1) {
            tell(tried, seeker);
        }
        return new Found(tried, withheld(typed, seeker));
    }

    private static List<Field> allowed(Typed typed, Seeker seeker) {
        return typed.fields().stream()
                .filter(field -> seeker.maySeeCustomers() || !field.personal())
                .toList();
    }

    private static List<Field> withheld(Typed typed, Seeker seeker) {
        return typed.fields().stream()
                .filter(field -> field.personal() && !seeker.maySeeCustomers())
                .toList();
    }

    private static Found.Tried tried(Field field, List<String> orders) {
        return new Found.Tried(field, orders.stream().limit(PAGE).toList(), orders.size() > PAGE);
    }

    private void tell(List<Found.Tried> tried, Seeker seeker) {
        String looked = tried.stream()
                .filter(each -> each.field().personal())
                .map(each -> "by the " + each.field().words() + ", " + each.count() + " found")
                .collect(Collectors.joining("; "));
        if (!looked.isEmpty()) {
            audit.write(seeker.name(), "LOOKED_FOR_CUSTOMER", "look/customer", looked);
        }
    }

    /** One more than a page where there are more. */
    private List<String> orders(Field field, String text, int first) {
        return switch (field) {
            case NUMBER -> numbered(text).skip(first).limit(PAGE + 1L).toList();
            case PSP_REFERENCE -> referenced(text).skip(first).limit(PAGE + 1L).toList();
            case E_MAIL -> marked(Clues.email(text), first);
            case POSTCODE -> marked(Clues.postcode(text), first);
            case NAME -> named(text, first);
        };
    }

    private List<String> marked(Optional<Clue> clue, int first) {
        return clue.map(its -> marked(List.of(its), first)).orElse(List.of());
    }

    private List<String> marked(List<Clue> clues, int first) {
        return marks.find(clues, first, PAGE + 1).stream()
                .flatMap(subject -> OrderName.number(subject).stream())
                .toList();
    }

    /** By the whole name; by its words where nobody is called exactly so. */
    private List<String> named(String text, int first) {
        Optional<Clue> whole = Clues.name(text);
        boolean isSomebody =
                whole.isPresent() && !marks.find(List.of(whole.get()), 0, 1).isEmpty();
        return isSomebody ? marked(whole, first) : marked(Clues.nameWords(text), first);
    }

    /** An order's own number goes before the same number of a despatch, which Sage 200 counts apart. */
    private Stream<String> numbered(String typed) {
        String text = Wanted.of(typed).stored(search::carries);
        for (Documents documents : Documents.values()) {
            List<String> orders = carrying(documents, text);
            if (!orders.isEmpty()) {
                return orders.stream();
            }
        }
        return known(text) ? Stream.of(text) : Stream.empty();
    }

    private List<String> carrying(Documents documents, String text) {
        return search
                .page(PostingSearch.Filter.carrying(documents, text), PostingSearch.Sort.NEWEST, 0, PAGE + 1)
                .stream()
                .map(Posting::order)
                .distinct()
                .toList();
    }

    private Stream<String> referenced(String text) {
        Stream<String> posted = references.orders(text).stream()
                .map(name -> OrderName.number(name).filter(this::known).orElse(name))
                .filter(this::known);
        Stream<String> paid =
                Clues.reference(text).map(clue -> marks.find(List.of(clue), 0, PAGE + 1)).orElse(List.of()).stream()
                        .flatMap(subject -> OrderName.number(subject).stream());
        return Stream.concat(posted, paid).distinct();
    }

    private boolean known(String number) {
        return !staging.of(OrderName.DOCUMENT, number).isEmpty();
    }

    /** What a list shows of an order. */
    public Hit hit(String number, boolean withName) {
        Optional<CentraSide> centra = staging.of(OrderName.DOCUMENT, number).stream()
                .findFirst()
                .flatMap(latest -> CentraSide.of(latest, withName));
        return new Hit(
                number,
                centra.orElse(null),
                postings.of(number).stream()
                        .filter(posting -> posting.key().kind() == PostingKind.ORDER)
                        .toList());
    }

    /** Whether every order that was received can be found by its customer. */
    public boolean complete() {
        return marks.unmarked(1).isEmpty();
    }
}
