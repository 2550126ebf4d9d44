package centrasage.sync.dates;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document whose day in the ledger is not its true one, which VAT may need.
 *
 * @param documentDate null while a person is asked
 * @param chosenBy null where the settings chose it
 */
public record DifferingDate(
        long id,
        PostingKey key,
        LocalDate trueDate,
        @Nullable LocalDate documentDate,
        @Nullable String chosenBy) {

    /** Whether its day may decide in which VAT return it stands. */
    public boolean bearsVat() {
        return key.kind() == PostingKind.CREDIT_NOTE || key.kind() == PostingKind.LEDGER_INVOICE;
    }
}
