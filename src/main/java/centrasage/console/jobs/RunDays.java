package centrasage.console.jobs;

import centrasage.console.frame.Asked;
import centrasage.jobs.history.RunSearch.Filter;
import centrasage.jobs.history.RunSearch.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Days of an address, both included, as the moments between which runs were started; what is no day is left out. */
@ApplicationScoped
public class RunDays {
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    RunDays() {}

    @Inject
    RunDays(@ConfigProperty(name = "schedule.time-zone") ZoneId zone) {
        this.zone = zone;
    }

    Filter filter(String job, @Nullable State state, Asked asked) {
        return new Filter(
                job,
                state,
                day(asked, "from")
                        .map(day -> day.atStartOfDay(zone).toInstant())
                        .orElse(null),
                day(asked, "to")
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                        .orElse(null));
    }

    String text(Asked asked, String name) {
        return day(asked, name).map(LocalDate::toString).orElse("");
    }

    private static Optional<LocalDate> day(Asked asked, String name) {
        try {
            return asked.text(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
