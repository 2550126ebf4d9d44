package centrasage.settlements.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotReachedTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException(), "the server refused the connection, or nothing listens there"),
                Arguments.of(
                        new ConnectException().initCause(new UnresolvedAddressException()),
                        "no server of that name is known"),
                Arguments.of(
                        new IOException("adyen cannot be read", new UnknownHostException("nowhere")),
                        "no server of that name is known"),
                Arguments.of(
                        new SSLHandshakeException("handshake").initCause(new CertificateException("it is expired")),
                        "the certificate of the server is not trusted (it is expired)"),
                Arguments.of(
                        new SSLHandshakeException("no protocol in common"),
                        "no secure connection came about (no protocol in common)"),
                Arguments.of(
                        new SocketTimeoutException("connect timed out").initCause(new ConnectException("HTTP")),
                        "the server did not answer in time"),
                Arguments.of(new AccessDeniedException("/inbox"), "a file cannot be written here: /inbox"),
                Arguments.of(
                        new IOException(
                                "sftp cannot be read: java.io.IOException: no such key",
                                new IOException("no such key")),
                        "no such key"),
                Arguments.of(new IOException("https://h/1.csv answered 500"), "https://h/1.csv answered 500"),
                Arguments.of(new EOFException(), "the connection broke off"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_failure_has_words_and_no_name_of_a_class(IOException failure, String words) {
        assertThat(NotReached.why(failure)).isEqualTo(words);
    }
}
