package centrasage.sage200.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SageErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Message\":\"Closed period\"} | Closed period",
                "{\"message\":\"Closed period\"} | Closed period",
                "{\"Message\":\"\",\"ExceptionMessage\":\"Null field\"} | Null field",
                "{\"error\":\"invalid_grant\",\"error_description\":\"Expired\"} | Expired",
                "{\"error\":{\"message\":\"Nested\"}} | Nested",
                "[{\"Message\":\"First\"},{\"Message\":\"Second\"}] | First",
                "\"Just a string\" | Just a string",
                "Plain words | Plain words",
                "<html><h1>504 Gateway  Time-out</h1></html> | 504 Gateway Time-out",
                "{\"odd\":1} | {\"odd\":1}",
                "{broken | {broken",
            })
    void words_are_found_in_every_shape_of_error(String body, String words) {
        assertThat(SageErrors.text(body)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Message\":\"Closed period\"} | true",
                "[{\"Message\":\"First\"}] | true",
                "\"Just a string\" | true",
                "{\"Message\":\"\"} | false",
                "{\"odd\":1} | false",
                "<h1>Not found</h1> | false",
                "Plain words | false",
                "{broken | false",
                "'' | false",
            })
    void only_what_has_a_shape_of_sages_is_taken_for_its_word(String body, boolean sages) {
        assertThat(SageErrors.isSages(body)).isEqualTo(sages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "This record is locked by jsmith on FINANCE-PC2. | jsmith on FINANCE-PC2",
                "Sales order 0000000231 is in use by user 'Sue Brown' on workstation 'PC4' | Sue Brown on PC4",
                "The order is being amended by Bob | Bob",
                "This record is locked by J. Smith on WS-14. Try again later. | J. Smith on WS-14",
                "Locked by jane.doe. Try again later. | jane.doe",
                "Locked by DOMAIN\\jane (session 4) | DOMAIN\\jane",
                "This record is locked by Pat O'Neil on WAREHOUSE-2. | Pat O'Neil on WAREHOUSE-2",
                "Locked by user 'Pat O'Neil' on workstation 'PC4'. | Pat O'Neil on PC4",
                "In use by \"Pat D'Arcy-O'Neil\" (session 4) | Pat D'Arcy-O'Neil",
                "Locked by 'jsmith' | jsmith",
                "The record is locked. | another Sage user",
                "Another user has this record open | another Sage user",
            })
    void the_holder_of_a_lock_is_taken_from_the_words_where_they_name_one(String text, String who) {
        assertThat(SageErrors.lockHolder(text)).isEqualTo(who);
    }
}
