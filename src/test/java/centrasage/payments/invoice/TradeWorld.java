package centrasage.payments.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.ReturnNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.InvoiceSeen;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.ledger.AllocationsDue;
import centrasage.sync.ledger.CreditedReturns;
import centrasage.sync.ledger.Invoices;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders that were posted to the Sage simulator and are known to the store, and the people who despatch and invoice them there. */
public final class TradeWorld implements AutoCloseable {
    public static final String COMPANY = "33";
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** Two tees at 10.00 and carriage of 4.99, without VAT; with it 29.99, and a penny of rounding. */
    public static final Money TOTAL = Money.of("30.00", "GBP");

    private static final String SITE = "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41";
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> ids = new HashMap<>();
    private final SageSimulator sage;
    private final JpaWorld store = new JpaWorld(StoreContract.SETTLE);
    private final Heard<InvoiceSeen> news = new Heard<>();
    private @Nullable Site site;

    public TradeWorld() {
        this("{'pricesTaxInclusive': false}");
    }

    /** @param options of the site, with ' for " */
    public TradeWorld(String options) {
        try {
            sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse(options.replace('\'', '"')));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        control("POST", "products", "[{'code': 'DEMO-TEE', 'freeStock': 5000}]");
    }

    @Override
    public void close() {
        sage.close();
    }

    public SageSimulator sage() {
        return sage;
    }

    public JpaWorld store() {
        return store;
    }

    public SageClients clients() {
        return new SageClients(sage.baseUrl().toString());
    }

    public Invoices invoices() {
        return store.transactions().bean(Invoices.class, store.entities(), store.time(), store.audit(), news);
    }

    public OpenItems openItems() {
        return store.transactions().bean(OpenItems.class, store.entities());
    }

    public AllocationsDue allocationsDue() {
        return store.transactions().bean(AllocationsDue.class, store.entities());
    }

    public CreditedReturns creditedReturns() {
        return store.transactions().bean(CreditedReturns.class, openItems(), allocationsDue(), store.audit());
    }

    /** What was told of invoices, in the order of the telling. */
    public List<InvoiceSeen> news() {
        return news.events();
    }

    /** Posted to Sage, and known to be. */
    public void post(String number) {
        post(number, DAY);
    }

    public void post(String number, LocalDate day) {
        PostingKey key = plan(number, day);
        Posted posted = enter(order(number, day));
        for (Claimed claimed : store.store().claim(Purpose.POST, "a", LEASE, 20)) {
            if (claimed.command().key().equals(key)) {
                store.store().intend(claimed, LEASE, "nothing found");
                store.store().conclude(claimed, posted, Duration.ZERO);
            }
            store.store().release(claimed);
        }
    }

    /** On its way to Sage, and not there yet. */
    public PostingKey plan(String number, LocalDate day) {
        NewSalesOrder order = order(number, day);
        PostingKey key = new PostingKey(COMPANY, PostingKind.ORDER, number);
        Command command = new Command(
                key, COMPANY + "/C" + number, order.total(), order.vat(), day, "content", SalesOrderJson.write(order));
        store.record(new Planned(
                key,
                command.object(),
                new DocumentVersion("order", number, 1),
                TOTAL,
                day,
                new Plan.Post(command),
                "content"));
        return key;
    }

    /** Money that Centra took, or gave back, for an order: its receipt or payment is planned. */
    public void money(PostingKind kind, String number, int entry, String amount, LocalDate day) {
        PostingKey key = new PostingKey(COMPANY, kind, number + "/P" + entry);
        Money value = Money.of(amount, "GBP");
        Command command = new Command(key, COMPANY + "/C" + number, value, null, day, "content", "{}");
        store.record(new Planned(
                key,
                command.object(),
                new DocumentVersion("payments", number, 1),
                value,
                day,
                new Plan.Post(command),
                "content"));
    }

    /** All of the order came back, and is a sales return in Sage, known to be there. */
    public void comeBack(String number, long id, LocalDate day) {
        PostingKey key = new PostingKey(COMPANY, PostingKind.CREDIT_NOTE, ReturnNumber.of(Long.parseLong(number), id));
        NewSalesOrder made = named(order(number, day), ReturnNumber.name(key.sourceKey()));
        Command command = new Command(
                key, COMPANY + "/C" + number, made.total(), made.vat(), day, "content", SalesReturnJson.write(made));
        store.record(new Planned(
                key,
                command.object(),
                new DocumentVersion("return", key.sourceKey(), 1),
                TOTAL,
                day,
                new Plan.Post(command),
                "content"));
        enterReturn(made);
    }

