package centrasage.reconcile.drift;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.Drift;
import centrasage.desk.DriftBook.Known;
import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders in Sage 200 that carry a key like ours, {@code C} and a number: copies of orders that were posted long ago, and orders that
 * nothing here has posted. What is held, given up or still on its way may stand in Sage by a person's hand, and is none.
 */
@ApplicationScoped
class Strays {
    private static final String PREFIX = OrderName.of("");
    private static final int PAGE = 500;

    private PostedDocuments posted;
    private SageOrders orders;
    private SiteReader sites;

    @SuppressWarnings("NullAway.Init")
    Strays() {}

    @Inject
    Strays(PostedDocuments posted, SageOrders orders, SiteReader sites) {
        this.posted = posted;
        this.orders = orders;
        this.sites = sites;
    }

    /** Our postings that Sage's orders of a day belong to, beside what stands there under no posting of ours. */
    record Found(List<Long> postings, List<Drift> unexpected) {}

    /** The usual company, and each that orders of this day or later were posted to. */
    Set<String> companies(String usual, LocalDate since) {
        Set<String> companies = new TreeSet<>(posted.companies(since));
        companies.add(usual);
        return companies;
    }

    Found ofDay(String company, LocalDate day, DriftSettings settings) throws TargetUnavailable {
        Map<String, List<SalesOrder>> byNumber = new TreeMap<>();
        for (SalesOrder order : orders.list(company, PREFIX, day, day.plusDays(1))) {
            number(order)
                    .filter(settings::isOurs)
                    .ifPresent(number -> byNumber.computeIfAbsent(number, none -> new ArrayList<>())
                            .add(order));
        }
        List<Long> postings = new ArrayList<>();
        List<Drift> unexpected = new ArrayList<>();
        List<String> numbers = List.copyOf(byNumber.keySet());
        for (int from = 0; from < numbers.size(); from += PAGE) {
            List<String> page = numbers.subList(from, Math.min(from + PAGE, numbers.size()));
            Map<String, Posting> known = posted.known(company, PostingKind.ORDER, page);
            for (String number : page) {
                Posting posting = known.get(number);
                if (posting != null && posting.state() == PostingState.POSTED) {
                    postings.add(posting.id());
                } else {
                    unexpected(company, number, posting, byNumber.getOrDefault(number, List.of()))
                            .ifPresent(unexpected::add);
                }
            }
        }
        return new Found(postings, unexpected);
    }

    /** Whether what people were told of is over: nothing live stands under the key any more, or it is explained now. */
    boolean isOver(Known known) throws TargetUnavailable {
        String company = known.key().company();
        String number = known.key().sourceKey();
        List<SalesOrder> there =
                orders.find(company, List.of(OrderName.of(number))).get(OrderName.of(number));
        if (there == null) {
            return false;
        }
        Posting posting =
                posted.known(company, PostingKind.ORDER, List.of(number)).get(number);
        return unexpected(company, number, posting, there).isEmpty();
    }

    private Optional<Drift> unexpected(String company, String number, @Nullable Posting posting, List<SalesOrder> there)
            throws TargetUnavailable {
        List<SalesOrder> live = there.stream()
                .filter(order -> !order.draft() && !order.isCancelled())
                .toList();
        if (live.isEmpty() || (posting != null && posting.state() != PostingState.SKIPPED)) {
            return Optional.empty();
        }
        PostingKey key = new PostingKey(company, PostingKind.ORDER, number);
        Money value = value(live, sites.read(company));
        Long id = posting == null ? null : posting.id();
        return Optional.of(new Drift(
                Kind.NOT_EXPECTED_IN_SAGE, id, key, value, List.of(reason(OrderName.of(number), posting, live))));
    }

    private static Reason reason(String key, @Nullable Posting posting, List<SalesOrder> live) {
        String numbers = live.stream().map(SalesOrder::documentNo).collect(Collectors.joining(" and "));
        String why = posting == null
                ? "no such order was ever posted from here"
                : "Centra's order is not for Sage 200"
                        + posting.reasons().stream()
                                .findFirst()
                                .map(skipped -> ": " + skipped.what())
                                .orElse("");
        return new Reason(
                "NOT_EXPECTED_IN_SAGE",
                Owner.OPERATIONS,
                "Sage 200 holds " + numbers + " under " + key + ", and " + why,
                "Find out who has entered or copied it. Cancel it in Sage 200, or give it another customer order number: then this"
                        + " closes itself. If it belongs there, resolve this with a note");
    }

    /** In the currency of the account; an account that the company does not have any more counts in pounds. */
    private static Money value(List<SalesOrder> live, Site site) {
        SalesOrder first = live.get(0);
        String currency = site.customers().values().stream()
                .filter(customer -> customer.id() == first.customerId())
                .map(Site.Customer::currency)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("GBP");
        return Money.rounded(first.total().abs(), Currency.getInstance(currency), RoundingMode.HALF_UP);
    }

    private static Optional<String> number(SalesOrder order) {
        String key = order.customerDocumentNo();
        return key.matches("[Cc]\\d{1,10}") ? Optional.of(key.substring(1)) : Optional.empty();
    }
}
