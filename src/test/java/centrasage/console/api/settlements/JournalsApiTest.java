package centrasage.console.api.settlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Refusal;
import centrasage.settlements.journal.JournalWorld;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Journals as callers propose and get them. */
class JournalsApiTest {
    private static final String GOOD = """
            {"date": "2026-11-20", "about": "adyen BrandGB batch 380 GBP", "narrative": "Fees of October",
             "lines": [{"nominal": "7901", "debit": "12.50"},
                       {"nominal": "7999", "costCentre": "WEB", "credit": 12.5, "narrative": "Accrual"}]}""";

    private final JournalWorld world = new JournalWorld();

    JournalsApiTest() throws IOException {}

    @AfterEach
    void stop() {
        world.close();
    }

    private JournalsApi api() {
        return new JournalsApi(
                world.proposing(), world.journals(), world.fate(), world.settings(), world.settlements.settings());
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SecurityContext ann() {
        return (SecurityContext) Proxy.newProxyInstance(
                SecurityContext.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (proxy, method, none) -> {
                    Principal ann = () -> "ann";
                    return ann;
                });
    }

    private static UriInfo uri() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> UriBuilder.fromUri("http://localhost/api/journals"));
    }

    private JournalDetailJson proposed(String text) {
        Response answer = api().propose(body(text), ann(), uri());
        assertThat(answer.getStatus()).isEqualTo(201);
        JournalDetailJson detail = (JournalDetailJson) answer.getEntity();
        assertThat(answer.getLocation())
                .hasToString("http://localhost/api/journals/" + detail.journal().id());
        return detail;
    }

    private static void refused(int status, Runnable deed, Consumer<Refusal> also) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(status);
            also.accept(refusal);
        });
    }

    private List<Map<String, String>> faults(String text) {
        List<Map<String, String>> faults = new ArrayList<>();
        refused(
                400,
                () -> api().propose(body(text), ann(), uri()),
                refusal -> faults.addAll(refusal.problem().faults()));
        assertThat(world.journals().latest(null, Long.MAX_VALUE, 9)).isEmpty();
        return faults;
    }

    @Test
    void a_proposal_is_answered_with_its_reference_its_lines_and_what_to_do() {
        JournalDetailJson detail = proposed(GOOD);
        assertThat(detail.journal().reference()).startsWith("CSJ");
        assertThat(detail.journal().state()).isEqualTo("OPEN");
        assertThat(detail.journal().company()).isEqualTo("33");
        assertThat(detail.journal().total().amount()).isEqualTo("12.50");
        assertThat(detail.journal().proposedBy()).isEqualTo("ann");
        assertThat(detail.lines().get(0).narrative()).isEqualTo("Fees of October");
        assertThat(detail.lines().get(1)).satisfies(line -> {
            assertThat(line.nominal()).isEqualTo("9998");
            assertThat(line.askedFor()).isEqualTo("7999/WEB/");
            assertThat(line.credit().amount()).isEqualTo("12.50");
            assertThat(line.debit().amount()).isEqualTo("0.00");
            assertThat(line.narrative()).isEqualTo("Accrual");
        });
        assertThat(detail.checklist().checks()).anyMatch(check -> check.contains("7999/WEB/"));
        assertThat(api().one(Long.toString(detail.journal().id()))).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"date\": \"2026-11-20\" | \"date\": \"20/11/2026\" | date",
                "\"date\": \"2026-11-20\" | \"day\": \"2026-11-20\" | day",
                "\"about\" | \"why\" | why",
                "\"narrative\": \"Fees of October\" | \"narrative\": \" \" | narrative",
                "\"nominal\": \"7901\" | \"nominal\": \"790123456\" | lines[0].nominal",
                "\"nominal\": \"7901\" | \"nominal\": 7901 | lines[0].nominal",
                "\"costCentre\": \"WEB\" | \"costCentre\": \"WEBS\" | lines[1].costCentre",
                "\"costCentre\": \"WEB\" | \"centre\": \"WEB\" | lines[1].centre",
                "\"debit\": \"12.50\" | \"debit\": \"12,50\" | lines[0].debit",
                "\"debit\": \"12.50\" | \"debit\": \"1e3\" | lines[0].debit",
                "\"debit\": \"12.50\" | \"debit\": \"12.51\" | lines",
                "\"debit\": \"12.50\" | \"debit\": \"-12.50\" | lines[0].debit",
                "\"narrative\": \"Accrual\" | \"narrative\": \"=1+1\" | lines[1].narrative"
            })
    void what_is_wrong_is_named(String good, String bad, String field) {
        assertThat(faults(GOOD.replace(good, bad))).anySatisfy(fault -> {
            assertThat(fault).containsEntry("field", field);
            assertThat(fault.get("remedy")).isNotBlank();
        });
    }

    @Test
    void all_that_cannot_be_read_is_refused_together_with_the_values() {
        assertThat(faults(
                        "{\"date\": \"soon\", \"about\": 7, \"narrative\": \"n\", \"lines\": [{\"debit\": \"ten\"}]}"))
                .extracting(fault -> fault.get("field") + " " + fault.get("value"))
                .containsExactly("date soon", "about 7", "lines[0].nominal ", "lines[0].debit ten");
    }

    @Test
    void a_member_that_there_is_none_of_is_told_once() {
        assertThat(faults(GOOD.replace("\"date\"", "\"day\"")))
                .extracting(fault -> fault.get("field"))
                .containsExactly("day", "date");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"lines\": {}}", "{\"lines\": [1, 2]}", "{\"lines\": \"7901\"}"})
    void without_lines_there_is_no_journal(String text) {
        assertThat(faults(text)).extracting(fault -> fault.get("field")).contains("lines");
    }

    @Test
    void the_same_once_more_is_told_with_the_first_ones_reference() {
        JournalDetailJson first = proposed(GOOD);
        refused(
                409,
                () -> api().propose(body(GOOD), ann(), uri()),
                refusal -> assertThat(refusal.problem().detail())
                        .contains(first.journal().reference()));
        assertThat(world.journals().latest(null, Long.MAX_VALUE, 9)).hasSize(1);
    }

    @Test
    void the_file_of_an_open_one_is_what_sage_imports_and_there_is_none_afterwards() {
        String id = Long.toString(proposed(GOOD).journal().id());
        Response file = api().file(id);
        assertThat(file.getHeaderString("Content-Disposition")).matches("attachment; filename=\"CSJ.*\\.csv\"");
        assertThat(file.getMediaType()).hasToString("text/csv;charset=utf-8");
        world.importFile((String) file.getEntity());
        world.watch();
        assertThat(api().one(id).journal().state()).isEqualTo("SEEN");
        refused(
                409,
                () -> api().file(id),
                refusal -> assertThat(refusal.problem().detail()).contains("SEEN: in the nominal ledger as 1001"));
        refused(409, () -> api().withdraw(id, body("{\"note\": \"no\"}"), ann()), refusal -> {});
        refused(404, () -> api().file("0"), refusal -> {});
    }

    @Test
    void a_person_withdraws_it_with_a_note_once() {
        String id = Long.toString(proposed(GOOD).journal().id());
        refused(400, () -> api().withdraw(id, body("{}"), ann()), refusal -> {});
        refused(400, () -> api().withdraw(id, body("{\"note\": \"n\", \"by\": \"me\"}"), ann()), refusal -> {});
        JournalDetailJson withdrawn = api().withdraw(id, body("{\"note\": \"entered by hand\"}"), ann());
        assertThat(withdrawn.journal().state()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.journal().note()).isEqualTo("entered by hand");
        assertThat(world.settlements.store.audit().of(withdrawn.journal().reference()))
                .last()
                .satisfies(entry -> assertThat(entry.actor() + " " + entry.action() + " " + entry.detail())
                        .isEqualTo("ann JOURNAL_WITHDRAWN entered by hand"));
        refused(409, () -> api().withdraw(id, body("{\"note\": \"again\"}"), ann()), refusal -> {});
    }

    @Test
    void they_are_listed_by_state_page_by_page() {
        proposed(GOOD);
        long second = proposed(GOOD.replace("October", "November")).journal().id();
        Items<JournalJson> page = api().list(null, null, "1", uri());
        assertThat(page.items()).extracting(JournalJson::id).containsExactly(second);
        assertThat(page.next()).isEqualTo("/api/journals?before=" + second);
        assertThat(api().list("open", Long.toString(second), "1", uri()).items())
                .hasSize(1);
        assertThat(api().list("seen", null, "50", uri()).items()).isEmpty();
        refused(400, () -> api().list("lost", null, "50", uri()), refusal -> {});
    }

    @Test
    void where_sage_or_the_mappings_cannot_be_asked_nothing_is_written_down() {
        world.goAway();
        refused(
                503,
                () -> api().propose(body(GOOD), ann(), uri()),
                refusal -> assertThat(refusal.problem().detail()).contains("nothing was written down"));
        world.comeBack();
        world.settlements.store.database().execute("UPDATE mapping_text SET content = 'nonsense'");
        refused(
                503,
                () -> api().propose(body(GOOD), ann(), uri()),
                refusal -> assertThat(refusal.problem().detail()).contains("The mappings cannot be used"));
    }
}
