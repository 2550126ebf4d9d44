package centrasage.reconcile.completeness;

import centrasage.centra.Shipment;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.DeskBeans;
import centrasage.desk.Drift;
import centrasage.desk.DriftBook;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PaymentNumber;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.reconcile.entries.EntryRow;
import centrasage.reconcile.entries.LedgerOfDays;
import centrasage.reconcile.received.MoneyReceived;
import centrasage.sage200.Despatch;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewDespatchJson;
import centrasage.sage200.OpenOrder;
import centrasage.sage200.client.SageDespatches.There;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two systems that say what a test told them to say, and the real store and desk between them. */
final class CompletenessWorld {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final Money TOTAL = Money.of("120.00", "GBP");
    static final String COMPANY = "33";
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final JpaWorld store = new JpaWorld(Duration.ofMinutes(10));
    final DriftBook book = DeskBeans.book(store);
    final Desk desk = DeskBeans.desk(store);
    final FakeCentra centra = new FakeCentra();
    final FakeSage sage = new FakeSage();
    final FakeMoney money = new FakeMoney();
    Instant now = Instant.parse("2026-11-25T03:00:00Z");
    final Completeness completeness = completeness();

    private Completeness completeness() {
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        CompletenessSettings settings = new CompletenessSettings(
                COMPANY, Period.ofDays(3), Duration.ofHours(24), OrdersFrom.THE_BEGINNING, ZoneOffset.UTC, true);
        OrdersOfDays orders = new OrdersOfDays(centra, sage, store.postedDocuments(), store.staging(), book, clock);
        DespatchesOfDays despatches =
                new DespatchesOfDays(centra, sage, store.postedDocuments(), store.staging(), book, clock);
        return new Completeness(orders, despatches, new NoLedger(), money, store.staging(), book, settings);
    }

    /** Nothing was posted to it. */
    static final class NoLedger extends LedgerOfDays {
        @Override
        public List<EntryRow> day(LocalDate day, Map<String, String> silent) {
            return List.of();
        }

        @Override
        public Map<String, Long> reconcile(LocalDate first, LocalDate last, Map<String, String> silent) {
            return Map.of();
        }
    }

    /** Of what was paid, this never arrived. */
    static final class FakeMoney extends MoneyReceived {
        Found missed = new Found(List.of(), List.of(), List.of());
        Set<String> asked = Set.of();

        @Override
        public Found look(Asked which, BiPredicate<Long, Instant> ours) {
            asked = which.orders();
            return missed;
        }

        @Override
        public List<DriftBook.Known> over(List<DriftBook.Known> known, Found found) {
            return missed.missed().isEmpty()
                    ? known.stream()
                            .filter(each -> MoneyReceived.is(each.key().sourceKey()))
                            .toList()
                    : List.of();
        }
    }

    /** What is made and completed in Centra, by number. */
    static final class FakeCentra extends CentraDays {
        final Map<String, Made> made = new TreeMap<>();
        final Map<String, Completed> completed = new TreeMap<>();
        final Set<String> ofOtherDays = new HashSet<>();

        @Nullable
        String silent;

        private void mustAnswer() throws TargetUnavailable {
            if (silent != null) {
                throw new TargetUnavailable(silent);
            }
        }

        @Override
        List<Made> orders(Days days) throws TargetUnavailable {
            mustAnswer();
            return made.values().stream()
                    .filter(order -> days.contain(order.madeAt()))
                    .toList();
        }

        @Override
        List<Completed> shipments(Days days) throws TargetUnavailable {
            mustAnswer();
            return completed.values().stream()
                    .filter(each -> days.contain(each.shippedAt()))
                    .toList();
        }

        @Override
        Set<String> having(Collection<String> numbers) {
            return numbers.stream()
                    .filter(number -> made.containsKey(number) || ofOtherDays.contains(number))
                    .collect(Collectors.toSet());
        }

        @Override
        Set<String> havingShipments(Collection<String> numbers) {
            return numbers.stream()
                    .filter(number -> completed.containsKey(number) || ofOtherDays.contains(number))
                    .collect(Collectors.toSet());
        }
    }

