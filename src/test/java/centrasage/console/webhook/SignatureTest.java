package centrasage.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header by which Centra proves itself, with the test vector of its documentation. */
class SignatureTest {
    private static final String SECRET = "test123";
    private static final byte[] BODY = bytes("payload=%7B%22x%22%3A%22test%22%7D");
    private static final String PROOF = "0b9cd84f5d583e5e1aadfb9f160aa8080b51d5b85ff85808d6b75bdac356c549";
    private static final String OTHER = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Signature parsed(String header) {
        return Signature.parse(header).orElseThrow();
    }

    @Test
    void the_documented_vector_fits() {
        Signature signature = parsed("t=12345678,v1=" + PROOF);

        assertThat(signature.signs(BODY, SECRET)).isTrue();
        assertThat(signature.moment()).isEqualTo(Instant.ofEpochSecond(12345678));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t=12345678, v1=" + PROOF,
                " v1 = " + PROOF + " , t = 12345678 ",
                "t=12345678,v1=" + OTHER + ",v1=" + PROOF,
                "t=12345678,v1=" + PROOF + ",v1=" + OTHER,
                "t=12345678,v0=old,v1=" + PROOF + ",v2=new,",
                "t=12345678,v1=not hex,v1=" + PROOF
            })
    void spaces_any_order_other_parts_and_several_proofs_are_taken(String header) {
        assertThat(parsed(header).signs(BODY, SECRET)).isTrue();
    }

    @Test
    void another_secret_body_time_or_proof_does_not_fit() {
        Signature good = parsed("t=12345678,v1=" + PROOF);

        assertThat(good.signs(BODY, "test124")).isFalse();
        assertThat(good.signs(bytes("payload=%7B%22x%22%3A%22Test%22%7D"), SECRET))
                .isFalse();
        assertThat(good.signs(new byte[0], SECRET)).isFalse();
        assertThat(parsed("t=12345679,v1=" + PROOF).signs(BODY, SECRET)).isFalse();
        assertThat(parsed("t=012345678,v1=" + PROOF).signs(BODY, SECRET)).isFalse();
        assertThat(parsed("t=12345678,v1=" + OTHER).signs(BODY, SECRET)).isFalse();
        assertThat(parsed("t=12345678,v1=" + PROOF.substring(2)).signs(BODY, SECRET))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=12345678",
                "v1=" + PROOF,
                "t=,v1=" + PROOF,
                "t=-1,v1=" + PROOF,
                "t=1e9,v1=" + PROOF,
                "t=12345678901234567890,v1=" + PROOF,
                "t=12345678,t=12345678,v1=" + PROOF,
                "t=12345678,v1=xyz",
                "t=12345678;v1=" + PROOF,
                "12345678," + PROOF
            })
    void a_header_without_one_time_or_without_a_proof_is_none(String header) {
        assertThat(Signature.parse(header)).isEmpty();
    }

    @Test
    void proofs_without_end_are_not_tried() {
        assertThat(Signature.parse("t=1" + (",v1=" + PROOF).repeat(10))).isPresent();
        assertThat(Signature.parse("t=1" + (",v1=" + PROOF).repeat(11))).isEmpty();
    }
}
