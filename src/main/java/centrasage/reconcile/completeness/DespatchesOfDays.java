package centrasage.reconcile.completeness;

import centrasage.desk.DriftBook;
import centrasage.flow.Command;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.ShipmentNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.reconcile.completeness.CentraDays.Completed;
import centrasage.sage200.Despatch;
import centrasage.sage200.client.SageDespatches;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shipments of some days from both systems, number by number. */
@ApplicationScoped
class DespatchesOfDays {
    static final String SHIPMENT = "shipment";

    private CentraDays centra;
    private SageDays sage;
    private PostedDocuments posted;
    private Staging staging;
    private DriftBook book;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    DespatchesOfDays() {}

    @Inject
    DespatchesOfDays(
            CentraDays centra, SageDays sage, PostedDocuments posted, Staging staging, DriftBook book, Clock clock) {
        this.centra = centra;
        this.sage = sage;
        this.posted = posted;
        this.staging = staging;
        this.book = book;
        this.clock = clock;
    }

    /** As {@link OrdersOfDays.Found}. */
    record Found(List<DespatchRow> rows, List<Completed> missed) {}

    private record Sides(
            Map<String, Completed> completed,
            Map<String, Posting> postings,
            Map<String, Map<String, SageDespatches.There>> there) {

        /** What stands under the key of its order; empty where it could not be read, or nothing was asked. */
        Optional<SageDespatches.There> there(String company, String number) {
            return Optional.ofNullable(there.getOrDefault(company, Map.of()).get(ShipmentNumber.order(number)));
        }
    }

    /** As {@link OrdersOfDays#look}. */
    Found look(Days days, Set<String> besides, CompletenessSettings settings, Map<String, String> silent)
            throws TargetUnavailable {
        Map<String, Completed> completed = centra.shipments(days).stream()
                .filter(each -> isOurs(each, settings))
                .collect(Collectors.toMap(Completed::number, Function.identity(), (one, other) -> other, TreeMap::new));
        Set<String> numbers = new TreeSet<>(completed.keySet());
        numbers.addAll(besides);
        Map<String, Posting> postings = posted.newest(PostingKind.DESPATCH, numbers);
        Map<String, Map<String, SageDespatches.There>> there = there(numbers, postings, settings, silent);
        Set<String> strangers = strangers(there, numbers);
        numbers.addAll(strangers);
        postings.putAll(posted.newest(PostingKind.DESPATCH, strangers));
        return judged(numbers, new Sides(completed, postings, there), settings);
    }

    private static boolean isOurs(Completed each, CompletenessSettings settings) {
        Instant orderedAt =
                each.shipment() == null ? each.shippedAt() : each.shipment().orderedAt();
        return settings.isOurs(each.order(), orderedAt);
    }

    private Map<String, Map<String, SageDespatches.There>> there(
            Set<String> numbers,
            Map<String, Posting> postings,
            CompletenessSettings settings,
            Map<String, String> silent) {
        Map<String, Set<String>> orders = new TreeMap<>();
        for (String number : numbers) {
            orders.computeIfAbsent(company(number, postings, settings), none -> new TreeSet<>())
                    .add(ShipmentNumber.order(number));
        }
        Map<String, Map<String, SageDespatches.There>> there = new TreeMap<>();
        orders.forEach((company, asked) -> {
            try {
                there.put(company, sage.despatches(company, asked));
            } catch (TargetUnavailable e) {
                silent.put(company, String.valueOf(e.getMessage()));
            }
        });
        return there;
    }

    private static String company(String number, Map<String, Posting> postings, CompletenessSettings settings) {
        Posting posting = postings.get(number);
        return posting == null ? settings.company() : posting.key().company();
    }

    /** Numbers in the notes of Sage's despatches that look like shipments of their order, and were not looked at yet. */
    private static Set<String> strangers(Map<String, Map<String, SageDespatches.There>> there, Set<String> known) {
        Set<String> strangers = new TreeSet<>();
        there.values()
                .forEach(orders -> orders.forEach((order, found) -> {
                    for (Despatch despatch : found.despatches()) {
                        strangers.addAll(ShipmentNumber.allIn(despatch.notes(), order));
                    }
                }));
        strangers.removeAll(known);
        return strangers;
    }

    private Found judged(Set<String> numbers, Sides sides, CompletenessSettings settings) throws TargetUnavailable {
        Set<String> elsewhere = new TreeSet<>(numbers);
        elsewhere.removeAll(sides.completed().keySet());
        Set<String> there = centra.havingShipments(elsewhere);
        Set<String> unposted = new TreeSet<>(numbers);
        unposted.removeAll(sides.postings().keySet());
        Set<String> received = staging.received(SHIPMENT, unposted);
        Set<Long> told =
                book.told(sides.postings().values().stream().map(Posting::id).toList(), FindingWords.KINDS);
        List<DespatchRow> rows = new ArrayList<>();
        List<Completed> missed = new ArrayList<>();
        for (String number : numbers) {
            Completed completed = sides.completed().get(number);
            boolean inCentra = completed != null || there.contains(number);
            DespatchRow row = row(number, inCentra, received.contains(number), told, sides, settings);
            rows.add(row);
            if (row.standing() == Standing.NOT_COLLECTED && completed != null) {
                missed.add(completed);
            }
        }
        return new Found(rows, missed);
    }

    private DespatchRow row(
            String number,
            boolean inCentra,
            boolean received,
            Set<Long> told,
            Sides sides,
            CompletenessSettings settings) {
        Instant now = clock.instant();
        Completed completed = sides.completed().get(number);
        Posting posting = sides.postings().get(number);
        String company = company(number, sides.postings(), settings);
        Optional<SageDespatches.There> there = sides.there(company, number);
        Optional<Despatch> despatch = there.flatMap(found ->
                found.despatches().stream().filter(each -> each.isOf(number)).findFirst());
        String difference = despatch.map(each -> DespatchJudge.difference(
                        planned(posting),
                        each,
                        there.map(SageDespatches.There::orders).orElse(List.of())))
                .orElse("");
        Standing standing = DespatchJudge.judge(new DespatchJudge.Known(
                inCentra,
                completed != null && settings.isDue(completed.shippedAt(), now),
                completed != null
                        && completed.shippedAt().plus(settings.despatchLimit()).isBefore(now),
                received,
                posting,
                posting != null && told.contains(posting.id()),
                despatch.isPresent(),
                there.isPresent(),
                difference));
        return new DespatchRow(
                number,
                company,
                value(completed, posting),
                inCentra,
                despatch.map(Despatch::number).orElse(null),
                posting,
                standing,
                difference);
    }

    private Optional<Command> planned(@Nullable Posting posting) {
        return posting == null || posting.state() != PostingState.POSTED
                ? Optional.empty()
                : posted.command(posting.id());
    }

    private static @Nullable Money value(@Nullable Completed completed, @Nullable Posting posting) {
        if (completed != null && completed.shipment() != null) {
            return ShownAmount.of(
                    completed.shipment().grandTotal(), completed.shipment().currency());
        }
        return posting == null ? null : posting.amount();
    }
}
