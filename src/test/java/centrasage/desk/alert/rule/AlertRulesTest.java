package centrasage.desk.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Severity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of what, and when not. */
class AlertRulesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static Rule rule(Map<String, String> settings) {
        return new AlertRules(key -> Optional.ofNullable(
                        key.equals("alerts.rules") ? "ops" : settings.get(key.replace("alerts.rule.ops.", ""))))
                .all()
                .get(0);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    @Test
    void a_rule_covers_its_owners_from_its_severity_on() {
        Rule rule = rule(Map.of("severity", "HIGH", "owner", "finance, cx", "to", "mailto:a@b.com, webhook:ops"));
        assertThat(rule.covers(Owner.FINANCE, Severity.HIGH)).isTrue();
        assertThat(rule.covers(Owner.CX, Severity.CRITICAL)).isTrue();
        assertThat(rule.covers(Owner.FINANCE, Severity.MEDIUM)).isFalse();
        assertThat(rule.covers(Owner.OPERATIONS, Severity.CRITICAL)).isFalse();
        assertThat(rule.recipients()).extracting(Recipient::name).containsExactly("mailto:a@b.com", "webhook:ops");
    }

    @Test
    void a_rule_that_says_little_tells_everything_of_some_weight_to_its_recipients_at_any_time() {
        Rule rule = rule(Map.of("to", "webhook:ops"));
        assertThat(rule.covers(Owner.CX, Severity.MEDIUM)).isTrue();
        assertThat(rule.covers(Owner.CX, Severity.LOW)).isFalse();
        assertThat(rule.digest()).isNull();
        assertThat(rule.tellsMended()).isFalse();
        Instant night = at("2026-11-23T03:00");
        assertThat(rule.quiet().notBefore(night, Severity.MEDIUM, LONDON)).isEqualTo(night);
        assertThat(rule(Map.of("to", "webhook:ops", "digest", "08:00", "mended", "yes"))
                        .digest())
                .isEqualTo(LocalTime.of(8, 0));
    }

    @ParameterizedTest
    @CsvSource({
        // hours, days, when something happens, when it is told
        "20:00-07:00, '', 2026-11-24T19:59, 2026-11-24T19:59",
        "20:00-07:00, '', 2026-11-24T20:00, 2026-11-25T07:00",
        "20:00-07:00, '', 2026-11-24T23:59, 2026-11-25T07:00",
        "20:00-07:00, '', 2026-11-25T00:00, 2026-11-25T07:00",
        "20:00-07:00, '', 2026-11-25T06:59, 2026-11-25T07:00",
        "20:00-07:00, '', 2026-11-25T07:00, 2026-11-25T07:00",
        "12:00-13:00, '', 2026-11-25T12:30, 2026-11-25T13:00",
        "'', 'SAT, sun', 2026-11-28T10:00, 2026-11-30T00:00",
        "20:00-07:00, 'SAT,SUN', 2026-11-27T21:00, 2026-11-30T07:00",
        "20:00-07:00, 'SAT,SUN', 2026-11-28T10:00, 2026-11-30T07:00",
        "22:00-06:00, '', 2026-11-24T12:00, 2026-11-24T12:00",
        // the clocks go forward over the end of it, and back
        "22:00-01:30, '', 2026-03-28T23:00, 2026-03-29T02:30",
        "22:00-07:00, '', 2026-03-29T00:30, 2026-03-29T07:00",
        "22:00-07:00, '', 2026-10-25T00:30, 2026-10-25T07:00",
        "22:00-01:30, '', 2026-10-25T00:30, 2026-10-25T01:30"
    })
    void what_happens_in_quiet_hours_is_told_when_they_are_over(String hours, String days, String when, String told) {
        QuietHours quiet = rule(Map.of("to", "webhook:ops", "quiet", hours, "quiet-days", days))
                .quiet();
        assertThat(quiet.notBefore(at(when), Severity.HIGH, LONDON)).isEqualTo(at(told));
        assertThat(quiet.notBefore(at(when), Severity.CRITICAL, LONDON)).isEqualTo(at(when));
    }

    @Test
    void the_second_of_two_half_past_ones_is_past_the_end_of_the_quiet_hours() {
        QuietHours quiet =
                rule(Map.of("to", "webhook:ops", "quiet", "22:00-01:15")).quiet();
        Instant second = Instant.parse("2026-10-25T01:10:00Z"); // 01:10 again, by the clock on the wall
        assertThat(quiet.notBefore(second, Severity.HIGH, LONDON)).isEqualTo(second);
    }

    @Test
    void what_may_break_the_quiet_is_a_setting() {
        QuietHours never = rule(Map.of("to", "webhook:ops", "quiet", "20:00-07:00", "break-quiet", "never"))
                .quiet();
        assertThat(never.notBefore(at("2026-11-24T21:00"), Severity.CRITICAL, LONDON))
                .isEqualTo(at("2026-11-25T07:00"));
        QuietHours high = rule(Map.of("to", "webhook:ops", "quiet", "20:00-07:00", "break-quiet", "high"))
                .quiet();
        assertThat(high.notBefore(at("2026-11-24T21:00"), Severity.HIGH, LONDON))
                .isEqualTo(at("2026-11-24T21:00"));
    }

    @Test
    void a_week_of_quiet_days_says_nothing() {
        QuietHours all = rule(Map.of("to", "webhook:ops", "quiet-days", "MON,TUE,WED,THU,FRI,SAT,SUN"))
                .quiet();
        assertThat(all.notBefore(at("2026-11-24T21:00"), Severity.LOW, LONDON)).isEqualTo(at("2026-11-24T21:00"));
    }
}
