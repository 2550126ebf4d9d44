package centrasage.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import centrasage.flow.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void parts_are_encoded_and_empty_ones_are_left_out() {
        Address address = Address.of("postings.xhtml")
                .with("state", "HELD,REFUSED")
                .with("q", "a&b=c d")
                .with("currency", null)
                .with("page", " ");
        assertThat(address).hasToString("postings.xhtml?q=a%26b%3Dc+d&state=HELD,REFUSED");
        assertThat(address.with("q", null).with("state", null)).hasToString("postings.xhtml");
    }

    @Test
    void what_an_address_asks_for_is_read_kindly() {
        Asked asked = new Asked(Map.of("state", "held, POSTED,nonsense", "severity", "huge", "page", "-3", "id", "51"));
        assertThat(asked.all("state", PostingState.class))
                .containsExactlyInAnyOrder(PostingState.HELD, PostingState.POSTED);
        assertThat(asked.one("severity", Severity.class)).isEmpty();
        assertThat(asked.page()).isOne();
        assertThat(asked.id("id")).contains(51L);
        assertThat(asked.id("state")).isEmpty();
        assertThat(asked.text("q")).isEmpty();
    }

    @Test
    void a_number_too_long_for_any_id_is_none() {
        assertThat(new Asked(Map.of("id", "9".repeat(40))).id("id")).isEmpty();
        assertThat(new Asked(Map.of("page", "999999999")).page()).isOne();
        assertThat(new Asked(Map.of("q", "x".repeat(2_000))).text("q")).isEmpty();
    }

    @Test
    void an_address_is_made_again_from_what_it_asked_for() {
        Asked asked = new Asked(Map.of("state", "OPEN", "owner", "CX", "done", "planned"));
        assertThat(asked.address("exceptions.xhtml", "state", "owner", "page"))
                .hasToString("exceptions.xhtml?owner=CX&state=OPEN");
    }
}
