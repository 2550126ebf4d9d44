package centrasage.console.api.worklists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.console.api.csv.Csv;
import centrasage.console.api.json.Amount;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.payments.invoice.TradeWorld;
import centrasage.reconcile.cutoff.CutOffBeans;
import centrasage.reconcile.worklist.WorklistBeans;
import centrasage.sage200.client.SageClients;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lists as callers get them: page by page, and as a file. */
class WorklistsApiTest {
    private static final LocalDate DAY = TradeWorld.DAY;
    private static final String DESPATCHED = "despatched-not-invoiced";
    private static final UriInfo URI = (UriInfo) Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> UriBuilder.fromUri("http://localhost/api/worklists/" + DESPATCHED));

    private final TradeWorld world = new TradeWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    private WorklistsApi worklists(SageClients sage) {
        return new WorklistsApi(WorklistBeans.of(
                world, sage, DAY.plusDays(3).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
    }

    private WorklistsApi worklists() {
        return worklists(world.clients());
    }

    private CutOffApi cutOff() {
        return new CutOffApi(
                CutOffBeans.of(world, world.clients()),
                Clock.fixed(DAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                "Europe/London");
    }

    private void despatched(String... orders) {
        for (String order : orders) {
            world.post(order);
            world.despatch(order, 2, DAY);
        }
    }

    @Test
    void a_list_comes_page_by_page() {
        despatched("1", "2", "3");
        Items<WorkItemJson> first = worklists().list(DESPATCHED, "0", "2", URI);
        assertThat(first.items()).extracting(WorkItemJson::order).containsExactly("1", "2");
        assertThat(first.next()).isEqualTo("/api/worklists/despatched-not-invoiced?offset=2");
        Items<WorkItemJson> second = worklists().list(DESPATCHED, "2", "2", URI);
        assertThat(second.items()).singleElement().satisfies(item -> {
            assertThat(item.order()).isEqualTo("3");
            assertThat(item.value()).isEqualTo(new Amount("30.00", "GBP"));
            assertThat(item.since()).isEqualTo(DAY);
            assertThat(item.ageDays()).isEqualTo(3);
            assertThat(item.owner()).isEqualTo("FINANCE");
            assertThat(item.remedy()).contains("Print and post");
        });
        assertThat(second.next()).isNull();
    }

    private static List<String> lines(Response file) {
        assertThat(file.getMediaType()).hasToString("text/csv;charset=utf-8");
        return ((String) file.getEntity()).lines().toList();
    }

    @Test
    void the_whole_list_is_a_file_too() {
        despatched("1", "2");
        assertThat(lines(worklists().csv(DESPATCHED)))
                .hasSize(3)
                .first()
                .isEqualTo("order,company,sage_order,document,value,currency,since,age_days,owner,remedy");
        assertThat(lines(worklists().csv(DESPATCHED)).get(1))
                .startsWith("1,33,00000000")
                .contains(",30.00,GBP,2026-11-23,3,FINANCE,\"Print and post");
        assertThat(lines(worklists().csv("pending-not-posted"))).hasSize(1);
    }

    @Test
    void a_list_that_there_is_not_and_one_that_would_be_incomplete_are_refused() {
        assertThatThrownBy(() -> worklists().list("nothing", "0", "50", URI))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(404));
        despatched("1");
        assertThatThrownBy(
                        () -> worklists(new SageClients("http://127.0.0.1:1")).csv(DESPATCHED))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(503);
                    assertThat(refusal.problem().detail()).contains("company 33: ");
                });
    }

    @Test
    void the_cut_off_has_its_sums_and_their_vat() {
        despatched("1");
        world.money(PostingKind.RECEIPT, "1", 1, "30.00", DAY);
        world.post("2");
        world.money(PostingKind.RECEIPT, "2", 2, "30.00", DAY);
        world.post("3");
        world.money(PostingKind.RECEIPT, "3", 3, "30.00", DAY);

        CutOffJson day = cutOff().at(DAY.toString());

        assertThat(day.capturedNotDespatched().count()).isEqualTo(2);
        assertThat(day.capturedNotDespatched().sums()).containsExactly(new Amount("60.00", "GBP"));
        assertThat(day.capturedNotDespatched().vat()).containsExactly(new Amount("10.00", "GBP"));
        assertThat(day.despatchedNotInvoiced().items())
                .extracting(CutOffJson.Row::order)
                .containsExactly("1");
        assertThat(day.invoicedNotCaptured().count()).isZero();
        assertThat(lines(cutOff().csv(DAY.toString())))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("2026-11-23,captured-not-despatched,2,33,"))
                .anyMatch(line -> line.startsWith("2026-11-23,despatched-not-invoiced,1,33,"));
    }

    @Test
    void a_day_that_is_still_to_come_has_no_cut_off() {
        assertThatThrownBy(() -> cutOff().at(DAY.plusDays(1).toString()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(400);
                    assertThat(refusal.problem().detail()).contains("still to come");
                });
    }

    @Test
    void what_is_open_is_a_file_whose_sum_is_what_is_owed() {
        OpenItems items =
                world.store().transactions().bean(OpenItems.class, world.store().entities());
        items.add(new OpenItem("33", "33/C1", "INVOICE", "1001", DAY, Money.of("30.00", "GBP")));
        items.add(new OpenItem("33", "33/C1", "RECEIPT", "1002", DAY, Money.of("29.99", "GBP")));
        assertThat(lines(new OpenItemsApi(items).csv()))
                .containsExactly(
                        "company,order,kind,urn,date,currency,value,open,rate",
                        "33,1,INVOICE,1001,2026-11-23,GBP,30.00,30.00,",
                        "33,1,RECEIPT,1002,2026-11-23,GBP,-29.99,-29.99,");
    }

    @Test
    void what_is_no_date_is_refused() {
        assertThatThrownBy(() -> cutOff().at("yesterday"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
    }

    @Test
    void what_a_spreadsheet_would_run_is_text_and_what_it_would_break_is_quoted() {
        String text = (String) new Csv("a", "b")
                .row("=1+1", "-3.50")
                .row("say \"no\"", "one, two")
                .row("+44", "two\nlines")
                .file("a.csv")
                .getEntity();
        assertThat(text).isEqualTo("a,b\r\n'=1+1,-3.50\r\n\"say \"\"no\"\"\",\"one, two\"\r\n'+44,\"two\nlines\"\r\n");
    }
}
