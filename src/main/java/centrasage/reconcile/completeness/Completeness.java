package centrasage.reconcile.completeness;

import centrasage.desk.Drift;
import centrasage.desk.DriftBook;
import centrasage.desk.DriftBook.Known;
import centrasage.flow.OrderName;
import centrasage.flow.ParameterRefused;
import centrasage.flow.PaymentNumber;
import centrasage.flow.ReturnNumber;
import centrasage.flow.ShipmentNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.reconcile.entries.LedgerOfDays;
import centrasage.reconcile.received.MoneyReceived;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Holds both systems against each other on some days. Writes nothing to either. */
@ApplicationScoped
public class Completeness {
    private static final String CENTRA = "Centra";

    private OrdersOfDays orders;
    private DespatchesOfDays despatches;
    private LedgerOfDays ledger;
    private MoneyReceived money;
    private Staging staging;
    private DriftBook book;
    private CompletenessSettings settings;

    @SuppressWarnings("NullAway.Init")
    Completeness() {}

    @Inject
    Completeness(
            OrdersOfDays orders,
            DespatchesOfDays despatches,
            LedgerOfDays ledger,
            MoneyReceived money,
            Staging staging,
            DriftBook book,
            Config config) {
        this(orders, despatches, ledger, money, staging, book, CompletenessSettings.of(config));
    }

    Completeness(
            OrdersOfDays orders,
            DespatchesOfDays despatches,
            LedgerOfDays ledger,
            MoneyReceived money,
            Staging staging,
            DriftBook book,
            CompletenessSettings settings) {
        this.orders = orders;
        this.despatches = despatches;
        this.ledger = ledger;
        this.money = money;
        this.staging = staging;
        this.book = book;
        this.settings = settings;
    }

    CompletenessSettings settings() {
        return settings;
    }

    /**
     * The days of a run: those of each night, or those that are asked for.
     *
     * @throws ParameterRefused with the parameter, its value and the remedy
     */
    public Days days(@Nullable String from, @Nullable String to, Clock clock) throws ParameterRefused {
        return AskedDays.of(from, to, settings.today(clock)).within(settings, clock);
    }

    /** How both sides stand on a day now. Nobody is told, and nothing is staged. */
    public Report day(LocalDate day) {
        Days days = new Days(day, day, settings.zone());
        Map<String, String> silent = new TreeMap<>();
        return new Report(
                days,
                orders(days, Set.of(), silent).map(OrdersOfDays.Found::rows).orElse(List.of()),
                despatches(days, Set.of(), silent)
                        .map(DespatchesOfDays.Found::rows)
                        .orElse(List.of()),
                ledger.day(day, silent),
                Map.of(),
                named(silent));
    }

    /** The same of some days, with what people were told before: what never arrived is staged, people are told, what is over is closed. */
    Report reconcile(Days days) {
        Instant readAt = staging.readingBegins();
        List<Known> known = book.known(FindingWords.KINDS);
        Map<String, String> silent = new TreeMap<>();
        Optional<OrdersOfDays.Found> foundOrders = orders(days, numbers(known, false), silent);
        Optional<DespatchesOfDays.Found> foundDespatches = despatches(days, numbers(known, true), silent);
        foundOrders.ifPresent(found -> stage(
                OrderName.DOCUMENT,
                found.missed().stream().map(CentraDays.Made::received).toList(),
                readAt));
        foundDespatches.ifPresent(found -> stage(
                DespatchesOfDays.SHIPMENT,
                found.missed().stream().map(CentraDays.Completed::received).toList(),
                readAt));
        Optional<MoneyReceived.Found> foundMoney = money(days, foundOrders, foundDespatches, silent);
        foundMoney.ifPresent(found -> {
            stage(PaymentNumber.DOCUMENT, found.payments(), readAt);
            stage(ReturnNumber.DOCUMENT, found.returns(), readAt);
        });
        List<OrderRow> orderRows = foundOrders.map(OrdersOfDays.Found::rows).orElse(List.of());
        List<DespatchRow> despatchRows =
                foundDespatches.map(DespatchesOfDays.Found::rows).orElse(List.of());
        tell(known, orderRows, despatchRows);
        foundMoney.ifPresent(found -> book.write(found.missed(), List.of(), money.over(known, found), List.of()));
        Map<String, Long> counted = ledger.reconcile(days.first(), days.last(), silent);
        return new Report(days, orderRows, despatchRows, List.of(), counted, named(silent));
    }

    /** A shipment's number has a dash, and an order's has none. */
    private static Set<String> numbers(List<Known> known, boolean shipments) {
        return known.stream()
                .map(each -> each.key().sourceKey())
                .filter(number -> !MoneyReceived.is(number) && number.contains("-") == shipments)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void stage(String kind, List<Received> missed, Instant readAt) {
        if (!missed.isEmpty()) {
            staging.stage(kind, missed, readAt);
        }
    }

    /** What was judged and is not found again is over; what could not be judged stays as it is. */
    private void tell(List<Known> known, List<OrderRow> orderRows, List<DespatchRow> despatchRows) {
        List<Drift> found = new ArrayList<>();
        orderRows.forEach(row -> FindingWords.of(row).ifPresent(found::add));
        despatchRows.forEach(row -> FindingWords.of(row).ifPresent(found::add));
        Map<String, Standing> judged = new TreeMap<>();
        orderRows.forEach(row -> judged.put(row.number(), row.standing()));
        despatchRows.forEach(row -> judged.put(row.number(), row.standing()));
        List<Known> over = known.stream()
                .filter(each -> isOver(each, judged.get(each.key().sourceKey()), found))
                .toList();
        book.write(found, List.of(), over, List.of());
    }

    private static boolean isOver(Known known, @Nullable Standing standing, List<Drift> found) {
        boolean isJudged = standing != null && standing != Standing.UNKNOWN;
        return isJudged
                && found.stream()
                        .noneMatch(drift -> drift.kind() == known.kind()
                                && drift.key().sourceKey().equals(known.key().sourceKey()));
    }

    private Optional<OrdersOfDays.Found> orders(Days days, Set<String> besides, Map<String, String> silent) {
        try {
            return Optional.of(orders.look(days, besides, settings, silent));
        } catch (TargetUnavailable e) {
            silent.put(CENTRA, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<DespatchesOfDays.Found> despatches(Days days, Set<String> besides, Map<String, String> silent) {
        try {
            return Optional.of(despatches.look(days, besides, settings, silent));
        } catch (TargetUnavailable e) {
            silent.put(CENTRA, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Of the orders of these days, of those of their shipments, and all returns of these days. */
    private Optional<MoneyReceived.Found> money(
            Days days,
            Optional<OrdersOfDays.Found> orders,
            Optional<DespatchesOfDays.Found> despatches,
            Map<String, String> silent) {
        Set<String> numbers = new TreeSet<>();
        orders.ifPresent(found -> found.rows().forEach(row -> numbers.add(row.number())));
        despatches.ifPresent(found -> found.rows().forEach(row -> numbers.add(ShipmentNumber.order(row.number()))));
        try {
            return Optional.of(money.look(
                    new MoneyReceived.Asked(days.begin(), days.end(), numbers, settings.company()), settings::isOurs));
        } catch (TargetUnavailable e) {
            silent.put(CENTRA, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Map<String, String> named(Map<String, String> silent) {
        Map<String, String> named = new TreeMap<>();
        silent.forEach(
                (name, why) -> named.put(name.equals(CENTRA) ? CENTRA : "company " + name + " of Sage 200", why));
        return named;
    }
}
