package centrasage.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WantedTest {
    @Test
    void what_stands_before_a_number_is_left_out() {
        assertThat(Wanted.of(" #10234 ").text()).isEqualTo("10234");
        assertThat(Wanted.of("C10234").text()).isEqualTo("10234");
        assertThat(Wanted.of("CX-7").text()).isEqualTo("CX-7");
    }

    @Test
    void the_zeros_of_a_sage_number_may_be_left_out() {
        assertThat(Wanted.of("470").stored("0000000470"::equals)).isEqualTo("0000000470");
        assertThat(Wanted.of("0000000470").stored("0000000470"::equals)).isEqualTo("0000000470");
    }

    @Test
    void a_number_that_is_there_as_it_was_typed_or_nowhere_stays_as_it_is() {
        assertThat(Wanted.of("470").stored(any -> true)).isEqualTo("470");
        assertThat(Wanted.of("470").stored(any -> false)).isEqualTo("470");
        assertThat(Wanted.of("CX-7").stored(any -> false)).isEqualTo("CX-7");
    }
}
