package centrasage.desk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Sage 200 has no product TD-0042-M,                       TD-0042-M",
        "The product TD-1 (SKU TD-1-M) may not be sold in Sage 200, TD-1",
        "The customer account WEB-GBP is on hold in Sage 200,     WEB-GBP",
        "Sage 200 has no additional charge SHIP.,                 SHIP",
        "No product goes with it,                                 ''",
        "The order charges for shipping and names no shipping option, ''",
        "For order 10234 GBP 12.00 were taken,                    ''",
    })
    void what_the_words_name_as_missing_is_what_they_are_about(String words, String thing) {
        assertThat(key(true, words).about()).isEqualTo(thing);
    }

    @Test
    void the_same_thing_in_another_company_is_another_cause_and_findings_are_about_nothing() {
        assertThat(key(true, "no product TD-1").key()).isEqualTo("UNKNOWN_SKU/33/TD-1");
        assertThat(key(false, "no product TD-1").key()).isEqualTo("UNKNOWN_SKU");
    }

    @Test
    void it_is_read_as_it_was_written() {
        CauseKey key = key(true, "Sage 200 has no product A/B-1");
        assertThat(CauseKey.read(key.key())).isEqualTo(key);
        assertThat(CauseKey.read("TOTAL_DIFFERS")).isEqualTo(new CauseKey("TOTAL_DIFFERS", "", ""));
    }

    private static CauseKey key(boolean ofPlan, String words) {
        return CauseKey.of(ofPlan, "33", new Reason("UNKNOWN_SKU", Owner.OPERATIONS, words, "Create it"));
    }
}
