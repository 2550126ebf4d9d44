package centrasage.launch.settings;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of alerts. Those of a rule and of a web hook have its name in their keys, which the operator chooses. */
final class AlertSettings {
    private static final String HEARTBEAT = "alerts.heartbeat.";
    private static final String SMTP = "alerts.smtp.";
    private static final Pattern RULE = Pattern.compile("alerts\\.rule\\.([a-z0-9-]{1,40})\\.([a-z-]+)");
    private static final Pattern WEB_HOOK = Pattern.compile("alerts\\.webhook\\.([a-z0-9-]{1,40})\\.([a-z]+)");
    private static final Pattern NAMED_HOOK = Pattern.compile("webhook:([a-z0-9-]{1,40})");

    private static final Map<String, Setting.Check> OF_A_RULE = Map.of(
            "severity",
            Checks.oneOf("low", "medium", "high", "critical"),
            "owner",
            Checks.wordsOf("ANY", "CX", "OPERATIONS", "FINANCE"),
            "to",
            AlertChecks::recipients,
            "quiet",
            AlertChecks::hours,
            "quiet-days",
            AlertChecks::days,
            "break-quiet",
            Checks.oneOf("low", "medium", "high", "critical", "never"),
            "digest",
            AlertChecks::time,
            "mended",
            Checks.oneOf("no", "yes"));

    private static final Map<String, Setting.Check> OF_A_HOOK =
            Map.of("url", AlertChecks::webHook, "shape", Checks.oneOf("teams", "slack"));

    private static final List<Setting> FIXED = List.of(
            Setting.of("console.public-url", Checks::url),
            Setting.of("alerts.rules", AlertChecks::names),
            Setting.of(SMTP + "host", Checks::text),
            Setting.of(SMTP + "port", Checks.number(1, 65_535)),
            Setting.of(SMTP + "user", Checks::text),
            Setting.of(SMTP + "password", Checks::text).hidden(),
            Setting.of(SMTP + "tls", Checks.oneOf("starttls", "implicit", "none")),
            Setting.of(SMTP + "from", AlertChecks::address),
            Setting.of(SMTP + "connect-timeout", Times.from("PT1S", "PT1M")),
            Setting.of(SMTP + "read-timeout", Times.from("PT1S", "PT1M")),
            Setting.of("alerts.silence-weeks", Checks.number(3, 26)),
            Setting.of("alerts.silence.orders", AlertChecks::silence),
            Setting.of("alerts.silence.shipments", AlertChecks::silence),
            Setting.of("alerts.silence.despatches", AlertChecks::silence),
            Setting.of("alerts.silence.payments", AlertChecks::silence),
            Setting.of("alerts.silence.returns", AlertChecks::silence),
            Setting.of("alerts.silence.settlements", AlertChecks::silence),
            Setting.of("alerts.silence.stock", AlertChecks::silence),
            Setting.of("alerts.silence.web-hooks", AlertChecks::silence),
            Setting.of("alerts.closed", AlertChecks::closed),
            Setting.of("alerts.maintenance", Checks.oneOf("off", "on")),
            Setting.of(HEARTBEAT + "url", AlertChecks::webHook).hidden(),
            Setting.of(HEARTBEAT + "interval", Times.from("PT10S", "PT1H")),
            Setting.of(HEARTBEAT + "method", Checks.oneOf("get", "post")),
            Setting.of(HEARTBEAT + "when-ill", Checks.oneOf("nothing", "fail")));

    private AlertSettings() {}

    static Stream<Setting> fixed() {
        return FIXED.stream();
    }

    /** The setting of a key that has a name in it; empty for any other. */
    static Optional<Setting> named(String key) {
        return setting(RULE, OF_A_RULE, key)
                .or(() -> setting(WEB_HOOK, OF_A_HOOK, key)
                        .map(setting -> key.endsWith(".url") ? setting.hidden() : setting));
    }

