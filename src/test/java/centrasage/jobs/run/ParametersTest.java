package centrasage.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run was started with is what it is restarted with. */
class ParametersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                "  spaces at both ends  ",
                "C:\\data\\inbox",
                "two\nlines",
                "two\rlines=and a name",
                "tab\tand \"quotes\" and 'more'",
                "Zoë 東京 🎁",
                "\\u0041",
                "a=b:c#d!e"
            })
    void every_value_comes_back_as_it_was(String value) {
        Map<String, String> parameters = Map.of("value", value, "other", "1");
        assertThat(Parameters.read(Parameters.write(parameters))).isEqualTo(parameters);
        assertThat(Parameters.of(parameters)).isEqualTo(parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "a name", "a=b", "a:b", "#name", "!name", "", "ä"})
    void every_name_comes_back_as_it_was(String name) {
        assertThat(Parameters.read(Parameters.write(Map.of(name, "value")))).isEqualTo(Map.of(name, "value"));
    }

    @Test
    void no_parameters_are_none() {
        assertThat(Parameters.read(Parameters.write(Map.of()))).isEmpty();
    }

    @Test
    void the_same_parameters_are_written_the_same() {
        assertThat(Parameters.write(Map.of("b", "2", "a", "1"))).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }
}
