package centrasage.reconcile.entries;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.DeskBeans;
import centrasage.desk.DriftBook;
import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Target;
import centrasage.money.Money;
import centrasage.payments.post.GiftCardTarget;
import centrasage.payments.post.ReceiptTarget;
import centrasage.payments.post.RefundTarget;
import centrasage.reconcile.open.OpenItemsBeans;
import centrasage.refunds.post.CreditNoteTarget;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocument.NominalShare;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.posting.Lane;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sales ledger and the banks of the Sage simulator, what was posted to them, and the look that holds both against each other. */
public final class LedgerWorld implements AutoCloseable {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final String COMPANY = "33";
    private static final String ACCOUNT = "CENTGBP1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SageSimulator sage;
    private final JpaWorld store = new JpaWorld(StoreContract.SETTLE);
    private final OpenItems items = store.transactions().bean(OpenItems.class, store.entities());
    private final DriftBook book = DeskBeans.book(store);
    private final Desk desk = DeskBeans.desk(store);
    private long entries = 100;

    public LedgerWorld() {
        try {
            sage = SageSimulator.start(0, 7);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sage.close();
    }

    public JpaWorld store() {
        return store;
    }

    public OpenItems items() {
        return items;
    }

    // ---- what is posted -------------------------------------------------------------------------------------------

    public Posting receipt(String order, String amount) {
        return receipt(order, Money.of(amount, "GBP"));
    }

    /** To the account and the bank of its currency. */
    public Posting receipt(String order, Money value) {
        return money(EntryKind.RECEIPT, order, value);
    }

    public Posting refund(String order, String amount) {
        return money(EntryKind.PAYMENT, order, Money.of(amount, "GBP"));
    }

    private Posting money(EntryKind kind, String order, Money value) {
        long entry = ++entries;
        MoneyEntry money = new MoneyEntry(
                kind,
                COMPANY,
                "CENT" + value.currency() + "1",
                "ADY" + value.currency(),
                "C" + order,
                entry + "-PSP",
                DAY,
                value);
        PostingKind posted = kind == EntryKind.RECEIPT ? PostingKind.RECEIPT : PostingKind.CUSTOMER_REFUND;
        return post(posted, order + "/P" + entry, money.value(), MoneyEntryJson.write(money), kind);
    }

    public Posting creditNote(String order, String amount) {
        long entry = ++entries;
        Money value = Money.of(amount, "GBP");
        SalesDocument document = new SalesDocument(
                EntryKind.CREDIT_NOTE,
                COMPANY,
                ACCOUNT,
                "C" + order,
                "R" + entry,
                DAY,
                value,
                List.of(new TaxShare(2, value.amount(), BigDecimal.ZERO)),
                List.of(new NominalShare("4000/WEB/UK", value.amount())));
        return post(
                PostingKind.CREDIT_NOTE,
                order + "/R" + entry,
                value,
                SalesDocumentJson.write(document),
                EntryKind.CREDIT_NOTE);
    }

    public Posting giftCard(String order, String amount) {
        long entry = ++entries;
        BankEntry spent = new BankEntry(
                BankEntry.Way.PAYMENT,
                COMPANY,
                "GIFTGBP",
                "C" + order,
                "G-" + entry,
                DAY,
                Money.of(amount, "GBP"),
                "2300",
                90,
                "Gift card");
        return post(PostingKind.GIFT_CARD, order + "/P" + entry, spent.value(), BankEntryJson.write(spent), null);
    }

    private Posting post(PostingKind kind, String sourceKey, Money value, String document, @Nullable EntryKind entry) {
        PostingKey key = new PostingKey(COMPANY, kind, sourceKey);
        String object = COMPANY + "/C" + sourceKey.substring(0, sourceKey.indexOf('/'));
        Command command = new Command(key, object, value, null, DAY, "content", document);
        store.record(new Planned(
                key, object, new DocumentVersion("source", sourceKey, 1), value, DAY, new Plan.Post(command)));
        lane().post("a", () -> false);
        Posting posting = store.posting(key).orElseThrow();
        assertThat(posting.state()).as("%s", posting.reasons()).isEqualTo(PostingState.POSTED);
        if (entry != null) {
            items.add(new OpenItem(COMPANY, object, entry.name(), number(posting), DAY, value));
        }
        return posting;
    }

    private Lane lane() {
        SageClients clients = clients();
        Map<PostingKind, Target> targets = Map.of(
                PostingKind.RECEIPT,
                new ReceiptTarget(clients.ledger(), clients.sites(), clients.banks(), clients.dates()),
                PostingKind.CUSTOMER_REFUND,
                new RefundTarget(clients.ledger(), clients.sites(), clients.banks(), clients.dates()),
                PostingKind.CREDIT_NOTE,
                new CreditNoteTarget(clients.ledger(), clients.returns(), clients.sites(), clients.dates()),
                PostingKind.GIFT_CARD,
                new GiftCardTarget(clients.cashBook(), clients.sites(), clients.banks(), clients.dates()));
        return new Lane(store.store(), targets, Plans.patience(Duration.ofSeconds(15)), name -> {});
    }

    public SageClients clients() {
        return new SageClients(sage.baseUrl().toString());
    }

    /** Sage's number of it. */
    public static String number(Posting posting) {
        return Objects.requireNonNull(posting.targetNumber());
    }

    // ---- Sage, and what its users do ------------------------------------------------------------------------------

    /** An invoice that Sage's people have posted, and that is known here. */
    public String invoice(String order, String amount) {
        String urn = freeText(amount);
        items.add(new OpenItem(COMPANY, COMPANY + "/C" + order, "INVOICE", urn, DAY, Money.of(amount, "GBP")));
        return urn;
    }

    /** A credit note that Sage's people have posted of a sales return, and that is known here. */
    public String creditOfSalesReturn(String order, String amount) {
        String urn = document("sales_credit_notes", amount);
        items.add(new OpenItem(COMPANY, COMPANY + "/C" + order, "CREDIT_NOTE", urn, DAY, Money.of(amount, "GBP")));
        return urn;
    }

    /** An invoice on the account that has nothing to do with an order of ours. */
    public String freeText(String amount) {
        return document("sales_invoices", amount);
    }

    private String document(String path, String amount) {
        ObjectNode body = Json.object()
                .put("customer_id", customer())
                .put("transaction_date", DAY + "T00:00:00")
                .put("reference", "INV")
                .put("document_goods_value", new BigDecimal(amount))
                .put("document_tax_value", 0);
        return call("POST", path, body.toString()).path("urn").asText();
    }

    /** The only posting of an order. */
    public Posting posting(String order) {
        return store.postings().ofObjects(List.of(COMPANY + "/C" + order)).get(0);
    }

    /** A receipt, by hand and with both its references. */
    public void enterAgain(Posting receipt) {
        MoneyEntry money = MoneyEntryJson.read(
                store.postedDocuments().command(receipt.id()).orElseThrow().document());
        long bank = call("GET", "banks?$filter=code%20eq%20'ADYGBP'", "")
                .get(0)
                .path("id")
                .asLong();
        assertThat(clients().ledger().post(money, customer(), bank)).isInstanceOf(Outcome.Posted.class);
    }

    public void allocate(String amount, String... urns) {
        ObjectNode body = Json.object().put("customer_id", customer()).put("allocation_date", DAY + "T00:00:00");
        ArrayNode lines = body.putArray("allocation_lines");
        for (String urn : urns) {
            lines.addObject()
                    .put("posted_tran_id", row(urn).path("id").asLong())
                    .put("value_to_allocate", new BigDecimal(amount));
        }
        call("POST", "sales_allocations", body.toString());
    }

    /** As Sage shows it after somebody has undone what was allocated of it. */
    public void undo(String urn) {
        JsonNode row = row(urn);
        set(urn, "document_outstanding_value", row.path("document_gross_value").decimalValue());
    }

    public void set(String urn, String field, BigDecimal value) {
        ObjectNode body = Json.object();
        body.putObject("set").put(field, value);
        call("PUT", "control/ledger/" + row(urn).path("id").asLong(), body.toString());
    }

    public void delete(String urn) {
        call("DELETE", "control/ledger/" + row(urn).path("id").asLong(), "");
    }

    public void copy(String urn) {
        call("POST", "control/ledger/" + row(urn).path("id").asLong() + "/copy", "{}");
    }

    public void control(String path, String body) {
        call("POST", "control/" + path, body);
    }

    private JsonNode row(String urn) {
        return call("GET", "sales_posted_transactions?$filter=urn%20eq%20" + urn, "")
                .get(0);
    }

    private long customer() {
        return call("GET", "customers?$filter=reference%20eq%20'" + ACCOUNT + "'", "")
                .get(0)
                .path("id")
                .asLong();
    }

    private JsonNode call(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/" + path))
                    .header("X-Site", "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41")
                    .header("X-Company", COMPANY)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
            return Json.parse(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- what comes of it -----------------------------------------------------------------------------------------

    public LedgerOfDays look() {
        return look(clients());
    }

    public LedgerOfDays look(SageClients clients) {
        return new LedgerOfDays(
                new EntriesOfDays(store.postedDocuments(), new SageEntries(clients.ledger(), clients.cashBook()), book),
                OpenItemsBeans.of(store, items, book, clients),
                store.postedDocuments(),
                book,
                DeskBeans.overdue(store));
    }

    /** One night; what it counted. */
    public Map<String, Long> reconcile() {
        return reconcile(DAY);
    }

    public Map<String, Long> reconcile(LocalDate day) {
        Map<String, String> silent = new TreeMap<>();
        Map<String, Long> counted = look().reconcile(day, day, silent);
        assertThat(silent).isEmpty();
        return counted;
    }

    public List<BusinessException> open() {
        return desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, null), 0, 100);
    }

    public Desk desk() {
        return desk;
    }

    public List<String> told() {
        return open().stream().map(each -> each.kind() + " " + each.sourceKey()).toList();
    }
}
