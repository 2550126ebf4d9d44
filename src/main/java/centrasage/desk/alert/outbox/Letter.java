package centrasage.desk.alert.outbox;

import centrasage.flow.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, before it is known to whom.
 *
 * @param once the same for what must be told to nobody twice; at most 140 characters
 * @param causeId the cause that it is of; null where it is of none
 */
public record Letter(
        String once,
        Purpose purpose,
        @Nullable Long causeId,
        Severity severity,
        String title,
        List<String> lines,
        String link) {
    public Letter {
        lines = List.copyOf(lines);
    }
}
