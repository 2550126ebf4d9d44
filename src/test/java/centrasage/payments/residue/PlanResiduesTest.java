package centrasage.payments.residue;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.money.Money;
import centrasage.payments.PaymentRules;
import centrasage.payments.PaymentSettings;
import centrasage.payments.ResidueRules;
import centrasage.payments.plan.OrderAccounts;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.SalesOrderJson;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pennies on the accounts of orders, found and cleared as the job does it. */
class PlanResiduesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    private final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));
    private final OpenItems items = world.transactions().bean(OpenItems.class, world.entities());
    private final ClearResidue clear = world.transactions()
            .bean(
                    ClearResidue.class,
                    items,
                    world.postings(),
                    new OrderStandings(world.postings()),
                    new OrderAccounts(world.postedDocuments()),
                    world.store());
    private @Nullable ResidueRules rules = new ResidueRules(new BigDecimal("0.05"), Period.ofDays(30));

    @BeforeEach
    void map() throws MappingFaults {
        new MappingSeed(versions, texts, "docs/example-mappings").begin();
    }

    private void run() throws Exception {
        PaymentSettings settings = new PaymentSettings() {
            @Override
            public PaymentRules rules() {
                return new PaymentRules(
                        OrdersFrom.parse("2026-01-01"), ZoneId.of("Europe/London"), "33", Set.of("CAPTURE"));
            }

            @Override
            public Optional<ResidueRules> residue() {
                return Optional.ofNullable(rules);
            }
        };
        PlanBasis basis = world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
        PinnedMappings pinned =
                new PinnedMappings(versions, world.transactions().bean(RunMappings.class, world.entities(), basis));
        Clock clock = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        assertThat(new PlanResidues(items, clear, pinned, settings, clock, new NoCounts(), NoContext.get()).process())
                .isEqualTo("COMPLETED");
    }

    /** An order that is posted, with what is open of one entry of its account. */
    private void order(String number, String kind, String open) {
        planned(number);
        post();
        OpenItem other = item(number, "RECEIPT".equals(kind) ? "INVOICE" : "RECEIPT", "50.00", "2");
        OpenItem item = item(number, kind, "50.00", "1");
        items.add(item);
        items.add(other);
        items.of("33/C" + number).forEach(each -> items.agree(each, Money.of("0.00", "GBP")));
        items.of("33/C" + number).stream()
                .filter(each -> each.kind().equals(kind))
                .forEach(each -> items.agree(each, Money.of(open, "GBP")));
    }

    private static OpenItem item(String number, String kind, String value, String urn) {
        return new OpenItem("33", "33/C" + number, kind, number + urn, DAY, Money.of(value, "GBP"));
    }

    private void planned(String number) {
        NewSalesOrder order = new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C" + number,
                DAY,
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(),
                Money.of("50.00", "GBP"),
                Money.of("0.00", "GBP"));
        record(PostingKind.ORDER, number, number, SalesOrderJson.write(order));
    }

    private void record(PostingKind kind, String number, String sourceKey, String document) {
        Command command = new Command(
                new PostingKey("33", kind, sourceKey),
                "33/C" + number,
                Money.of("50.00", "GBP"),
                null,
                DAY,
                "content",
                document);
        world.record(new Planned(
                command.key(),
                command.object(),
                new DocumentVersion("source", sourceKey, 1),
                command.amount(),
                DAY,
                new Plan.Post(command)));
    }

    private void post() {
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 10)) {
            world.store().intend(claimed, Duration.ofMinutes(5), "nothing found");
            world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
            world.store().release(claimed);
        }
    }

    private Optional<Posting> pennies(PostingKind kind, String key) {
        return world.posting(new PostingKey("33", kind, key));
    }

    @Test
    void each_account_is_cleared_once_by_what_it_needs() throws Exception {
        order("1", "INVOICE", "0.01");
        order("2", "RECEIPT", "0.02");
        order("3", "RECEIPT", "0.06");
        order("4", "RECEIPT", "0.00");
        run();
        run();
        assertThat(world.queued()).isEqualTo(2);
        assertThat(pennies(PostingKind.PENNY_CREDIT, "1/PENNIES-1")
                        .orElseThrow()
                        .amount())
                .isEqualTo(Money.of("0.01", "GBP"));
        assertThat(pennies(PostingKind.PENNY_INVOICE, "2/PENNIES-1")
                        .orElseThrow()
                        .state())
                .isEqualTo(PostingState.PLANNED);
        post();
        items.add(new OpenItem("33", "33/C1", "CREDIT_NOTE", "13", TODAY, Money.of("0.01", "GBP")));
        run();
        assertThat(pennies(PostingKind.PENNY_CREDIT, "1/PENNIES-2"))
                .as("posted, and not allocated yet")
                .isEmpty();
    }

    @Test
    void nothing_is_cleared_where_it_is_only_to_be_listed() throws Exception {
        order("1", "INVOICE", "0.01");
        rules = null;
        run();
        assertThat(world.queued()).isZero();
    }

    @Test
    void an_order_of_which_something_is_under_way_or_held_waits() throws Exception {
        order("1", "INVOICE", "0.01");
        record(PostingKind.RECEIPT, "1", "1/P1", "{}");
        run();
        assertThat(pennies(PostingKind.PENNY_CREDIT, "1/PENNIES-1")).isEmpty();
        post();
        run();
        assertThat(pennies(PostingKind.PENNY_CREDIT, "1/PENNIES-1")).isPresent();
    }

    @Test
    void what_a_person_gave_up_is_not_tried_in_another_way() throws Exception {
        order("1", "INVOICE", "0.01");
        run();
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 10)) {
            world.store().intend(claimed, Duration.ofMinutes(5), "nothing found");
            world.store()
                    .conclude(
                            claimed,
                            new Outcome.Refused(
                                    List.of(new Reason("REFUSED", Owner.FINANCE, "It is not taken", "Enter it"))),
                            Duration.ZERO);
            world.store().release(claimed);
        }
        long id = pennies(PostingKind.PENNY_CREDIT, "1/PENNIES-1").orElseThrow().id();
        world.transactions().inNew(() -> world.givingUp().giveUp(id, "anna", "written off in Sage"));
        run();
        assertThat(pennies(PostingKind.PENNY_CREDIT, "1/PENNIES-1")
                        .orElseThrow()
                        .state())
                .isEqualTo(PostingState.ABANDONED);
        assertThat(pennies(PostingKind.PENNY_CREDIT, "1/PENNIES-2")).isEmpty();
    }
}
