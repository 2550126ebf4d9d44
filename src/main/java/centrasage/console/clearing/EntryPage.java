package centrasage.console.clearing;

import centrasage.console.frame.Asked;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The receipt or refund of which a person wants to say something. */
@Named("clearingEntry")
@RequestScoped
public class EntryPage {
    private ClearingEntries.@Nullable Known known;

    @SuppressWarnings("NullAway.Init")
    EntryPage() {}

    @Inject
    EntryPage(ClearingEntries entries) {
        known = Asked.now().id("entry").flatMap(entries::known).orElse(null);
    }

    /** Null where the address names none. */
    public @Nullable ClearingEntry entry() {
        return known == null ? null : known.entry();
    }

    public boolean open() {
        return known != null && known.isOpen();
    }

    /** Whether a person has said what became of it, which can be taken back. */
    public boolean explained() {
        return known != null && known.isByHand();
    }
}
