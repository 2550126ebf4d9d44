package centrasage.orders.customer;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.vault.Clue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However somebody writes it, it is the same clue. */
class CluesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zoë Müller | zoe muller",
                "MÜLLER, Zoë | Zoe Muller",
                "Sinéad O’Brien | sinead obrien",
                "Sinéad O'Brien | SINEAD OBRIEN",
                "Anne-Marie Groß | anne marie gross",
                "Łukasz Ødegård | lukasz odegard",
                "Berg | BERG",
            })
    void names_are_the_same(String one, String other) {
        assertThat(Clues.name(one)).isPresent().isEqualTo(Clues.name(other));
    }

    @Test
    void mail_and_postcode_are_the_same_in_any_case_and_with_any_spaces() {
        assertThat(Clues.email(" Zoe@Example.COM ")).isPresent().isEqualTo(Clues.email("zoe@example.com"));
        assertThat(Clues.postcode("sw1a 1aa")).isPresent().isEqualTo(Clues.postcode("SW1A1AA"));
        assertThat(Clues.email("zoe")).isEmpty();
        assertThat(Clues.email(null)).isEmpty();
    }

    @Test
    void one_letter_is_no_name_and_the_longest_word_is_looked_for_first() {
        assertThat(Clues.name("Z")).isEmpty();
        assertThat(Clues.nameWords("de la Montaigne"))
                .extracting(Clue::value)
                .startsWith("montaigne")
                .hasSize(3);
    }

    @Test
    void a_clue_never_ends_in_a_log() {
        assertThat(Clues.email("zoe@example.com").orElseThrow()).hasToString("Clue[E_MAIL]");
    }
}
