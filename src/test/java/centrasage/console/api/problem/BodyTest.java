package centrasage.console.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
}
