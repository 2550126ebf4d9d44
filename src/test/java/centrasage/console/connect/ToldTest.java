package centrasage.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sage200.client.signin.SignInEnd.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToldTest {
    private static final String CALLBACK = "https://centra-sage200.brand.com/connect/sage200";

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_end_is_told_with_what_to_do_and_found_again_in_an_address(Kind kind) {
        Told told = new Told(kind);

        assertThat(told.part()).matches("[a-z-]+");
        assertThat(Told.in(told.part())).contains(told);
        assertThat(told.isGood()).isEqualTo(kind == Kind.CONNECTED);
        if (!told.isGood()) {
            assertThat(told.words(CALLBACK))
                    .startsWith("Nothing was changed: ")
                    .containsIgnoringCase("press Connect to Sage");
        }
    }

    @Test
    void what_an_address_makes_up_is_not_shown() {
        assertThat(Told.in(null)).isEmpty();
        assertThat(Told.in("<script>")).isEmpty();
        assertThat(Told.in("CONNECTED")).isEmpty();
    }

    @Test
    void whoever_came_back_in_another_browser_is_told_where_to_begin() {
        assertThat(new Told(Kind.OTHER_BROWSER).words(CALLBACK)).contains(CALLBACK);
    }
}
