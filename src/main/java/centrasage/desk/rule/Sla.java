package centrasage.desk.rule;

import centrasage.flow.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By when somebody is to have seen to an exception, by how severe it is. The clock runs day and night, from when it was opened. */
@ApplicationScoped
public class Sla {
    private final Map<Severity, Duration> limits = new EnumMap<>(Severity.class);

    @SuppressWarnings("NullAway.Init")
    Sla() {}

    @Inject
    public Sla(
            @ConfigProperty(name = "desk.sla.critical") Duration critical,
            @ConfigProperty(name = "desk.sla.high") Duration high,
            @ConfigProperty(name = "desk.sla.medium") Duration medium,
            @ConfigProperty(name = "desk.sla.low") Duration low) {
        limits.put(Severity.CRITICAL, critical);
        limits.put(Severity.HIGH, high);
        limits.put(Severity.MEDIUM, medium);
        limits.put(Severity.LOW, low);
    }

    public Instant due(Severity severity, Instant since) {
        return since.plus(limit(severity));
    }

    /** What has waited since before this moment is overdue. */
    public Instant late(Severity severity, Instant now) {
        return now.minus(limit(severity));
    }

    private Duration limit(Severity severity) {
        return limits.getOrDefault(severity, Duration.ZERO);
    }
}
