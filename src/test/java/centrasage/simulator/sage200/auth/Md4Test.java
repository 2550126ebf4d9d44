package centrasage.simulator.sage200.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Md4Test {
    @ParameterizedTest
    @CsvSource({
        "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890, "
                + "e33b4ddc9c38f2199c3e7b164fcc0536",
    })
    void the_test_suite_of_rfc_1320_passes(String message, String hash) {
        assertThat(HexFormat.of().formatHex(Md4.hash(message.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(hash);
    }
}
