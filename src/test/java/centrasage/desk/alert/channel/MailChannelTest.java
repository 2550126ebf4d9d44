package centrasage.desk.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Severity;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** E-mail, with a real mail server and with ones that fail. */
class MailChannelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final Notice NOTICE = new Notice(
            "alert-7@centra-sage200",
            "finance@brand.com",
            Severity.HIGH,
            "High: 4,000 of one cause — SKU",
            List.of("One.", "Two: £12.00"),
            "https://c.example/exceptions.xhtml?id=7");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Channel channel(int port, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "alerts.smtp.host", "127.0.0.1",
                "alerts.smtp.port", String.valueOf(port),
                "alerts.smtp.tls", "none",
                "alerts.smtp.from", "centra-sage200@brand.com",
                "alerts.smtp.connect-timeout", "PT1S",
                "alerts.smtp.read-timeout", "PT1S"));
        settings.putAll(more);
        return new Channels(key -> Optional.ofNullable(settings.get(key)), CLOCK)
                .named("mail")
                .orElseThrow();
    }

    private Channel toServer(Map<String, String> more) {
        server.start();
        return channel(server.getSmtp().getPort(), more);
    }

    @Test
    void a_message_arrives_with_its_words_its_link_and_an_identifier_that_stays() throws Exception {
        Channel channel = toServer(Map.of());
        assertThat(channel.send(NOTICE)).isInstanceOf(Delivery.Sent.class);
        assertThat(channel.send(NOTICE)).isInstanceOf(Delivery.Sent.class);
        assertThat(server.getReceivedMessages()).hasSize(2);
        for (MimeMessage message : server.getReceivedMessages()) {
            assertThat(message.getSubject()).isEqualTo(NOTICE.title());
            assertThat(message.getMessageID()).isEqualTo("<alert-7@centra-sage200>");
            assertThat(message.getAllRecipients()[0]).hasToString("finance@brand.com");
            assertThat(message.getFrom()[0]).hasToString("centra-sage200@brand.com");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(message.getContent().toString()).contains("Two: £12.00", NOTICE.link());
        }
    }

    @Test
    void a_server_that_is_down_is_tried_later() {
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(channel(port, Map.of()).send(NOTICE))
                .isInstanceOfSatisfying(
                        Delivery.Later.class, later -> assertThat(later.why()).contains("127.0.0.1:" + port));
    }

    @Test
    void a_wrong_password_is_told_without_the_password() {
        server.setUser("alerts@brand.com", "alerts", "right-password");
        Channel channel = toServer(Map.of("alerts.smtp.user", "alerts", "alerts.smtp.password", "wrong-password"));
        assertThat(channel.send(NOTICE))
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        later -> assertThat(later.why()).contains("sign-in").doesNotContain("wrong-password"));
        assertThat(server.getReceivedMessages()).isEmpty();
        Channel right = channel(
                server.getSmtp().getPort(),
                Map.of("alerts.smtp.user", "alerts", "alerts.smtp.password", "right-password"));
        assertThat(right.send(NOTICE)).isInstanceOf(Delivery.Sent.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nothing_is_sent_where_the_encryption_that_is_asked_for_is_not_there() {
        Channel channel = toServer(Map.of("alerts.smtp.tls", "starttls"));
        assertThat(channel.send(NOTICE)).isInstanceOf(Delivery.Later.class);
        Channel implicit = channel(server.getSmtp().getPort(), Map.of("alerts.smtp.tls", "implicit"));
        assertThat(implicit.send(NOTICE)).isInstanceOf(Delivery.Later.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_trusted() {
        GreenMail secure = new GreenMail(ServerSetup.SMTPS.dynamicPort());
        secure.start();
        try {
            Channel channel = channel(secure.getSmtps().getPort(), Map.of("alerts.smtp.tls", "implicit"));
            assertThat(channel.send(NOTICE)).isInstanceOf(Delivery.Later.class);
            assertThat(secure.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    @Test
    void a_recipient_that_is_refused_for_good_is_given_up_and_one_for_now_is_not() throws IOException {
        try (Script refusing = new Script("550 5.1.1 no such mailbox")) {
            Delivery delivery = channel(refusing.port(), Map.of()).send(NOTICE);
            assertThat(refusing.asked.get()).isEqualTo(1);
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Refused.class,
                            refused -> assertThat(refused.why()).contains("finance@brand.com", "no such mailbox"));
        }
        try (Script busy = new Script("450 4.2.0 greylisted, try again")) {
            Delivery delivery = channel(busy.port(), Map.of()).send(NOTICE);
            assertThat(busy.asked.get()).isEqualTo(1);
            assertThat(delivery).isInstanceOf(Delivery.Later.class);
        }
    }

    @Test
    void a_server_that_never_answers_ends_with_the_time_out() throws IOException {
        try (Script slow = new Script("")) {
            assertThat(channel(slow.port(), Map.of()).send(NOTICE)).isInstanceOf(Delivery.Later.class);
            assertThat(slow.asked.get()).isEqualTo(1);
        }
    }

    /** Speaks as much SMTP as it takes to answer so to a recipient; with no answer it says nothing at all from there on. */
    private static final class Script implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final AtomicInteger asked = new AtomicInteger();
        private final String answer;

        Script(String answer) throws IOException {
            this.answer = answer;
            Thread thread = new Thread(this::serve, "smtp script");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept();
                    var in = new java.io.BufferedReader(
                            new java.io.InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                say(client, "220 script");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("RCPT")) {
                        asked.incrementAndGet();
                    }
                    if (!line.startsWith("RCPT")) {
                        say(client, line.startsWith("QUIT") ? "221 bye" : "250 ok");
                    } else if (!answer.isEmpty()) {
                        say(client, answer);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
