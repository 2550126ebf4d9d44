package centrasage.jobs.run;

import centrasage.flow.DigestPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the last run of each job ended, for the daily digest. */
@ApplicationScoped
class LastRuns implements DigestPart {
    private static final int MOST = 30;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.UK);

    private RunLog log;
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    LastRuns() {}

    @Inject
    LastRuns(RunLog log, @ConfigProperty(name = "schedule.time-zone") ZoneId zone) {
        this.log = log;
        this.zone = zone;
    }

    @Override
    public String title() {
        return "Last runs";
    }

    @Override
    public List<String> lines() {
        return log.latest().stream()
                .flatMap(id -> log.run(id).stream())
                .sorted(Comparator.comparing(Run::job))
                .limit(MOST)
                .map(this::line)
                .toList();
    }

    private String line(Run run) {
        String counts = run.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return run.job() + ": " + WHEN.format(run.started().atZone(zone)) + " "
                + run.status().toLowerCase(Locale.ROOT) + (counts.isEmpty() ? "" : ", " + counts);
    }
}
