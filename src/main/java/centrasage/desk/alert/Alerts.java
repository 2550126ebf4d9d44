package centrasage.desk.alert;

import centrasage.desk.alert.cause.ConsoleLink;
import centrasage.desk.alert.channel.Channels;
import centrasage.desk.alert.outbox.ChannelState;
import centrasage.desk.alert.outbox.Letter;
import centrasage.desk.alert.outbox.Outbox;
import centrasage.desk.alert.outbox.Purpose;
import centrasage.desk.alert.rule.AlertRules;
import centrasage.desk.alert.rule.Recipient;
import centrasage.desk.alert.rule.Rule;
import centrasage.flow.Severity;
import centrasage.sync.database.Atomic;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people may see and do about alerts: the rules, how each channel fares, and a message to try it. */
@ApplicationScoped
public class Alerts {
    private AlertRules rules;
    private Channels channels;
    private Outbox outbox;
    private ConsoleLink console;
    private Audit audit;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Alerts() {}

    @Inject
    Alerts(AlertRules rules, Channels channels, Outbox outbox, ConsoleLink console, Audit audit, Clock clock) {
        this.rules = rules;
        this.channels = channels;
        this.outbox = outbox;
        this.console = console;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Rule> rules() {
        return rules.all();
    }

    /** Each channel that a rule names. */
    @Atomic
    public List<ChannelState> channels() {
        return rules.all().stream()
                .flatMap(rule -> rule.recipients().stream())
                .map(Recipient::channel)
                .distinct()
                .sorted()
                .map(outbox::state)
                .toList();
    }

    public boolean isSetUp(String channel) {
        return channels.named(channel).isPresent();
    }

    /**
     * Writes a message to everybody whom a rule names, whatever the time; it goes out within seconds, or the state of its channel says why
     * not.
     *
     * @return how many messages were written; empty when there is no such rule
     */
    @Atomic
    public Optional<Integer> test(String rule, String person) {
        return rules.named(rule).map(known -> test(known, person));
    }

    private int test(Rule rule, String person) {
        Instant now = clock.instant();
        Letter letter = new Letter(
                "test/" + rule.name() + "/" + now,
                Purpose.TEST,
                null,
                Severity.LOW,
                "Test of the alert rule " + rule.name(),
                List.of("This is a test. Whoever reads it will be told of what this rule covers."),
                console.today());
        rule.recipients().forEach(recipient -> outbox.write(letter, recipient, now, now));
        audit.write(
                person,
                "ALERT_TESTED",
                "alerts/" + rule.name(),
                rule.recipients().size() + " messages");
        return rule.recipients().size();
    }
}