    /** What stands in Sage under our keys, by company and number. */
    static final class FakeSage extends SageDays {
        final Map<String, Map<String, Money>> totals = new HashMap<>();
        final Map<String, There> despatches = new HashMap<>();
        final Set<String> silent = new HashSet<>();

        private void mustAnswer(String company) throws TargetUnavailable {
            if (silent.contains(company)) {
                throw new TargetUnavailable("company " + company + " is being restored");
            }
        }

        @Override
        Map<String, Money> totals(String company, Days days) throws TargetUnavailable {
            mustAnswer(company);
            return new TreeMap<>(totals.getOrDefault(company, Map.of()));
        }

        @Override
        Map<String, Money> totals(String company, Collection<String> numbers) throws TargetUnavailable {
            mustAnswer(company);
            Map<String, Money> there = new TreeMap<>(totals.getOrDefault(company, Map.of()));
            there.keySet().retainAll(numbers);
            return there;
        }

        @Override
        Map<String, There> despatches(String company, Collection<String> orderNumbers) throws TargetUnavailable {
            mustAnswer(company);
            return orderNumbers.stream()
                    .collect(Collectors.toMap(
                            number -> number,
                            number -> despatches.getOrDefault(number, new There(List.of(), List.of()))));
        }
    }

    // ---- Centra ----------------------------------------------------------------------------------------------------

    void made(String number, Money total) {
        centra.made.put(
                number,
                new CentraDays.Made(
                        Long.parseLong(number),
                        total,
                        NOON,
                        new Received(number, "C" + number, NOON, "{\"n\":" + number + "}")));
    }

    void received(String number) {
        made(number, TOTAL);
        store.staging()
                .stage(
                        "order",
                        List.of(new Received(number, "C" + number, NOON, "{}")),
                        store.staging().readingBegins());
        planned("order");
    }

    /** What waits for a plan has got one. */
    void planned(String kind) {
        store.staging()
                .unplanned(kind, 0, 100)
                .forEach(staged -> store.transactions().inNew(() -> {
                    store.staging().planned(staged.id());
                    return true;
                }));
    }

    void completed(String number) {
        long order = Long.parseLong(number.substring(0, number.indexOf('-')));
        Shipment shipment = new Shipment(
                1,
                number,
                order,
                NOON,
                true,
                NOON,
                new Shipment.Tracking("DHL", "", "T1"),
                false,
                1,
                new BigDecimal("50.00"),
                "GBP",
                List.of(),
                List.of());
        centra.completed.put(
                number,
                new CentraDays.Completed(
                        number, order, shipment, new Received(number, "C" + order, NOON, "{\"s\":1}")));
    }

    // ---- here ------------------------------------------------------------------------------------------------------

    void plan(PostingKey key, String object, Plan plan) {
        store.record(new Planned(
                key,
                object,
                new DocumentVersion(key.kind() == PostingKind.ORDER ? "order" : "shipment", key.sourceKey(), 1),
                TOTAL,
                DAY,
                plan,
                "content"));
    }

    static PostingKey order(String number) {
        return new PostingKey(COMPANY, PostingKind.ORDER, number);
    }

    static PostingKey despatch(String number) {
        return new PostingKey(COMPANY, PostingKind.DESPATCH, number);
    }

    void hold(String number) {
        plan(
                order(number),
                COMPANY + "/C" + number,
                new Plan.Hold(List.of(new Reason("NOT_PAID", Owner.CX, "It is not paid", "Ask"))));
    }

    void posted(String number) {
        postedTo(COMPANY, number);
    }

    void postedTo(String company, String number) {
        PostingKey key = new PostingKey(company, PostingKind.ORDER, number);
        String object = company + "/C" + number;
        plan(key, object, new Plan.Post(new Command(key, object, TOTAL, null, DAY, "content", "{}")));
        send(number);
    }

    /** Posted as a despatch of so many of one product. */
    void despatched(String number, int quantity) {
        planDespatch(number, quantity);
        send(number);
        inSage(number.substring(0, number.indexOf('-')), number, quantity);
    }

