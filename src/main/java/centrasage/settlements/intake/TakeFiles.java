package centrasage.settlements.intake;

import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.Batch;
import centrasage.settlements.folder.Inbox;
import centrasage.settlements.opening.TakeOpeningItems;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementFiles;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The step {@code take-files}: what lies in the inbox is read, proven and written down, and moved only after that. */
@Named
@Dependent
public class TakeFiles extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(TakeFiles.class.getName());

    private final SettlementSettings settings;
    private final KnownReaders known;
    private final TakeFile take;
    private final TakeOpeningItems opening;
    private final SettlementFiles files;
    private final SettlementBatches batches;
    private final Clock clock;
    private final RunCounts counts;
    private final JobContext context;
    private volatile boolean stopped;

    @Inject
    TakeFiles(
            SettlementSettings settings,
            KnownReaders known,
            TakeFile take,
            TakeOpeningItems opening,
            SettlementFiles files,
            SettlementBatches batches,
            Clock clock,
            RunCounts counts,
            JobContext context) {
        this.settings = settings;
        this.known = known;
        this.take = take;
        this.opening = opening;
        this.files = files;
        this.batches = batches;
        this.clock = clock;
        this.counts = counts;
        this.context = context;
    }

    /** @throws Exception when the inbox or the folder of the profiles cannot be read: files stay where they are, and nothing is lost */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, () -> {
            counts.add(context.getExecutionId(), Map.of("opening items taken", opening.take()));
            if (settings.inbox().isPresent()) {
                takeAll(new Inbox(settings.inbox().get()));
            }
            return stopped ? "STOPPED" : "COMPLETED";
        });
    }

    private void takeAll(Inbox inbox) throws IOException {
        batches.forgetWhatIsNotWhole();
        List<Path> ready = inbox.ready(clock.instant(), settings.quiet());
        KnownReaders.Known readers = known.now();
        for (Path file : ready) {
            if (stopped) {
                return;
            }
            takeSafely(inbox, readers, file);
        }
    }

    /** A fault of ours with one file must not keep all the others waiting: it stays where it is, and the next run tries it again. */
    private void takeSafely(Inbox inbox, KnownReaders.Known readers, Path file) {
        try {
            take(inbox, readers, file);
        } catch (Exception e) { // a commit that fails is a checked exception of the transaction manager's
            LOG.log(Level.SEVERE, e, () -> "the settlement file " + file.getFileName() + " could not be taken");
            batches.forgetWhatIsNotWhole();
            take.failed(String.valueOf(file.getFileName()));
            count("files failed");
        }
    }

    private void take(Inbox inbox, KnownReaders.Known readers, Path file) throws IOException {
        TakeFile.Named named =
                new TakeFile.Named(String.valueOf(file.getFileName()), Files.size(file), Inbox.hash(file));
        if (files.isDone(named.hash())) {
            take.known(named);
            inbox.move(file, Inbox.Aside.DONE, named.hash());
            count("files known already");
            return;
        }
        try {
            SettlementReader reader = readers.readers().of(Source.of(file));
            Receiving receiving = new Receiving(batches, settings.areChargesByMonth(), take::write);
            List<Batch> read = reader.read(Source.of(file), receiving::take);
            receiving.end(read);
            TakeFile.News news = take.finish(named, reader.psp(), receiving, read, reader::isNotPaidOutYet);
            inbox.move(file, Inbox.Aside.DONE, named.hash());
            count(news == TakeFile.News.NEW ? "files taken" : "files known already");
        } catch (UnreadableFile e) {
            if (!readers.isComplete() && readers.readers().isStrange(Source.of(file))) {
                count("files waiting for a profile");
                return;
            }
            take.unreadable(named, e.fault());
            inbox.move(file, Inbox.Aside.HELD, named.hash());
            count("files held");
        }
    }

    private void count(String what) {
        counts.add(context.getExecutionId(), Map.of(what, 1L));
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
