package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.SalesOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SageOrdersFindTest {

    @Test
    void many_keys_are_asked_in_one_request() throws Exception {
        String rows = "[" + Given.answer(1, "C1", false, 2) + "," + Given.answer(2, "C1", true, 1) + "]";
        try (RawServer sage = new RawServer(request -> RawServer.json(200, rows))) {
            Map<String, List<SalesOrder>> found =
                    Given.orders(sage.url()).find(Given.COMPANY, List.of("C1", "C2", "O'Neill"));

            assertThat(found).containsOnlyKeys("C1", "C2", "O'Neill");
            assertThat(found.get("C1")).extracting(SalesOrder::id).containsExactly(1L, 2L);
            assertThat(found.get("C1")).extracting(SalesOrder::lineCount).containsExactly(2, 1);
            assertThat(found.get("C2")).isEmpty();
            assertThat(sage.requests()).hasSize(1);
            assertThat(sage.requests().get(0).query())
                    .contains("$filter=customer_document_no eq 'C1' or customer_document_no eq 'C2'"
                            + " or customer_document_no eq 'O''Neill'")
                    .contains("$expand=lines")
                    .contains("$orderby=id asc");
            assertThat(sage.requests().get(0).target()).doesNotContain("+");
        }
    }

    @Test
    void an_order_that_is_listed_without_its_lines_is_read_by_itself() throws Exception {
        RawServer.Script script = request -> request.path().endsWith("/7")
                ? RawServer.json(200, Given.answer(7, "C1", false, 4))
                : RawServer.json(200, "[" + Given.answer(7, "C1", false, null) + "]");
        try (RawServer sage = new RawServer(script)) {
            List<SalesOrder> found =
                    Given.orders(sage.url()).find(Given.COMPANY, List.of("C1")).getOrDefault("C1", List.of());

            assertThat(found).extracting(SalesOrder::lineCount).containsExactly(4);
        }
    }

    @Test
    void urls_stay_short_however_many_keys() throws Exception {
        List<String> keys =
                IntStream.range(0, 200).mapToObj(i -> "C" + (100000 + i)).toList();
        try (RawServer sage = new RawServer(request -> RawServer.json(200, "[]"))) {
            assertThat(Given.orders(sage.url()).find(Given.COMPANY, keys)).hasSize(200);

            assertThat(sage.requests())
                    .hasSizeBetween(5, 10)
                    .allSatisfy(request -> assertThat(
                                    sage.url().length() + request.target().length())
                            .isLessThan(2000));
        }
    }

    @Test
    void no_keys_cost_no_request() throws Exception {
        try (RawServer sage = new RawServer(request -> RawServer.json(500, ""))) {
            assertThat(Given.orders(sage.url()).find(Given.COMPANY, List.of())).isEmpty();
            assertThat(sage.requests()).isEmpty();
        }
    }

    @Test
    void a_site_that_refuses_the_long_filter_is_asked_key_by_key() throws Exception {
        RawServer.Script script = request -> request.query().contains(" or ")
                ? RawServer.json(400, "{\"Message\":\"filter\"}")
                : RawServer.json(
                        200, request.query().contains("'C2'") ? "[" + Given.answer(2, "C2", false, 1) + "]" : "[]");
        try (RawServer sage = new RawServer(script)) {
            Map<String, List<SalesOrder>> found = Given.orders(sage.url()).find(Given.COMPANY, List.of("C1", "C2"));

            assertThat(found.get("C1")).isEmpty();
            assertThat(found.get("C2")).hasSize(1);
        }
    }

    @Test
    void a_site_that_ignores_the_filter_proves_nothing() throws IOException {
        try (RawServer sage =
                new RawServer(request -> RawServer.json(200, "[" + Given.answer(9, "OTHER", false, 1) + "]"))) {
            assertThatThrownBy(() -> Given.orders(sage.url()).find(Given.COMPANY, List.of("C1")))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("does not filter");
        }
    }

    @Test
    void keys_are_compared_as_sage_compares_them() throws Exception {
        try (RawServer sage =
                new RawServer(request -> RawServer.json(200, "[" + Given.answer(9, "c1  ", false, 1) + "]"))) {
            assertThat(Given.orders(sage.url())
                            .find(Given.COMPANY, List.of("C1"))
                            .get("C1"))
                    .hasSize(1);
        }
    }

    @Test
    void a_list_in_a_value_property_is_a_list_too() throws Exception {
        String rows = "{\"value\":[" + Given.answer(1, "C1", false, 2) + "]}";
        try (RawServer sage = new RawServer(request -> RawServer.json(200, rows))) {
            assertThat(Given.orders(sage.url())
                            .find(Given.COMPANY, List.of("C1"))
                            .get("C1"))
                    .hasSize(1);
        }
    }

    @Test
    void what_cannot_be_read_is_said_with_its_remedy() throws Exception {
        assertUnavailable(RawServer.json(401, ""), "sage200.site");
        assertUnavailable(RawServer.json(403, ""), "role");
        assertUnavailable(RawServer.json(404, ""), "sage200.url");
        assertUnavailable(RawServer.json(503, ""), "503");
        assertUnavailable(RawServer.json(500, ""), "tried again by itself");
        assertUnavailable(RawServer.json(200, "<html>Sign in</html>"), "not JSON");
        assertUnavailable(RawServer.json(200, "{}"), "list");
        assertUnavailable(RawServer.json(200, "[{\"id\":1}]"), "no usable");
        assertUnavailable(RawServer.drop(), "broke off");
        assertUnavailable(RawServer.silence(), "sage200.read-timeout = PT0.7S");
        assertUnavailable(RawServer.trickle(10_000, Duration.ofMillis(50)), "sage200.read-timeout = PT0.7S");
    }

    @Test
    void an_order_that_cannot_be_read_says_nothing_of_its_key_and_keeps_no_other_waiting() throws Exception {
        String rows = "[{\"id\":1,\"customer_document_no\":\"C1\"}," + Given.answer(2, "C2", false, 2) + "]";
        try (RawServer sage = new RawServer(request -> RawServer.json(200, rows))) {
            Map<String, List<SalesOrder>> found =
                    Given.orders(sage.url()).find(Given.COMPANY, List.of("C1", "C2", "C3"));
            assertThat(found).containsOnlyKeys("C2", "C3");
            assertThat(found.get("C2")).hasSize(1);
            assertThat(found.get("C3")).isEmpty();
        }
    }

    @Test
    void an_order_that_is_no_draft_any_more_is_never_removed() throws IOException {
        try (RawServer sage = new RawServer(request -> RawServer.json(200, Given.answer(7, "C1", false, 1)))) {
            assertThatThrownBy(() -> Given.orders(sage.url()).discardDraft(Given.COMPANY, 7))
                    .isInstanceOf(TargetUnavailable.class);
            assertThat(sage.requests()).noneMatch(request -> request.method().equals("DELETE"));
        }
    }

    @Test
    void a_draft_that_is_gone_needs_no_removal() throws Exception {
        try (RawServer sage = new RawServer(request -> RawServer.json(404, ""))) {
            Given.orders(sage.url()).discardDraft(Given.COMPANY, 7);
            assertThat(sage.requests()).hasSize(1);
        }
    }

    @Test
    void one_order_is_read_with_its_lines() throws Exception {
        try (RawServer sage = new RawServer(request -> RawServer.json(200, Given.answer(7, "C1", false, 4)))) {
            SalesOrder order = Given.orders(sage.url()).read(Given.COMPANY, 7).orElseThrow();

            assertThat(order.lineCount()).isEqualTo(4);
            assertThat(sage.requests().get(0).path()).isEqualTo("/sage/sop_orders/7");
        }
    }

    private static void assertUnavailable(RawServer.Reply reply, String words) throws IOException {
        try (RawServer sage = new RawServer(request -> reply)) {
            assertThatThrownBy(() -> Given.orders(sage.url()).find(Given.COMPANY, List.of("C1")))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining(words);
        }
    }
}
