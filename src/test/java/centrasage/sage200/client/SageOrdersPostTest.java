package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import centrasage.flow.Outcome;
import centrasage.flow.Outcome.InDoubt;
import centrasage.flow.Outcome.Locked;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.Outcome.Refused;
import centrasage.flow.Outcome.Unavailable;
import centrasage.money.Money;
import centrasage.sage200.client.RawServer.Reply;
import centrasage.sage200.client.RawServer.Request;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.SageSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SageOrdersPostTest {
    private static final String KEY = "C10234";

    static Stream<Arguments> answers() {
        String good = Given.answer(27766, KEY, false, 3);
        return Stream.of(
                arguments("the order", RawServer.json(200, good), Posted.class),
                arguments("the order, as created", RawServer.json(201, good), Posted.class),
                arguments("success without a body", RawServer.json(200, ""), InDoubt.class),
                arguments("success in half", RawServer.json(200, good.substring(0, 60)), InDoubt.class),
                arguments("success as a list", RawServer.json(200, "[" + good + "]"), InDoubt.class),
                arguments("success without a total", RawServer.json(200, good.replace("gross", "grey")), InDoubt.class),
                arguments("a draft", RawServer.json(200, Given.answer(1, KEY, true, 3)), InDoubt.class),
                arguments("another order", RawServer.json(200, Given.answer(1, "C9", false, 3)), InDoubt.class),
                arguments("a shortened success", RawServer.bytes(shortened(good)), InDoubt.class),
                arguments("a redirect", RawServer.json(302, ""), InDoubt.class),
                arguments("400", RawServer.json(400, "{\"Message\":\"The product is inactive.\"}"), Refused.class),
                arguments("400, empty", RawServer.json(400, ""), Refused.class),
                arguments("403", RawServer.json(403, "{\"Message\":\"No Sales Orders.\"}"), Refused.class),
                arguments("403, a lock", RawServer.json(403, "{\"Message\":\"Locked by sue\"}"), Locked.class),
                arguments("403, empty", RawServer.json(403, ""), Unavailable.class),
                arguments("403, a page", RawServer.json(403, "<h1>Forbidden</h1>"), Unavailable.class),
                arguments("404", RawServer.json(404, "{\"Message\":\"No resource.\"}"), Refused.class),
                arguments("404, empty", RawServer.json(404, ""), Unavailable.class),
                arguments("404, a page", RawServer.json(404, "<h1>Not found</h1>"), Unavailable.class),
                arguments("422", RawServer.json(422, "no"), Refused.class),
                arguments("408", RawServer.json(408, ""), InDoubt.class),
                arguments("409 without a lock", RawServer.json(409, "conflict"), Refused.class),
                arguments(
                        "a lock by 400", RawServer.json(400, "{\"Message\":\"Locked by sue on PC-4.\"}"), Locked.class),
                arguments("a lock by 409", RawServer.json(409, "The record is in use by Bob"), Locked.class),
                arguments("a lock by 423", RawServer.json(423, ""), Locked.class),
                arguments("429", RawServer.json(429, ""), Unavailable.class),
                arguments("500", RawServer.json(500, "{\"Message\":\"record is locked\"}"), InDoubt.class),
                arguments("503", RawServer.json(503, ""), InDoubt.class),
                arguments("504", RawServer.json(504, ""), InDoubt.class),
                arguments("nothing and closes", RawServer.drop(), InDoubt.class),
                arguments("a reset", RawServer.reset(), InDoubt.class),
                arguments("nothing", RawServer.silence(), InDoubt.class));
    }

    @ParameterizedTest(name = "Sage answers {0}: {2}")
    @MethodSource("answers")
    void every_answer_to_the_one_post_has_one_meaning(String name, Reply reply, Class<? extends Outcome> meaning)
            throws IOException {
        try (RawServer sage = new RawServer(request -> request.isPost() ? reply : RawServer.json(200, "[]"))) {
            Outcome outcome = Given.orders(sage.url()).post(Given.order(), Given.site());

            assertThat(outcome).isInstanceOf(meaning);
            assertThat(sage.posts()).as("POSTs that Sage saw").hasSize(1);
        }
    }

    @Test
    void posted_carries_sages_own_number_and_total() throws IOException {
        try (RawServer sage = new RawServer(request -> RawServer.json(200, Given.answer(27766, KEY, false, 3)))) {
            Posted posted = (Posted) Given.orders(sage.url()).post(Given.order(), Given.site());

            assertThat(posted.document().id()).isEqualTo("27766");
            assertThat(posted.document().number()).isEqualTo("0000000231");
            assertThat(posted.document().total()).isEqualTo(Money.of("118.80", "GBP"));
            assertThat(posted.document().vat()).isEqualTo(Money.of("19.80", "GBP"));
            assertThat(posted.document().createdAt()).isEqualTo(Instant.parse("2026-11-23T13:40:11.237Z"));
            Request post = sage.posts().get(0);
            assertThat(post.path()).isEqualTo("/sage/sop_orders");
            assertThat(post.headers())
                    .containsEntry("x-company", "3")
                    .containsEntry("x-site", "5c3d1d0e-0000-4000-8000-000000000001")
                    .containsEntry("content-type", "application/json");
        }
    }

    @Test
    void a_code_that_the_company_has_not_is_refused_without_a_request() throws IOException {
        try (RawServer sage = new RawServer(request -> RawServer.json(500, ""))) {
            Outcome outcome = Given.orders(sage.url())
                    .post(
                            Given.order(
                                    List.of(Given.standard("NO-SUCH", "1", "1"), Given.standard("NOR-THIS", "1", "1"))),
                            Given.site());

            assertThat(((Refused) outcome).reasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("UNKNOWN_PRODUCT", "UNKNOWN_PRODUCT");
            assertThat(sage.requests()).isEmpty();
        }
    }

    @Test
    void a_lock_names_its_holder() throws IOException {
        String text = "{\"Message\":\"This record is locked by jsmith on FINANCE-PC2.\"}";
        try (RawServer sage = answering(RawServer.json(400, text), "[]")) {
            assertThat(post(sage)).isEqualTo(new Locked("jsmith on FINANCE-PC2"));
        }
    }

    @Test
    void a_refusal_keeps_sages_words_and_none_of_the_customers() throws IOException {
        String text = "{\"Message\":\"Email zoe@example.com of ZOË O'NEILL is on hold\"}";
        try (RawServer sage = answering(RawServer.json(400, text), "[]")) {
            Refused refused = (Refused) post(sage);

            assertThat(refused.reasons().get(0).code()).isEqualTo("CUSTOMER_ON_HOLD");
            assertThat(refused.reasons().get(0).what())
                    .isEqualTo("Sage 200 refused sales order C10234: Email … of … is on hold");
        }
    }

    @Test
    void a_refused_order_that_is_there_all_the_same_is_in_doubt() throws IOException {
        try (RawServer sage = answering(RawServer.json(400, "no"), "[" + Given.answer(5, KEY, false, 3) + "]")) {
            assertThat(post(sage)).isInstanceOf(InDoubt.class);
        }
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"403, ''", "404, ''", "403, \"no\"", "404, \"no\""})
    void a_403_or_404_to_an_order_that_is_there_all_the_same_is_in_doubt(int status, String body) throws IOException {
        try (RawServer sage = answering(RawServer.json(status, body), "[" + Given.answer(5, KEY, false, 3) + "]")) {
            assertThat(post(sage)).isInstanceOf(InDoubt.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"403, MISSING_FEATURE", "404, NOT_ON_THIS_SAGE_VERSION"})
    void a_403_or_404_in_sages_words_keeps_them(int status, String code) throws IOException {
        try (RawServer sage = answering(RawServer.json(status, "{\"Message\":\"Not for web users.\"}"), "[]")) {
            assertThat(((Refused) post(sage)).reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo(code);
                assertThat(reason.what()).endsWith("Not for web users.");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"403, role", "404, sage200.url"})
    void a_403_or_404_without_a_word_of_sages_says_what_to_do_about_the_site(int status, String remedy)
            throws IOException {
        try (RawServer sage = answering(RawServer.json(status, ""), "[]")) {
            assertThat(((Unavailable) post(sage)).why()).contains("answered " + status, remedy);
        }
    }

    @Test
    void a_locked_order_that_is_there_all_the_same_is_in_doubt() throws IOException {
        try (RawServer sage = answering(RawServer.json(423, ""), "[" + Given.answer(5, KEY, false, 3) + "]")) {
            assertThat(post(sage)).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void a_refused_order_of_which_nobody_can_say_what_is_left_is_in_doubt() throws IOException {
        try (RawServer sage = new RawServer(request -> RawServer.json(request.isPost() ? 400 : 503, "not now"))) {
            assertThat(post(sage)).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void a_draft_that_a_refused_order_left_is_removed_first() throws IOException {
        AtomicBoolean gone = new AtomicBoolean();
        RawServer.Script script = request -> switch (request.method()) {
            case "POST" -> RawServer.json(400, "{\"Message\":\"Line 2 is wrong\"}");
            case "DELETE" -> {
                gone.set(true);
                yield RawServer.json(200, "");
            }
            default -> {
                String draft = gone.get() ? "" : Given.answer(88, KEY, true, 1);
                yield request.path().endsWith("/88")
                        ? RawServer.json(gone.get() ? 404 : 200, draft)
                        : RawServer.json(200, "[" + draft + "]");
            }
        };
        try (RawServer sage = new RawServer(script)) {
            assertThat(post(sage)).isInstanceOf(Refused.class);
            assertThat(gone).isTrue();
            assertThat(sage.posts()).hasSize(1);
        }
    }

    static Stream<Arguments> draftsOfOthers() {
        String draft = Given.answer(88, KEY, true, 3);
        return Stream.of(
                arguments("older than the POST", draft.replace("T13:40:11", "T13:30:11")),
                arguments("of an unknown age", draft.replace("date_time_created", "date_time")),
                arguments("of another customer", draft.replace("27006", "27007")),
                arguments("of another day", draft.replace("2026-11-23T00", "2026-11-24T00")),
                arguments("with more lines", Given.answer(88, KEY, true, 4)));
    }

    @ParameterizedTest(name = "a draft {0} is left alone after a refusal, and the order is in doubt")
    @MethodSource("draftsOfOthers")
    void a_draft_that_this_post_has_not_left_is_never_removed(String which, String draft) throws IOException {
        try (RawServer sage = answering(RawServer.json(400, "no"), "[" + draft + "]")) {
            assertThat(post(sage)).isInstanceOf(InDoubt.class);
            assertThat(sage.requests()).extracting(Request::method).doesNotContain("DELETE");
        }
    }

    @Test
    void a_draft_that_cannot_be_removed_leaves_the_order_in_doubt() throws IOException {
        String draft = Given.answer(88, KEY, true, 1);
        RawServer.Script script = request -> switch (request.method()) {
            case "POST", "DELETE" -> RawServer.json(400, "no");
            default -> RawServer.json(200, request.path().endsWith("/88") ? draft : "[" + draft + "]");
        };
        try (RawServer sage = new RawServer(script)) {
            assertThat(post(sage)).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void an_empty_401_with_a_good_sign_in_is_the_missing_price_override() throws IOException {
        RawServer.Script script = request -> {
            if (request.isPost()) {
                return RawServer.json(401, "");
            }
            return RawServer.json(
                    200, request.path().contains("permissions") ? "[{\"override_prices_discounts\":false}]" : "[]");
        };
        try (RawServer sage = new RawServer(script)) {
            Refused refused = (Refused) post(sage);

            assertThat(refused.reasons().get(0).code()).isEqualTo("MISSING_PERMISSION");
            assertThat(refused.reasons().get(0).what()).contains("override prices");
            assertThat(sage.posts()).hasSize(1);
        }
    }

    @Test
    void an_empty_401_with_a_good_sign_in_and_the_price_override_is_some_missing_permission() throws IOException {
        try (RawServer sage = answering(RawServer.json(401, ""), "[]")) {
            assertThat(((Refused) post(sage)).reasons().get(0).code()).isEqualTo("MISSING_PERMISSION");
        }
    }

    @Test
    void a_401_to_everything_is_a_lost_sign_in_and_changes_nothing() throws IOException {
        try (RawServer sage = new RawServer(request -> RawServer.json(401, ""))) {
            Unavailable unavailable = (Unavailable) post(sage);

            assertThat(unavailable.why()).contains("sage200.site").contains("company 3");
            assertThat(sage.posts()).hasSize(1);
        }
    }

    @Test
    void a_401_that_cannot_be_explained_is_in_doubt() throws IOException {
        try (RawServer sage =
                new RawServer(request -> request.isPost() ? RawServer.json(401, "") : RawServer.json(503, ""))) {
            assertThat(post(sage)).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void an_answer_that_fails_our_own_code_is_in_doubt_and_never_an_exception() throws IOException {
        Authorization broken = new Authorization() {
            @Override
            public Optional<String> header() {
                return Optional.empty();
            }

            @Override
            public Optional<String> renewed(Optional<String> refused) {
                throw new IllegalStateException("the store is down");
            }
        };
        try (RawServer sage = new RawServer(request -> RawServer.json(401, ""))) {
            SageSettings settings = Given.settings(sage.url());
            SageOrders orders =
                    new SageOrders(settings, new SageReads(settings, broken), broken, Optional.empty(), Given.CLOCK);

            assertThat(orders.post(Given.order(), Given.site())).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void sage_that_is_not_there_is_unavailable() {
        assertThat(Given.orders("http://127.0.0.1:1/sage").post(Given.order(), Given.site()))
                .isInstanceOf(Unavailable.class);
    }

    private static RawServer answering(Reply toPost, String toReads) throws IOException {
        return new RawServer(request -> request.isPost() ? toPost : RawServer.json(200, toReads));
    }

    private static Outcome post(RawServer sage) {
        return Objects.requireNonNull(Given.orders(sage.url()).post(Given.order(), Given.site()));
    }

    private static String shortened(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body.substring(0, 40);
    }
}