    /** A sales return that a person enters in Sage, under whatever name. */
    public void enterReturn(String name) {
        enterReturn(named(order("1", DAY), name));
    }

    private void enterReturn(NewSalesOrder made) {
        try {
            assertThat(clients().returns().post(made, clients().sites().read(COMPANY)))
                    .isInstanceOf(Posted.class);
        } catch (TargetUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private static NewSalesOrder named(NewSalesOrder order, String name) {
        return new NewSalesOrder(
                order.company(),
                order.customer(),
                name,
                order.documentDate(),
                order.deliveryAddress(),
                order.fields(),
                order.lines(),
                order.total(),
                order.vat());
    }

    /** In Sage alone, under whatever name. */
    public void enter(String name) {
        enter(order(name.substring(1), DAY));
    }

    private Posted enter(NewSalesOrder order) {
        try {
            Outcome outcome = clients().orders().post(order, clients().sites().read(COMPANY));
            assertThat(outcome).isInstanceOf(Posted.class);
            Posted posted = (Posted) outcome;
            ids.put(
                    order.customerDocumentNo().substring(1),
                    Long.parseLong(posted.document().id()));
            return posted;
        } catch (TargetUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private Site site() throws TargetUnavailable {
        Site known = site;
        if (known == null) {
            known = clients().sites().read(COMPANY);
            site = known;
        }
        return known;
    }

    private static NewSalesOrder order(String number, LocalDate day) {
        return new NewSalesOrder(
                COMPANY,
                "CENTGBP1",
                "C" + number,
                day,
                new DeliveryAddress(
                        "Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1 1AA", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(
                        line(LineType.STANDARD, "DEMO-TEE", "WEB", "2", "10.00000", 1),
                        line(LineType.CHARGE, "CARRIAGE", null, "1", "4.99", 1),
                        line(LineType.CHARGE, "ROUNDING", null, "1", "0.01", 91)),
                TOTAL,
                Money.of("5.00", "GBP"));
    }

    private static Line line(
            LineType type, String code, @Nullable String warehouse, String quantity, String price, int taxCode) {
        return new Line(
                type,
                code,
                null,
                warehouse,
                new BigDecimal(quantity),
                BigDecimal.ZERO,
                new BigDecimal(price),
                taxCode,
                type == LineType.CHARGE ? "4905" : null,
                Map.of());
    }

    public long id(String number) {
        return ids.getOrDefault(number, -1L);
    }

    /** So many tees of the order leave the warehouse. */
    public void despatch(String number, int tees, LocalDate day) {
        control("POST", "orders/" + id(number) + "/allocate", "{}");
        control(
                "POST",
                "despatches",
                "{'order': " + id(number) + ", 'lines': [{'line': 1, 'quantity': " + tees + "}], 'date': '" + day
                        + "T00:00:00'}");
    }

    /** What can be invoiced is printed and posted. */
    public JsonNode invoice(String number, LocalDate day) {
        return control("POST", "orders/" + id(number) + "/invoice", "{'post': true, 'date': '" + day + "'}");
    }

    /** What can be invoiced is printed, and not posted. */
    public JsonNode print(String number, LocalDate day) {
        return control("POST", "orders/" + id(number) + "/invoice", "{'post': false, 'date': '" + day + "'}");
    }

    /** A free-text invoice of 12.00, entered in the sales ledger itself. */
    public void freeText(String reference, String secondReference) throws TargetUnavailable {
        long customer =
                Objects.requireNonNull(site().customers().get("CENTGBP1")).id();
        long tax = Objects.requireNonNull(site().taxCodes().get(1)).id();
        String body = "{'customer_id': " + customer + ", 'document_goods_value': 10.00, 'document_tax_value': 2.00,"
                + " 'transaction_date': '" + DAY + "T00:00:00', 'reference': '" + reference
                + "', 'second_reference': '" + secondReference + "', 'tax_analysis_items': [{'id': " + tax
                + ", 'goods_amount': 10.00, 'tax_amount': 2.00}], 'nominal_analysis_items': [{'code': '4000',"
                + " 'cost_centre': 'WEB', 'department': 'UK', 'value': 10.00}]}";
        call("POST", "sales_invoices", body);
    }

    public void archive(String number) {
        control("POST", "orders/" + id(number) + "/archive", "{}");
    }

    /** @param body with ' for " */
    public JsonNode control(String method, String path, String body) {
        return call(method, "control/" + path, body);
    }

    private JsonNode call(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(sage.baseUrl().toString().replaceAll("/+$", "") + "/" + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                    .header("Content-Type", "application/json")
                    .header("X-Site", SITE)
                    .header("X-Company", COMPANY)
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
            return Json.parse(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
