package centrasage.desk.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Severity;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Web hooks of chats, with a server that takes them and with ones that do not. */
class WebHookChannelTest {
    private static final Notice NOTICE = new Notice(
            "1",
            "",
            Severity.CRITICAL,
            "Critical: <A> & B",
            List.of("One.", "Two."),
            "https://c.example/exceptions.xhtml?id=7");

    private final HookServer server;

    WebHookChannelTest() throws IOException {
        server = new HookServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private WebHookChannel channel(WebHookShape shape) {
        return new WebHookChannel("ops", URI.create(server.url()), shape, Duration.ofSeconds(2));
    }

    private JsonObject sent() {
        return Json.createReader(new StringReader(server.bodies.get(0))).readObject();
    }

    @Test
    void teams_gets_a_message_with_an_adaptive_card() {
        server.answers(202, "");
        assertThat(channel(WebHookShape.TEAMS).send(NOTICE)).isInstanceOf(Delivery.Sent.class);
        JsonObject sent = sent();
        assertThat(sent.getString("type")).isEqualTo("message");
        JsonObject attachment = sent.getJsonArray("attachments").getJsonObject(0);
        assertThat(attachment.getString("contentType")).isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonObject card = attachment.getJsonObject("content");
        assertThat(card.getString("type")).isEqualTo("AdaptiveCard");
        assertThat(card.getJsonArray("body").getValuesAs(JsonObject.class))
                .extracting(block -> block.getString("text"))
                .containsExactly("Critical: <A> & B", "One.", "Two.");
        assertThat(card.getJsonArray("actions").getJsonObject(0).getString("url"))
                .isEqualTo(NOTICE.link());
    }

    @Test
    void slack_gets_blocks_with_a_text_and_its_three_characters_escaped() {
        assertThat(channel(WebHookShape.SLACK).send(NOTICE)).isInstanceOf(Delivery.Sent.class);
        assertThat(sent().getString("text")).isEqualTo("Critical: &lt;A&gt; &amp; B");
        assertThat(sent().getJsonArray("blocks").getValuesAs(JsonObject.class))
                .extracting(block -> block.getJsonObject("text").getString("text"))
                .containsExactly(
                        "*Critical: &lt;A&gt; &amp; B*",
                        "One.",
                        "Two.",
                        "<https://c.example/exceptions.xhtml?id=7|Open the console>");
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "503", "408"})
    void what_passes_is_tried_later_and_the_address_stays_a_secret(int status) {
        server.answers(status, "17");
        Delivery delivery = channel(WebHookShape.SLACK).send(NOTICE);
        assertThat(server.bodies).hasSize(1);
        assertThat(delivery)
                .isEqualTo(new Delivery.Later(
                        "The web hook ops answers " + status + ": said " + status,
                        java.util.Optional.of(Duration.ofSeconds(17))));
    }

    @ParameterizedTest
    @CsvSource({"400", "403", "404", "410"})
    void what_does_not_pass_is_given_up(int status) {
        server.answers(status, "");
        Delivery delivery = channel(WebHookShape.TEAMS).send(NOTICE);
        assertThat(server.bodies).hasSize(1);
        assertThat(delivery).isEqualTo(new Delivery.Refused("The web hook ops answers " + status + ": said " + status));
    }

    @Test
    void one_that_never_answers_ends_with_the_time_out() {
        server.hangs();
        Delivery delivery = channel(WebHookShape.TEAMS).send(NOTICE);
        assertThat(server.bodies).hasSize(1);
        assertThat(delivery).isEqualTo(new Delivery.Later("The web hook ops does not answer: HttpTimeoutException"));
    }

    @Test
    void one_that_is_gone_is_tried_later() {
        server.close();
        assertThat(channel(WebHookShape.TEAMS).send(NOTICE))
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        later -> assertThat(later.why())
                                .startsWith("The web hook ops does not answer")
                                .doesNotContain("secret-path"));
    }
}