    void planDespatch(String number, int quantity) {
        String order = number.substring(0, number.indexOf('-'));
        NewDespatch what = new NewDespatch(
                COMPANY,
                "C" + order,
                number,
                DAY,
                List.of(new NewDespatch.Line("TEE", 0, BigDecimal.valueOf(quantity), "HOME")),
                new NewDespatch.Tracking("DHL", "T1"),
                1,
                TOTAL);
        PostingKey key = despatch(number);
        String object = COMPANY + "/C" + order;
        plan(
                key,
                object,
                new Plan.Post(
                        new Command(key, object, TOTAL, null, DAY, "content", NewDespatchJson.write(what)),
                        order(order)));
    }

    void inSage(String order, String notes, int quantity) {
        inSage(order, notes, quantity, 1);
    }

    /**
     * @param quantity as the view tells it
     * @param stockUnits how many of the stock's units are one of those in which it is sold
     */
    void inSage(String order, String notes, int quantity, int stockUnits) {
        BigDecimal ordered = BigDecimal.TEN;
        BigDecimal inStock = ordered.multiply(BigDecimal.valueOf(stockUnits));
        OpenOrder open = new OpenOrder(
                7,
                "0000007",
                "C" + order,
                "EnumDocumentStatusLive",
                false,
                List.of(new OpenOrder.Line(1, "TEE", ordered, BigDecimal.valueOf(quantity), inStock, null)));
        Despatch despatch = new Despatch(9, "D9", "anna", notes, "DHL", "T1", Map.of(1L, BigDecimal.valueOf(quantity)));
        sage.despatches.put(order, new There(List.of(open), List.of(despatch)));
    }

    /** One more despatch of this order, with a number of its own. */
    void inSageToo(String order, long id, String notes, int quantity) {
        There there = sage.despatches.getOrDefault(order, new There(List.of(), List.of()));
        List<Despatch> despatches = new ArrayList<>(there.despatches());
        despatches.add(
                new Despatch(id, "D" + id, "anna", notes, "DHL", "T1", Map.of(1L, BigDecimal.valueOf(quantity))));
        sage.despatches.put(order, new There(there.orders(), despatches));
    }

    /** As order-drift tells it. */
    void toldToBeMissing(String number) {
        book.write(
                List.of(new Drift(
                        BusinessException.Kind.MISSING_IN_SAGE,
                        null,
                        order(number),
                        TOTAL,
                        List.of(new Reason("MISSING_IN_SAGE", Owner.FINANCE, "It is gone", "Look")))),
                List.of(),
                List.of(),
                List.of());
    }

    private void send(String number) {
        for (Claimed claimed : store.store().claim(Purpose.POST, "a", LEASE, 20)) {
            store.store().intend(claimed, LEASE, "nothing found");
            store.store()
                    .conclude(
                            claimed,
                            new Outcome.Posted(new Document("7" + number, "0000" + number, TOTAL, null, NOON)),
                            Duration.ZERO);
            store.store().release(claimed);
        }
    }

    /** Posted, and in Sage as well. */
    void agrees(String number) {
        received(number);
        posted(number);
        sage.totals.computeIfAbsent(COMPANY, none -> new TreeMap<>()).put(number, TOTAL);
    }

    /** A capture that never arrived. */
    void captured(String order, long entry) {
        PostingKey key = new PostingKey(COMPANY, PostingKind.RECEIPT, PaymentNumber.of(order, entry));
        money.missed = new MoneyReceived.Found(
                List.of(new Drift(
                        BusinessException.Kind.NOT_COLLECTED,
                        null,
                        key,
                        TOTAL,
                        List.of(new Reason("NOT_COLLECTED", Owner.OPERATIONS, "It never arrived", "Nothing")))),
                List.of(new Received(order, "C" + order, NOON, "{\"paid\":1}")),
                List.of());
    }

    // ---- what comes of it ------------------------------------------------------------------------------------------

    Report reconcile() {
        return completeness.reconcile(new Days(DAY, DAY, ZoneOffset.UTC));
    }

    Map<String, Standing> standings() {
        Report report = completeness.day(DAY);
        Map<String, Standing> standings = new TreeMap<>();
        report.orders().forEach(row -> standings.put(row.number(), row.standing()));
        report.despatches().forEach(row -> standings.put(row.number(), row.standing()));
        return standings;
    }

    List<BusinessException> open() {
        return desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 100);
    }

    List<String> told() {
        return open().stream().map(each -> each.kind() + " " + each.sourceKey()).toList();
    }
}
