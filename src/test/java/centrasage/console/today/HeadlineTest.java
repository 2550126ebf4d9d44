package centrasage.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.today.Headline.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    @ParameterizedTest(name = "{6}")
    @CsvSource({
        "true,  9, 0, 0, 3, false, ALL",
        "true,  9, 0, 0, 3, true,  UNSURE",
        "true,  9, 0, 4, 3, false, WAITING",
        "true,  9, 0, 4, 3, true,  WAITING",
        "false, 0, 0, 4, 0, true,  WAITING",
        "true,  9, 2, 4, 3, false, MISSING",
        "true,  0, 2, 0, 3, false, NONE",
        "true,  0, 0, 0, 3, false, NOT_FOR_SAGE",
        "true,  0, 0, 0, 0, false, EMPTY",
        "false, 0, 0, 0, 0, true,  UNREAD"
    })
    void all_is_said_to_be_posted_only_where_it_is(
            boolean read, long posted, long missing, long waiting, long skipped, boolean failed, Kind kind) {
        Headline headline = new Headline(read, posted, missing, waiting, skipped, failed);
        assertThat(headline.kind()).isEqualTo(kind);
        assertThat(headline.good()).isEqualTo(kind == Kind.ALL);
    }
}
