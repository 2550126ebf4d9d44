package centrasage.settlements.opening;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.Fault;
import centrasage.settlements.folder.FileReport;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Takes over what the file of opening items says. A line that is taken stays taken, whatever becomes of the file: one that is removed is still
 * known, and the same file once more changes nothing.
 */
@ApplicationScoped
public class TakeOpeningItems {
    private static final int AT_ONCE = 1_000;
    private static final String SUBJECT = "opening-items.csv";

    private SettlementSettings settings;
    private ClearingEntries entries;
    private FileReport report;
    private MappingVersions versions;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    TakeOpeningItems() {}

    @Inject
    public TakeOpeningItems(
            SettlementSettings settings,
            ClearingEntries entries,
            FileReport report,
            MappingVersions versions,
            Clock clock) {
        this.versions = versions;
        this.clock = clock;
        this.settings = settings;
        this.entries = entries;
        this.report = report;
    }

    /**
     * @return how many are new
     * @throws IOException when the file is there and cannot be read now
     * @throws MappingFaults when the mappings, which say what clearing banks there are, cannot be used
     */
    public long take() throws IOException, MappingFaults {
        Path file = settings.openingItems().orElse(null);
        if (file == null) {
            return 0;
        }
        try {
            if (!Files.exists(file)) {
                throw new UnreadableFile(
                        Fault.ofBatch("there is no file " + file, "Put it there, or empty settlements.opening-items"));
            }
            List<ClearingEntry> all = new OpeningItemsFile(settings.company()).read(Source.of(file));
            List<ClearingEntry> items = entries.unknown(all);
            Fault fault = new OpeningCheck(versions.current().mappings(), today())
                    .fault(items)
                    .orElse(null);
            if (fault != null) {
                throw new UnreadableFile(fault);
            }
            long added = 0;
            for (int from = 0; from < items.size(); from += AT_ONCE) {
                added += entries.addAll(items.subList(from, Math.min(items.size(), from + AT_ONCE)));
            }
            List<ClearingEntry> told =
                    all.stream().filter(item -> item.base() != null).toList();
            for (int from = 0; from < told.size(); from += AT_ONCE) {
                entries.learnAll(told.subList(from, Math.min(told.size(), from + AT_ONCE)));
            }
            report.over(SUBJECT);
            return added;
        } catch (UnreadableFile e) {
            report.told(SUBJECT, unusable(e.fault()));
            return 0;
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(settings.zone()).toLocalDate();
    }

    private static Reason unusable(Fault fault) {
        return new Reason(
                "OPENING_ITEMS",
                Owner.FINANCE,
                "The file of opening items cannot be used: " + fault.sentence(),
                fault.remedy());
    }
}
