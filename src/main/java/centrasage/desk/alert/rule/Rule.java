package centrasage.desk.alert.rule;

import centrasage.flow.Owner;
import centrasage.flow.Severity;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what.
 *
 * @param least severity that is told
 * @param owners whose exceptions are told
 * @param digest when the daily digest is sent; null where there is none
 * @param tellsMended whether it is told too that a cause is over
 */
public record Rule(
        String name,
        Severity least,
        Set<Owner> owners,
        List<Recipient> recipients,
        QuietHours quiet,
        @Nullable LocalTime digest,
        boolean tellsMended) {
    public Rule {
        owners = Set.copyOf(owners);
        recipients = List.copyOf(recipients);
    }

    public boolean covers(Owner owner, Severity severity) {
        return owners.contains(owner) && severity.compareTo(least) >= 0;
    }
}
