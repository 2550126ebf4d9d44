package centrasage.reconcile.completeness;

import centrasage.desk.DriftBook;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.reconcile.completeness.CentraDays.Made;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The orders of some days from both systems, number by number. */
@ApplicationScoped
class OrdersOfDays {
    private CentraDays centra;
    private SageDays sage;
    private PostedDocuments posted;
    private Staging staging;
    private DriftBook book;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    OrdersOfDays() {}

    @Inject
    OrdersOfDays(
            CentraDays centra, SageDays sage, PostedDocuments posted, Staging staging, DriftBook book, Clock clock) {
        this.centra = centra;
        this.sage = sage;
        this.posted = posted;
        this.staging = staging;
        this.book = book;
        this.clock = clock;
    }

    /**
     * @param rows by number
     * @param missed what ought to be here and never arrived
     */
    record Found(List<OrderRow> rows, List<Made> missed) {}

    /**
     * @param besides numbers to be looked at whatever their days are
     * @param silent told which company of Sage's cannot be read, and why: its orders are not judged
     * @throws TargetUnavailable when Centra cannot be read: then nothing can be said of orders
     */
    Found look(Days days, Set<String> besides, CompletenessSettings settings, Map<String, String> silent)
            throws TargetUnavailable {
        Map<String, Made> made = centra.orders(days).stream()
                .filter(order -> settings.isOurs(order.number(), order.madeAt()))
                .collect(Collectors.toMap(Made::key, Function.identity(), (one, other) -> other, TreeMap::new));
        Set<String> numbers = new TreeSet<>(made.keySet());
        numbers.addAll(besides);
        Map<String, Posting> postings = posted.newest(PostingKind.ORDER, numbers);
        Map<String, Map<String, Money>> totals = totals(days, settings, postings.values(), silent);
        totals.values()
                .forEach(byNumber -> byNumber.keySet().stream()
                        .filter(number -> settings.isOurs(Long.parseLong(number), days.begin()))
                        .forEach(numbers::add));
        postings.putAll(posted.newest(PostingKind.ORDER, without(numbers, postings.keySet())));
        missing(postings, totals, silent);
        return judged(numbers, new Sides(made, postings, totals, silent), settings);
    }

    private record Sides(
            Map<String, Made> made,
            Map<String, Posting> postings,
            Map<String, Map<String, Money>> totals,
            Map<String, String> silent) {}

    private static Set<String> without(Set<String> numbers, Set<String> known) {
        Set<String> rest = new TreeSet<>(numbers);
        rest.removeAll(known);
        return rest;
    }

    /** Of each company that orders of these days were posted to, and of the usual one. */
    private Map<String, Map<String, Money>> totals(
            Days days, CompletenessSettings settings, Collection<Posting> postings, Map<String, String> silent) {
        Set<String> companies = new TreeSet<>(posted.companies(days.first()));
        companies.add(settings.company());
        postings.stream()
                .filter(posting -> posting.state() == PostingState.POSTED)
                .forEach(posting -> companies.add(posting.key().company()));
        Map<String, Map<String, Money>> totals = new TreeMap<>();
        for (String company : companies) {
            try {
                totals.put(company, settings.live() ? sage.totals(company, days) : new TreeMap<>());
            } catch (TargetUnavailable e) {
                silent.put(company, String.valueOf(e.getMessage()));
            }
        }
        return totals;
    }

    /** What is posted and has another date in Sage than these days is looked for by its key. */
    private void missing(
            Map<String, Posting> postings, Map<String, Map<String, Money>> totals, Map<String, String> silent) {
        for (Map.Entry<String, Map<String, Money>> company : totals.entrySet()) {
            List<String> elsewhere = postings.values().stream()
                    .filter(posting -> posting.state() == PostingState.POSTED
                            && posting.key().company().equals(company.getKey()))
                    .map(posting -> posting.key().sourceKey())
                    .filter(number -> !company.getValue().containsKey(number))
                    .toList();
            try {
                company.getValue().putAll(elsewhere.isEmpty() ? Map.of() : sage.totals(company.getKey(), elsewhere));
            } catch (TargetUnavailable e) {
                silent.put(company.getKey(), String.valueOf(e.getMessage()));
            }
        }
    }

    private Found judged(Set<String> numbers, Sides sides, CompletenessSettings settings) throws TargetUnavailable {
        Instant now = clock.instant();
        Set<String> there = centra.having(without(numbers, sides.made().keySet()));
        Set<String> received = staging.received(
                OrderName.DOCUMENT, without(numbers, sides.postings().keySet()));
        Set<Long> told = told(sides.postings().values());
        List<OrderRow> rows = new ArrayList<>();
        List<Made> missed = new ArrayList<>();
        for (String number : numbers) {
            Made made = sides.made().get(number);
            Posting posting = sides.postings().get(number);
            String company = company(number, sides, settings.company());
            Money total = sides.totals().getOrDefault(company, Map.of()).get(number);
            Money asked = made == null ? null : made.total();
            Standing standing = OrderJudge.judge(new OrderJudge.Known(
                    asked,
                    made != null || there.contains(number),
                    made != null && settings.isDue(made.madeAt(), now),
                    received.contains(number),
                    posting,
                    posting != null && told.contains(posting.id()),
                    total,
                    !sides.silent().containsKey(company)));
            rows.add(new OrderRow(number, company, asked, total, posting, standing));
            if (standing == Standing.NOT_COLLECTED && made != null) {
                missed.add(made);
            }
        }
        return new Found(rows, missed);
    }

    /** Where it was posted, or else where Sage shows it, or else where it would go. */
    private static String company(String number, Sides sides, String usual) {
        Posting posting = sides.postings().get(number);
        if (posting != null) {
            return posting.key().company();
        }
        return sides.totals().entrySet().stream()
                .filter(company -> company.getValue().containsKey(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(usual);
    }

    private Set<Long> told(Collection<Posting> postings) {
        Map<Boolean, List<Long>> stopped = postings.stream()
                .collect(Collectors.partitioningBy(
                        posting -> posting.state() == PostingState.HELD || posting.state() == PostingState.REFUSED,
                        Collectors.mapping(Posting::id, Collectors.toList())));
        return new HashSet<>(book.told(new HashMap<>(stopped).getOrDefault(true, List.of()), FindingWords.KINDS));
    }
}
