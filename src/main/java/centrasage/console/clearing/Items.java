package centrasage.console.clearing;

import centrasage.console.table.Listing;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import centrasage.settlements.base.BaseBook;
import centrasage.settlements.proof.WaitingLines;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What can be listed of a clearing bank, as it is now. */
@ApplicationScoped
class Items {
    private ClearingEntries entries;
    private WaitingLines waiting;
    private BaseBook bases;
    private MappingVersions versions;
    private ClearingWords words;

    @SuppressWarnings("NullAway.Init")
    Items() {}

    @Inject
    Items(
            ClearingEntries entries,
            WaitingLines waiting,
            BaseBook bases,
            MappingVersions versions,
            ClearingWords words) {
        this.entries = entries;
        this.waiting = waiting;
        this.bases = bases;
        this.versions = versions;
        this.words = words;
    }

    Listing<?> of(Account account) {
        return switch (account.show()) {
            case OPEN, EXPLAINED -> new EntryList(account, entries, words);
            case LINES -> new LineList(account, waiting, mappings());
            case BATCHES -> new BatchList(account, bases);
        };
    }

    /** Where they cannot be used nobody knows which lines are of which bank, and none is listed. */
    private Optional<Mappings> mappings() {
        try {
            return Optional.of(versions.current().mappings());
        } catch (MappingFaults e) {
            return Optional.empty();
        }
    }
}
