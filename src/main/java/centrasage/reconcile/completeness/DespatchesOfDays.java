package centrasage.reconcile.completeness;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.DriftBook;
import centrasage.flow.Command;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.ShipmentNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.reconcile.completeness.CentraDays.Completed;
import centrasage.reconcile.completeness.DespatchJudge.OrderInSage;
import centrasage.sage200.Despatch;
import centrasage.sage200.OpenOrder;
import centrasage.sage200.client.SageDespatches;
import centrasage.sage200.ledger.LedgerEntry;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
            Map<String, Map<String, SageDespatches.There>> there,
            Map<String, OrderInSage> orders,
            InvoicedShipments invoiced) {

        /** What stands under the key of its order; empty where it could not be read, or nothing was asked. */
        Optional<SageDespatches.There> there(String company, String number) {
            return Optional.ofNullable(there.getOrDefault(company, Map.of()).get(ShipmentNumber.order(number)));
        }

        /** What has to do with this shipment: what stands under the key of its order, and under others of which a despatch carries it. */
        List<SageDespatches.There> about(String company, String number) {
            SageDespatches.There own = there(company, number).orElse(null);
            return there.getOrDefault(company, Map.of()).values().stream()
                    .filter(each ->
                            each == own || each.despatches().stream().anyMatch(despatch -> despatch.isOf(number)))
                    .toList();
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
        Map<String, Posting> postings = postings(numbers);
        Map<String, Map<String, SageDespatches.There>> there = there(numbers, postings, settings, silent);
        Set<String> strangers = strangers(there, numbers);
        numbers.addAll(strangers);
        postings.putAll(postings(strangers));
        InvoicedShipments invoiced = new InvoicedShipments(sage, postings.values(), silent);
        return judged(numbers, new Sides(completed, postings, there, orders(numbers, there), invoiced), settings);
    }

    /** By number: as a despatch, or as an invoice where orders are not posted themselves. */
    private Map<String, Posting> postings(Set<String> numbers) {
        Map<String, Posting> postings = posted.newest(PostingKind.DESPATCH, numbers);
        InvoicedShipments.into(postings, posted.newest(PostingKind.LEDGER_INVOICE, numbers));
        return postings;
    }

    /** Of those that were posted and live in Sage no more, by number. */
    private Map<String, OrderInSage> orders(Set<String> numbers, Map<String, Map<String, SageDespatches.There>> there) {
        Set<String> asked = numbers.stream().map(ShipmentNumber::order).collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = book.known(EnumSet.of(Kind.MISSING_IN_SAGE, Kind.STOPPED_IN_SAGE)).stream()
                .map(known -> known.key().sourceKey())
                .collect(Collectors.toSet());
        Map<String, OrderInSage> orders = new TreeMap<>();
        posted.newest(PostingKind.ORDER, asked).forEach((number, posting) -> {
            SageDespatches.There found =
                    there.getOrDefault(posting.key().company(), Map.of()).get(number);
            boolean isGone = posting.state() == PostingState.POSTED
                    && found != null
                    && found.orders().stream().allMatch(OpenOrder::isCancelled);
            if (isGone) {
                orders.put(number, told.contains(number) ? OrderInSage.GONE_AND_TOLD : OrderInSage.GONE);
            }
        });
        return orders;
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
            Posting posting = sides.postings().get(number);
            DespatchRow row = posting != null && InvoicedShipments.is(posting)
                    ? invoiced(posting, inCentra, told, sides, settings)
                    : row(number, inCentra, received.contains(number), told, sides, settings);
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
        List<SageDespatches.There> about = sides.about(company, number);
        List<Despatch> despatches = about.stream()
                .flatMap(found -> found.despatches().stream())
                .filter(each -> each.isOf(number))
                .sorted(Comparator.comparing(Despatch::number))
                .toList();
        String difference = DespatchJudge.difference(
                planned(posting),
                despatches,
                about.stream().flatMap(found -> found.orders().stream()).toList());
        Standing standing = DespatchJudge.judge(new DespatchJudge.Known(
                inCentra,
                completed != null && settings.isDue(completed.shippedAt(), now),
                completed != null
                        && completed.shippedAt().plus(settings.despatchLimit()).isBefore(now),
                received,
                posting,
                posting != null && told.contains(posting.id()),
                sides.orders().getOrDefault(ShipmentNumber.order(number), OrderInSage.THERE_OR_NOT_POSTED),
                despatches.size(),
                sides.there(company, number).isPresent(),
                difference));
        return new DespatchRow(
                number,
                company,
                value(completed, posting),
                inCentra,
                despatches.isEmpty()
                        ? null
                        : despatches.stream().map(Despatch::number).collect(Collectors.joining(" and ")),
                posting,
                standing,
                difference);
    }

    private DespatchRow invoiced(
            Posting posting, boolean inCentra, Set<Long> told, Sides sides, CompletenessSettings settings) {
        String number = posting.key().sourceKey();
        Completed completed = sides.completed().get(number);
        Optional<LedgerEntry> entry = sides.invoiced().of(posting);
        String difference =
                entry.map(there -> InvoicedShipments.difference(posting, there)).orElse("");
        Standing standing = DespatchJudge.judge(new DespatchJudge.Known(
                inCentra,
                completed != null,
                completed != null
                        && completed.shippedAt().plus(settings.despatchLimit()).isBefore(clock.instant()),
                true,
                posting,
                told.contains(posting.id()),
                OrderInSage.THERE_OR_NOT_POSTED,
                entry.isPresent() ? 1 : 0,
                sides.invoiced().isReadable(posting),
                difference));
        return new DespatchRow(
                number,
                posting.key().company(),
                value(completed, posting),
                inCentra,
                entry.map(LedgerEntry::urn).orElse(null),
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