    private static Optional<Setting> setting(Pattern pattern, Map<String, Setting.Check> checks, String key) {
        Matcher matcher = pattern.matcher(key);
        return matcher.matches()
                ? Optional.ofNullable(checks.get(matcher.group(2))).map(check -> Setting.of(key, check))
                : Optional.empty();
    }

    /** The keys that the names in these values make, so that the environment can give what the file must not hold. */
    static Set<String> keys(Map<String, String> values) {
        Set<String> keys = new LinkedHashSet<>();
        rules(values).forEach(rule -> OF_A_RULE.keySet().forEach(key -> keys.add("alerts.rule." + rule + "." + key)));
        hooks(values)
                .forEach(hook -> OF_A_HOOK.keySet().forEach(key -> keys.add("alerts.webhook." + hook + "." + key)));
        return keys;
    }

    private static List<String> rules(Map<String, String> values) {
        return Arrays.stream(values.getOrDefault("alerts.rules", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Set<String> hooks(Map<String, String> values) {
        Set<String> hooks = new LinkedHashSet<>();
        for (String rule : rules(values)) {
            NAMED_HOOK
                    .matcher(values.getOrDefault("alerts.rule." + rule + ".to", ""))
                    .results()
                    .forEach(hook -> hooks.add(hook.group(1)));
        }
        values.keySet().stream()
                .map(WEB_HOOK::matcher)
                .filter(Matcher::matches)
                .forEach(hook -> hooks.add(hook.group(1)));
        return hooks;
    }

    /** What does not go together, each with what to do about it. */
    static Stream<String> contradictions(Map<String, String> values) {
        return Stream.of(
                        rules(values).stream()
                                .filter(rule -> isBlank(values, "alerts.rule." + rule + ".to"))
                                .map(rule -> "alerts.rule." + rule + ".to: is missing, and the rule " + rule
                                        + " of alerts.rules tells nobody without it; name recipients, such as"
                                        + " mailto:finance@brand.com or webhook:ops, or take the rule out"),
                        unlisted(values),
                        hooks(values).stream()
                                .filter(hook -> isBlank(values, "alerts.webhook." + hook + ".url"))
                                .map(hook -> "alerts.webhook." + hook + ".url: is missing, and a rule sends to webhook:"
                                        + hook + "; set the address that Teams or Slack gave you"),
                        missingForMail(values))
                .flatMap(faults -> faults);
    }

    private static Stream<String> unlisted(Map<String, String> values) {
        return values.keySet().stream()
                .map(RULE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .filter(rule -> !rules(values).contains(rule))
                .map(rule ->
                        "alerts.rule." + rule + ": is not named in alerts.rules, so that it would tell nobody; add "
                                + rule + " there, or remove its lines");
    }

    private static Stream<String> missingForMail(Map<String, String> values) {
        boolean isMailed = rules(values).stream()
                .anyMatch(rule ->
                        values.getOrDefault("alerts.rule." + rule + ".to", "").contains("@"));
        boolean isSignedIn = !isBlank(values, SMTP + "user");
        return Stream.of(
                        isMailed && isBlank(values, SMTP + "host")
                                ? SMTP + "host: is missing, and a rule sends to an e-mail address; set your mail server"
                                : "",
                        isMailed && isBlank(values, SMTP + "from")
                                ? SMTP + "from: is missing, and a rule sends to an e-mail address; set the address that"
                                        + " our mails come from"
                                : "",
                        isSignedIn == isBlank(values, SMTP + "password")
                                ? SMTP + "user and " + SMTP + "password: one of them is missing; set both, or neither"
                                : "",
                        isSignedIn && "none".equals(values.get(SMTP + "tls"))
                                ? SMTP + "tls = \"none\": would send the password of " + SMTP
                                        + "user for everybody to read; use starttls or implicit"
                                : "")
                .filter(fault -> !fault.isEmpty());
    }

    private static boolean isBlank(Map<String, String> values, String key) {
        return values.getOrDefault(key, "").isBlank();
    }
}
