package centrasage.settlements.plan;

import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be posted for a batch, or is held.
 *
 * @param object what lanes own: the batch with all that is posted for it
 * @param amount above zero
 * @param fingerprint of what the provider has said of it
 * @param effects by how much it moves the clearing bank of each currency, once it is posted; a held one as well
 */
public record Intended(
        PostingKey key,
        String object,
        DocumentVersion document,
        Money amount,
        LocalDate businessDate,
        Plan plan,
        String fingerprint,
        List<Money> effects) {
    public Intended {
        effects = List.copyOf(effects);
    }
}
