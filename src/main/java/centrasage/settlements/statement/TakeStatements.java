package centrasage.settlements.statement;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.Fault;
import centrasage.settlements.folder.FileReport;
import centrasage.settlements.folder.Inbox;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
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
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The step {@code take-statements}: bank statements are taken from their folder, and payouts are looked for on them. */
@Named
@Dependent
public class TakeStatements extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(TakeStatements.class.getName());

    private final SettlementSettings settings;
    private final StatementLines lines;
    private final Arrivals arrivals;
    private final FileReport report;
    private final Clock clock;
    private final RunCounts counts;
    private final JobContext context;
    private volatile boolean stopped;

    @Inject
    TakeStatements(
            SettlementSettings settings,
            StatementLines lines,
            Arrivals arrivals,
            FileReport report,
            Clock clock,
            RunCounts counts,
            JobContext context) {
        this.settings = settings;
        this.lines = lines;
        this.arrivals = arrivals;
        this.report = report;
        this.clock = clock;
        this.counts = counts;
        this.context = context;
    }

    /** @throws Exception when the folder cannot be read: statements stay where they are */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, () -> {
            if (settings.statements().isPresent()) {
                takeAll(new Inbox(settings.statements().get()));
            }
            long found = arrivals.find(clock.instant().atZone(settings.zone()).toLocalDate(), settings.arrivesWithin());
            counts.add(context.getExecutionId(), Map.of("payouts seen on statements", found));
            return stopped ? "STOPPED" : "COMPLETED";
        });
    }

    private void takeAll(Inbox folder) throws IOException {
        for (Path file : folder.ready(clock.instant(), settings.quiet())) {
            if (!stopped) {
                takeSafely(folder, file);
            }
        }
    }

    /** A fault of ours, or of a library, with one statement keeps neither the others nor the proof waiting. */
    private void takeSafely(Inbox folder, Path file) {
        try {
            take(folder, file);
        } catch (Exception e) { // a commit that fails is a checked exception of the transaction manager's
            LOG.log(Level.SEVERE, e, () -> "the bank statement " + file.getFileName() + " could not be taken");
            report.told(subject(name(file)), failed(name(file)));
            counts.add(context.getExecutionId(), Map.of("statements failed", 1L));
        }
    }

    /** A settlement file may have the same name. */
    private static String subject(String name) {
        return FileReport.subject("statement:" + name);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void take(Inbox folder, Path file) throws IOException {
        String name = name(file);
        String hash = Inbox.hash(file);
        try {
            long added = lines.add(StatementReader.read(Source.of(file)));
            report.over(subject(name));
            folder.move(file, Inbox.Aside.DONE, hash);
            counts.add(context.getExecutionId(), Map.of("statement lines taken", added));
        } catch (UnreadableFile e) {
            report.told(subject(name), unreadable(name, e.fault()));
            folder.move(file, Inbox.Aside.HELD, hash);
            counts.add(context.getExecutionId(), Map.of("statements held", 1L));
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private static Reason failed(String name) {
        return new Reason(
                "STATEMENT_FAILED",
                Owner.OPERATIONS,
                "The bank statement " + name + " could not be taken because of a fault of this program",
                "It stays in its folder and is tried again with each run. Report it with the log's lines about this; no other"
                        + " statement is held up by it");
    }

    private static Reason unreadable(String name, Fault fault) {
        return new Reason(
                "UNREADABLE_STATEMENT",
                Owner.FINANCE,
                "The bank statement " + name + " cannot be used: " + fault.sentence(),
                fault.remedy() + "; then put it into the folder. This one is in held");
    }
}
