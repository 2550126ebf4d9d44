package centrasage.settlements.fetch;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.folder.FileReport;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The step {@code fetch}: files are brought into the inbox from where a provider keeps them. One that cannot be reached stops none of the others. */
@Named
@Dependent
public class FetchFiles extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(FetchFiles.class.getName());

    private final FetchSettings places;
    private final SettlementSettings settings;
    private final FileReport report;
    private final Clock clock;
    private final RunCounts counts;
    private final JobContext context;
    private volatile boolean stopped;

    @Inject
    FetchFiles(
            FetchSettings places,
            SettlementSettings settings,
            FileReport report,
            Clock clock,
            RunCounts counts,
            JobContext context) {
        this.places = places;
        this.settings = settings;
        this.report = report;
        this.clock = clock;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public String process() {
        return Failing.telling(context, () -> {
            Path inbox = settings.inbox().orElse(null);
            if (inbox != null) {
                places.sources().forEach(source -> fetch(source, new Landing(inbox)));
            }
            return stopped ? "STOPPED" : "COMPLETED";
        });
    }

    private void fetch(FetchSource source, Landing landing) {
        if (stopped) {
            return;
        }
        Instant now = clock.instant();
        try {
            long fetched = source.isSftp()
                    ? new SftpFetch(source).into(landing)
                    : new HttpsFetch(
                                    source,
                                    now.minus(settings.quiet()),
                                    now.atZone(settings.zone()).toLocalDate())
                            .into(landing);
            counts.add(context.getExecutionId(), Map.of("files fetched", fetched));
            report.over(subject(source));
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "the files of " + source + " could not be fetched");
            counts.add(context.getExecutionId(), Map.of("sources not reached", 1L));
            report.told(subject(source), notReached(source, NotReached.why(e)));
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private static String subject(FetchSource source) {
        return "fetch-" + source.name();
    }

    private static Reason notReached(FetchSource source, String why) {
        return new Reason(
                "NOT_FETCHED",
                Owner.OPERATIONS,
                "The files of " + source + " could not be fetched: " + why,
                "Check settlements." + source.name()
                        + ".fetch-url, user, password, key and known hosts; until then put the"
                        + " files into the inbox by hand. It is tried again with each run");
    }
}
