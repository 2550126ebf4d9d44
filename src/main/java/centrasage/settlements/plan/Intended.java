package centrasage.settlements.plan;

import centrasage.money.Money;
import centrasage.sync.posting.Planned;
import java.util.List;

/**
 * What is to be posted for a batch.
 *
 * @param effects by how much it moves the clearing bank of each currency, once it is posted; a held one as well
 */
public record Intended(Planned planned, List<Money> effects) {
    public Intended {
        effects = List.copyOf(effects);
    }
}
