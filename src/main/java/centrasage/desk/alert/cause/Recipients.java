package centrasage.desk.alert.cause;

import centrasage.desk.BusinessException;
import centrasage.desk.alert.outbox.Postman;
import centrasage.desk.alert.rule.AlertRules;
import centrasage.desk.alert.rule.Recipient;
import centrasage.desk.alert.rule.Rule;
import centrasage.flow.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is told of an exception, and from when on: whom two rules name is told once, as soon as one of them lets. */
final class Recipients {
    private Recipients() {}

    static Map<Recipient, Instant> of(AlertRules rules, BusinessException about, Severity severity, Instant now) {
        Map<Recipient, Instant> all = new LinkedHashMap<>();
        for (Rule rule : rules.all()) {
            if (rule.covers(about.owner(), severity)) {
                Instant notBefore = rule.quiet().notBefore(now, severity, rules.zone());
                rule.recipients().stream()
                        .filter(recipient -> !isAbout(about, recipient))
                        .forEach(recipient ->
                                all.merge(recipient, notBefore, (one, other) -> one.isBefore(other) ? one : other));
            }
        }
        return all;
    }

    static List<Recipient> ofMended(AlertRules rules, BusinessException about) {
        return rules.all().stream()
                .filter(Rule::tellsMended)
                .filter(rule -> rule.owners().contains(about.owner()))
                .flatMap(rule -> rule.recipients().stream())
                .distinct()
                .toList();
    }

    /** That a channel takes nothing is told by the others. */
    private static boolean isAbout(BusinessException about, Recipient recipient) {
        String subject = Postman.ABOUT + recipient.channel();
        return about.kind() == BusinessException.Kind.ALERT_NOT_SENT
                && (about.sourceKey().equals(subject) || about.sourceKey().startsWith(subject + " "));
    }
}
