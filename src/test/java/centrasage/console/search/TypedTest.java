package centrasage.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody types is recognised for what it may be, the likeliest first. */
class TypedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10234 | NUMBER POSTCODE",
                "#10234 | NUMBER",
                "0000000231 | NUMBER POSTCODE PSP_REFERENCE",
                "10234-1 | NUMBER POSTCODE PSP_REFERENCE",
                "anna.berg@example.com | E_MAIL",
                "SW1A 1AA | POSTCODE",
                "sw1a1aa | NUMBER POSTCODE PSP_REFERENCE",
                "114 55 | POSTCODE",
                "Berg | NAME",
                "Anna Berg | NAME",
                "O'Brien-Łukasz | NAME",
                "8815658961765250 | NUMBER PSP_REFERENCE",
                "pi_3MtwBwLkdIwHu7ix28a3tqPa | NUMBER PSP_REFERENCE",
                "not@an@address | ''",
                "?! | ''",
            })
    void is_recognised(String typed, String fields) {
        assertThat(String.join(
                        " ", Typed.of(typed).fields().stream().map(Enum::name).toList()))
                .isEqualTo(fields);
    }

    @Test
    void a_word_and_a_colon_before_it_name_the_one_place_to_look() {
        assertThat(Typed.of("postcode: 10234")).isEqualTo(new Typed("10234", List.of(Field.POSTCODE)));
        assertThat(Typed.of("Name:Sagan").fields()).containsExactly(Field.NAME);
        assertThat(Typed.of("name:").isEmpty()).isTrue();
    }

    @Test
    void what_is_no_personal_data_may_stand_in_an_address() {
        assertThat(Typed.of("10234").isPersonal()).isFalse();
        assertThat(Typed.of("C10234").isPersonal()).isFalse();
        assertThat(Typed.of("anna@example.com").isPersonal()).isTrue();
        assertThat(Typed.of("SW1A1AA").isPersonal()).isTrue();
        assertThat(Typed.of("postcode: 10234").isPersonal()).isTrue();
        assertThat(Typed.of("Anna Berg")).hasToString("Typed[NAME]");
    }

    @Test
    void nothing_and_more_than_anybody_types_are_nothing() {
        assertThat(Typed.of("  ").isEmpty()).isTrue();
        assertThat(Typed.of("x".repeat(201)).isEmpty()).isTrue();
    }
}
