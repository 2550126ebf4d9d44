package centrasage.sage200.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.sage200.client.Given;
import centrasage.sage200.client.RawServer;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.WindowsSignIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What is told of a read that failed: the thing, its key and value, and the remedy. */
class SageReadAnswersTest {
    private static final String SITE = Given.settings("http://any").site();

    private static String told(String url, Authorization authorization) {
        SageReads reads = new SageReads(Given.settings(url), authorization);
        return catchThrowableOfType(ReadFailed.class, () -> reads.list("77", "sop_settings", Query.all()))
                .why();
    }

    private static String told(RawServer.Reply reply, Authorization authorization) throws IOException {
        try (RawServer sage = new RawServer(request -> reply)) {
            return told(sage.url(), authorization);
        }
    }

    @Test
    void a_refused_sign_in_names_the_user_the_site_and_the_company_by_key_and_value() throws IOException {
        assertThat(told(RawServer.json(401, ""), SageAuthorization.basic("svc-centra", "hidden-word")))
                .isEqualTo("Sage 200 refused the sign-in, the site or company 77, and does not say which: check"
                        + " sage200.user (svc-centra) and sage200.password, sage200.site (X-Site " + SITE
                        + "), sage200.company (X-Company 77), and that the Sage user may open this company");
        assertThat(told(RawServer.json(401, ""), SageAuthorization.NONE))
                .contains("sage200.auth (none: no sign-in is sent)", "X-Site " + SITE, "X-Company 77");
        assertThat(told(RawServer.json(401, ""), new WindowsSignIn("http://sage", "BRAND\\svc", "hidden-word")))
                .contains("sage200.user (BRAND\\svc: domain, backslash, name) and sage200.password")
                .doesNotContain("hidden-word");
    }

    @Test
    void a_sage_that_cannot_be_reached_is_named_by_its_address_and_key() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(told("http://127.0.0.1:" + port, SageAuthorization.NONE))
                .startsWith("Sage 200 at http://127.0.0.1:" + port + " cannot be reached (")
                .contains("Connection refused", "check sage200.url", "it is tried again by itself");
    }

    @Test
    void an_answer_that_fails_or_does_not_come_says_what_happens_next_and_what_to_do() throws IOException {
        assertThat(told(RawServer.json(500, "{\"Message\":\"An error has occurred.\"}"), SageAuthorization.NONE))
                .startsWith(
                        "Sage 200 answered 500 to sop_settings (An error has occurred.): it is tried again by itself")
                .contains("if it lasts, look into the log of Sage's API at http://");
        assertThat(told(RawServer.silence(), SageAuthorization.NONE))
                .contains("did not answer sop_settings in time", "sage200.connect-timeout", "raise the timeout");
        assertThat(told(RawServer.drop(), SageAuthorization.NONE))
                .contains("broke off", "it is tried again by itself", "check sage200.url");
        assertThat(told(RawServer.json(200, "<html>"), SageAuthorization.NONE))
                .contains("something that is not JSON", "sage200.url (http://");
    }
}
