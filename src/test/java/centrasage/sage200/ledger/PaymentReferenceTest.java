package centrasage.sage200.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which second references are those of one payment, and which of another or of none. */
class PaymentReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "1O0H-PSP1, 1O0H-PSP1, true",
        "1O0H-PSP1, 1o0h-psp1, true",
        "1O0H-PSP1, 1O0H, true",
        "1O0H, 1O0H-PSP1, true",
        "1O0H-PSP1, 1O0H-PSP2, true",
        "1O0H-PSP1, 1O0I-PSP1, false",
        "1O0H, 1O0HA, false",
        "1O0H, 1O0H PSP1, false",
        "G-1O0H, G-1O0H-PSP1, true",
        "G-1O0H-PSP1, 1O0H-PSP1, false",
        "1O0H-PSP1, G-1O0H-PSP1, false",
        "S, S-10234-1, false"
    })
    void the_id_alone_says_which_payment_it_is(String ours, String other, boolean same) {
        assertThat(PaymentReference.isSame(ours, other)).isEqualTo(same);
    }
}
