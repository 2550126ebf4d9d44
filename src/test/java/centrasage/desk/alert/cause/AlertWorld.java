package centrasage.desk.alert.cause;

import centrasage.desk.BusinessException;
import centrasage.desk.Changes;
import centrasage.desk.Desk;
import centrasage.desk.DeskBeans;
import centrasage.desk.WatchBook;
import centrasage.desk.alert.channel.Channels;
import centrasage.desk.alert.channel.HookServer;
import centrasage.desk.alert.outbox.ChannelState;
import centrasage.desk.alert.outbox.Outbox;
import centrasage.desk.alert.outbox.Postman;
import centrasage.desk.alert.rule.AlertRules;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.posting.Planned;
import centrasage.sync.runs.Node;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desk with alerts on the store in H2, and two chats that take them; the time stands still until a test moves it. */
public final class AlertWorld implements AutoCloseable {
    public static final Reason UNKNOWN_SKU =
            new Reason("UNKNOWN_SKU", Owner.FINANCE, "SKU TD-1 is not a product", "Create the product");

    public final JpaWorld store = new JpaWorld(Duration.ofMinutes(10));
    public final Map<String, String> settings = new HashMap<>();
    public final HookServer ops;
    public final HookServer boss;
    public final Outbox outbox;
    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Desk desk;
    private final WatchBook watches;

    public AlertWorld() throws IOException {
        ops = new HookServer();
        boss = new HookServer();
        DeskBeans.book(store);
        desk = DeskBeans.desk(store);
        watches = DeskBeans.watch(store);
        outbox = store.transactions().bean(Outbox.class, store.entities());
        settings.put("alerts.rules", "ops");
        settings.put("alerts.rule.ops.to", "webhook:ops");
        settings.put("alerts.rule.ops.severity", "low");
        settings.put("alerts.webhook.ops.url", ops.url());
        settings.put("alerts.webhook.ops.shape", "slack");
        settings.put("alerts.webhook.boss.url", boss.url());
    }

    /** The same process each time: what it holds is its own. */
    public Node node(int port) {
        return nodes.computeIfAbsent(port, each -> new Node("127.0.0.1", each));
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return store.clock().now();
            }
        };
    }

    public AlertRules rules() {
        return new AlertRules(key -> Optional.ofNullable(settings.get(key)));
    }

    /** As another node, or this one after its start: everything is read from the store. */
    AlertWatch watch(int port) {
        Changes changes = DeskBeans.changes(store);
        return new AlertWatch(
                changes,
                store.transactions().bean(CauseBook.class, store.entities(), changes),
                store.transactions()
                        .bean(
                                AlertBook.class,
                                store.entities(),
                                desk,
                                rules(),
                                outbox,
                                new ConsoleLink("https://c.example/")),
                store.store(),
                node(port),
                clock());
    }

    public Postman postman(int port) {
        return new Postman(
                outbox,
                new Channels(key -> Optional.ofNullable(settings.get(key)), clock()),
                watches,
                store.store(),
                node(port),
                clock());
    }

    /** All that happens by the clock, once, on a node that has just begun. */
    void lookAndSend() {
        watch(1).perform(() -> false);
        postman(1).perform(() -> false);
    }

    void wait(Duration length) {
        store.clock().advance(length);
    }

    public void hold(String number, Reason reason) {
        PostingKey key = new PostingKey("33", PostingKind.ORDER, number);
        store.record(new Planned(
                key,
                "33/C" + number,
                new DocumentVersion("order", number, 1),
                Money.of("120.00", "GBP"),
                LocalDate.of(2026, 11, 23),
                new Plan.Hold(List.of(reason)),
                "content of " + number));
    }

    /** So many of one cause, each told alone, as it is where no circuit gathers them. */
    void holdMany(int from, int to) {
        for (int number = from; number <= to; number++) {
            store.database()
                    .execute(
                            "INSERT INTO business_exception (id, cause, kind, severity, owner, state, company,"
                                    + " source_key, amount, currency, headline, reasons, opened_at, changed_at,"
                                    + " cause_gone, revision) SELECT ?, ?, 'HELD', severity, owner, state, company, ?,"
                                    + " amount, currency, ?, reasons, opened_at, ?, cause_gone, 1 FROM business_exception"
                                    + " WHERE source_key = '1'",
                            1_000_000 + number,
                            "posting/" + (1_000_000 + number),
                            String.valueOf(number),
                            "Order " + number + " cannot be posted: SKU TD-1 is not a product",
                            LocalDateTime.ofInstant(store.clock().now(), ZoneOffset.UTC));
        }
    }

    void stands(String subject, Severity severity) {
        watches.stands(
                BusinessException.Kind.FEED_SILENT,
                subject,
                severity,
                new Reason("FEED_SILENT", Owner.OPERATIONS, subject + " is silent since jo@brand.com left", "Look"));
    }

    void over(String subject) {
        watches.over(BusinessException.Kind.FEED_SILENT, subject, "it is well");
    }

    List<BusinessException> open() {
        return desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 5000);
    }

    List<String> titles() {
        return store.database().column("SELECT title FROM alert_message ORDER BY id");
    }

    List<String> states() {
        return store.database().column("SELECT state FROM alert_message ORDER BY id");
    }

    ChannelState channel(String name) {
        return outbox.state(name);
    }

    @Override
    public void close() {
        ops.close();
        boss.close();
    }
}
