package centrasage.launch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of alerts: names in keys, faults all at once, and secrets from the environment. */
class AlertSettingsTest {
    private static final String SOUND = """
        centra.url = https://brand.centra.com
        centra.token = secret-token
        sage200.url = https://sage.local/api
        sage200.site = 6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41
        sage200.company = 33
        orders.from = 10234
        mapping.seed = .
        console.public-url = https://centra-sage200.brand.com
        alerts.rules = finance-mail, ops-teams
        alerts.rule.finance-mail.severity = High
        alerts.rule.finance-mail.owner = finance
        alerts.rule.finance-mail.to = mailto:finance@brand.com
        alerts.rule.finance-mail.quiet = 20:00-07:00
        alerts.rule.finance-mail.quiet-days = SAT,SUN
        alerts.rule.finance-mail.break-quiet = critical
        alerts.rule.finance-mail.digest = 08:00
        alerts.rule.finance-mail.mended = yes
        alerts.rule.ops-teams.to = webhook:ops
        alerts.webhook.ops.shape = teams
        alerts.smtp.host = smtp.brand.com
        alerts.smtp.from = centra-sage200@brand.com
        alerts.smtp.user = alerts
        alerts.closed = 2026-12-25, SUN
        alerts.silence.settlements = P4D
        alerts.silence.returns = off
        """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "ALERTS_WEBHOOK_OPS_URL", "https://teams.example/secret-path",
            "ALERTS_SMTP_PASSWORD", "secret-password"));
    private final Properties system = new Properties();

    private Configuration read(String more) throws IOException {
        Path file = folder.resolve("centrasage.properties");
        Files.writeString(file, SOUND + more);
        return Configuration.read(file.toString(), environment, system);
    }

    @Test
    void a_whole_set_of_rules_is_sound_and_handed_over() throws IOException {
        Configuration configuration = read("");
        assertThat(configuration.faults()).isEmpty();
        Properties handed = new Properties();
        configuration.publish(handed);
        assertThat(handed)
                .containsEntry("alerts.rule.finance-mail.severity", "high")
                .containsEntry("alerts.webhook.ops.url", "https://teams.example/secret-path")
                .containsEntry("alerts.smtp.password", "secret-password");
    }

    @Test
    void the_environment_goes_before_the_file_for_keys_with_names_too() throws IOException {
        environment.put("ALERTS_RULE_FINANCE_MAIL_TO", "webhook:boss");
        environment.put("ALERTS_WEBHOOK_BOSS_URL", "https://slack.example/x");
        Configuration configuration = read("");
        assertThat(configuration.faults()).isEmpty();
        assertThat(configuration.get("alerts.rule.finance-mail.to")).isEqualTo("webhook:boss");
        assertThat(configuration.get("alerts.webhook.boss.url")).isEqualTo("https://slack.example/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alerts.rules | Finance Mail | small letters",
                "alerts.rules | a, a | each once",
                "alerts.rule.finance-mail.severity | urgent | expected one of low",
                "alerts.rule.finance-mail.owner | boss | boss is not known",
                "alerts.rule.finance-mail.to | finance | is no recipient",
                "alerts.rule.finance-mail.to | mailto:a@b.com mailto:c@d.com | is no recipient",
                "alerts.rule.finance-mail.quiet | 20-7 | 20:00-07:00",
                "alerts.rule.finance-mail.quiet | 24:00-07:00 | 20:00-07:00",
                "alerts.rule.finance-mail.quiet-days | SATURDAY | is no day",
                "alerts.rule.finance-mail.break-quiet | sometimes | expected one of",
                "alerts.rule.finance-mail.digest | 8 | 08:00",
                "alerts.rule.finance-mail.mended | maybe | expected one of no, yes",
                "alerts.rule.finance-mail.colour | red | there is no such setting",
                "alerts.webhook.ops.shape | irc | expected one of teams, slack",
                "alerts.smtp.tls | ssl | expected one of starttls",
                "alerts.smtp.from | nobody | an e-mail address such as",
                "alerts.smtp.port | 0 | whole number",
                "alerts.smtp.read-timeout | PT0S | must be from",
                "alerts.silence.orders | soon | PT24H; or off",
                "alerts.silence.customers | PT1H | there is no such setting",
                "alerts.silence-weeks | 2 | whole number from 3",
                "alerts.closed | christmas | is no day",
                "alerts.closed | 2026-02-30 | is no day",
                "alerts.maintenance | yes | expected one of off, on",
                "alerts.heartbeat.interval | PT1S | must be from",
                "alerts.heartbeat.when-ill | shout | expected one of nothing, fail",
                "console.public-url | centra-sage200 | expected a full address"
            })
    void what_is_wrong_is_named_with_its_remedy(String key, String value, String remedy) throws IOException {
        system.setProperty(key, value);
        List<String> faults = (Catalogue.of(key).isPresent() ? read("") : read(key + " = " + value + "\n")).faults();
        assertThat(faults).anySatisfy(fault -> assertThat(fault).startsWith(key).contains(remedy));
    }

    @Test
    void what_does_not_go_together_is_told_all_at_once() throws IOException {
        environment.clear();
        assertThat(read("""
            alerts.rule.finance-male.to = mailto:a@b.com
            alerts.heartbeat.url = http://hc.example/secret-path
            """).faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("alerts.webhook.ops.url: is missing"))
                .anySatisfy(fault -> assertThat(fault).startsWith("alerts.smtp.user and alerts.smtp.password"))
                .anySatisfy(fault -> assertThat(fault).startsWith("alerts.rule.finance-male: is not named"))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("alerts.heartbeat.url: ").doesNotContain("secret-path"))
                .hasSize(4);
    }

    @Test
    void a_mail_rule_needs_a_server_and_no_password_goes_out_in_the_open() throws IOException {
        system.setProperty("alerts.smtp.tls", "none");
        assertThat(read("").faults()).singleElement().asString().startsWith("alerts.smtp.tls = \"none\"");
        Map<String, String> values =
                new HashMap<>(Map.of("alerts.rules", "a, b", "alerts.rule.a.to", "mailto:a@b.com"));
        assertThat(AlertSettings.contradictions(values))
                .anySatisfy(fault -> assertThat(fault).startsWith("alerts.rule.b.to: is missing"))
                .anySatisfy(fault -> assertThat(fault).startsWith("alerts.smtp.host: is missing"))
                .anySatisfy(fault -> assertThat(fault).startsWith("alerts.smtp.from: is missing"))
                .hasSize(3);
    }

    @Test
    void the_address_of_a_web_hook_is_a_secret() {
        assertThat(Catalogue.of("alerts.webhook.ops.url").orElseThrow().secret())
                .isTrue();
        assertThat(Catalogue.of("alerts.heartbeat.url").orElseThrow().secret()).isTrue();
        assertThat(Catalogue.of("alerts.webhook.ops.url").orElseThrow().faultOf("http://teams.example/secret-path"))
                .hasValueSatisfying(fault -> assertThat(fault).doesNotContain("secret-path"));
    }
}
