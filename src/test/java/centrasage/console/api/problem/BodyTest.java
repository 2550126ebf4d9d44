package centrasage.console.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a request says, and what is said of one that cannot be used. */
class BodyTest {
    private static Body body(String json) {
        return Body.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void parameters_that_a_job_does_not_take_are_refused_by_name() {
        assertThatThrownBy(() -> body("{\"foo\": \"bar\"}").parameters("order-import", Set.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("foo = \"bar\": there is no such parameter of order-import");
        assertThatThrownBy(() -> body("{\"from\": [1]}").parameters("recount", Set.of("from")))
                .isInstanceOf(Refusal.class)
                .hasMessage("from = \"[1]\": is no value");
        assertThat(body("{\"from\": 5, \"dry\": true}").parameters("recount", Set.of("from", "dry")))
                .isEqualTo(Map.of("from", "5", "dry", "true"));
    }

    @Test
    void a_list_that_is_missing_is_empty_and_one_that_is_none_is_shown() {
        for (String missing : new String[] {"", "{}", "{\"roles\": null}", "{\"roles\": []}"}) {
            assertThat(body(missing).texts("roles")).isEmpty();
        }
        assertThat(body("{\"roles\": [\"cx\"]}").texts("roles")).containsExactly("cx");
        assertThatThrownBy(() -> body("{\"roles\": \"cx\"}").texts("roles"))
                .isInstanceOf(Refusal.class)
                .hasMessage("roles = \"cx\": is no list of texts");
    }

    @Test
    void a_text_that_is_missing_is_said_to_be_missing_and_one_that_is_none_is_shown() {
        for (String missing : new String[] {"", "{}", "{\"note\": null}", "{\"note\": \"  \"}"}) {
            assertThatThrownBy(() -> body(missing).text("note", 800))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("note is missing")
                    .extracting(refused -> ((Refusal) refused).problem().field())
                    .isEqualTo("note");
        }
        assertThatThrownBy(() -> body("{\"note\": 5}").text("note", 800))
                .isInstanceOf(Refusal.class)
                .hasMessage("note = \"5\": is not a text");
    }

    @Test
    void a_day_and_an_amount_are_exact_or_refused_with_an_example() {
        assertThat(body("{\"date\": \"2026-11-30\"}").day("date")).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(body("{\"debit\": 12.50}").amount("debit")).isEqualTo(new BigDecimal("12.50"));
        assertThat(body("{\"debit\": \"-3\"}").amount("debit")).isEqualTo(new BigDecimal("-3"));
        assertThatThrownBy(() -> body("{\"date\": \"2026-02-30\"}").day("date"))
                .isInstanceOf(Refusal.class)
                .hasMessage("date = \"2026-02-30\": is no day");
        for (String amount : new String[] {"1e3", "\"12,50\"", "\"£5\"", "true", "[1]"}) {
            assertThatThrownBy(() -> body("{\"debit\": " + amount + "}").amount("debit"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageEndingWith("is no amount");
        }
    }

    @Test
    void members_of_an_object_in_a_list_are_named_by_their_place() {
        List<Body> lines = body("{\"lines\": [{\"a\": \"1\"}, {\"a\": 2}]}").objects("lines");
        assertThat(lines.get(0).member("a", 5)).isEqualTo("1");
        assertThatThrownBy(() -> lines.get(1).member("a", 5))
                .isInstanceOf(Refusal.class)
                .hasMessage("lines[1].a = \"2\": is not a text");
        assertThatThrownBy(() -> lines.get(1).onlyKnown(Set.of("b")))
                .isInstanceOf(Refusal.class)
                .hasMessage("lines[1].a = \"2\": there is no such member");
    }

    @Test
    void a_text_that_may_be_missing_is_empty_then_and_never_something_else() {
        for (String missing : new String[] {"{}", "{\"note\": null}", "{\"note\": \" \"}"}) {
            assertThat(body(missing).has("note")).isFalse();
            assertThat(body(missing).optionalText("note", 5)).isEmpty();
        }
        assertThatThrownBy(() -> body("{\"note\": 7}").optionalText("note", 5))
                .hasMessage("note = \"7\": is not a text");
        assertThatThrownBy(() -> body("{\"note\": \"longer\"}").optionalText("note", 5))
                .hasMessage("note = \"longer\": is too long");
    }
}
