package centrasage.refunds.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.flow.event.InvoiceSeen;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.money.Money;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundRules.CreditWhen;
import centrasage.refunds.RefundRules.Dated;
import centrasage.refunds.RefundRules.ReturnCost;
import centrasage.refunds.RefundRules.WithoutReturnVat;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.dates.ClosedPeriod;
import centrasage.sync.dates.ClosedPeriodRules;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.ledger.Invoices;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.plans.DatedPlans;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One order in the books of a store and of a Sage simulator, of which returns and refunds are planned as the job does it. */
abstract class OrderInBooks {
    protected final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    protected final DocumentDates dates =
            world.transactions().bean(DocumentDates.class, world.entities(), world.audit());
    protected final SageSimulator sage;
    protected ClosedPeriod closedPeriod = ClosedPeriod.HOLD;

    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    private final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));
    private final Heard<InvoiceSeen> seen = new Heard<>();
    protected final Invoices invoices =
            world.transactions().bean(Invoices.class, world.entities(), world.time(), world.audit(), seen);

    protected OrderInBooks() {
        try {
            sage = SageSimulator.start(0, 7);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void map() throws MappingFaults {
        new MappingSeed(versions, texts, "docs/example-mappings").begin();
        world.pass(Duration.ofDays(5));
    }

    @AfterEach
    void stop() {
        sage.close();
    }

    protected SageClients clients() {
        return new SageClients(sage.baseUrl().toString());
    }

    protected PinnedMappings pinned() {
        PlanBasis basis = world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
        return new PinnedMappings(versions, world.transactions().bean(RunMappings.class, world.entities(), basis));
    }

    protected static RefundRules refundRules() {
        return new RefundRules(
                OrdersFrom.parse("2026-11-01"),
                ZoneId.of("Europe/Stockholm"),
                "33",
                CreditWhen.COMPLETED,
                Dated.ORDER_TOUCHED,
                ReturnCost.OFF_SALES,
                new BigDecimal("0.05"),
                Set.of("CAPTURE"),
                Optional.of(WithoutReturnVat.PROPORTIONAL));
    }

    protected ClosedPeriodRules rules() {
        return new ClosedPeriodRules(Map.of(PostingKind.CREDIT_NOTE, closedPeriod), ZoneId.of("Europe/Stockholm"));
    }

    protected DatedPlans dated(SageClients clients, Clock clock) {
        return new DatedPlans(clients.dates(), dates, rules(), clock);
    }

    protected void orderPosted() {
        NewSalesOrder order = new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C10234",
                LocalDate.of(2026, 11, 20),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(new Line(
                        LineType.STANDARD,
                        "SHIRT",
                        null,
                        "WEB",
                        new BigDecimal("2"),
                        BigDecimal.ZERO,
                        new BigDecimal("20"),
                        1,
                        null,
                        Map.of())),
                Money.of("48.00", "GBP"),
                Money.of("8.00", "GBP"));
        Command command = new Command(
                Plans.key("10234"),
                "33/C10234",
                order.total(),
                order.vat(),
                order.documentDate(),
                "content",
                SalesOrderJson.write(order));
        world.record(new Planned(
                command.key(),
                command.object(),
                Plans.document("10234", 1),
                command.amount(),
                command.businessDate(),
                new Plan.Post(command)));
        postDue("1");
    }

    protected void postDue(String number) {
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 10)) {
            world.store().intend(claimed, Duration.ofMinutes(5), "nothing found");
            world.store().conclude(claimed, new Outcome.Posted(Plans.document(number)), Duration.ZERO);
            world.store().release(claimed);
        }
    }

    protected RefundWatch watch() {
        return new RefundWatch(world.postings(), world.staging());
    }

    /** As the container tells it, in the transaction of the change. */
    protected void invoice(String gross) {
        invoices.saw(List.of(new Invoice(
                "33",
                "33/C10234",
                900 + seen.events().size(),
                "77",
                "INV1",
                LocalDate.of(2026, 11, 22),
                Money.of(gross, "GBP"))));
        world.transactions().inNew(() -> {
            watch().invoiced(seen.events().get(seen.events().size() - 1));
            return true;
        });
    }

    protected void close(String date) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/periods"))
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"date\": \"" + date + "\", \"ledgers\": [\"LedgerSales\"]}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    protected OrderBooks books() {
        return new OrderBooks(world.postedDocuments(), world.postings(), invoices, world.staging());
    }
}
