package centrasage.settlements.plan;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * One posting of a batch, before it is known whether it can be posted.
 *
 * @param name which posting of the batch it is, for ever
 * @param amount above zero
 * @param effects by how much it moves the clearing bank of each currency
 */
record Slot(ToPost batch, PostingKind kind, String name, Money amount, LocalDate day, List<Money> effects) {

    Intended posted(String document) {
        Command command = new Command(key(), batch.object(), amount, null, day, fingerprint(), document);
        return intended(new Plan.Post(command), command.fingerprint());
    }

    Intended held(List<Reason> reasons) {
        return intended(new Plan.Hold(reasons), fingerprint());
    }

    /**
     * Of what the provider said, and of nothing that our settings say: a nominal code that is mapped anew is no change
     * of a charge that was posted to the old one.
     */
    private String fingerprint() {
        return Sha256.hex(kind + "|" + key().sourceKey() + "|" + amount + "|" + day + "|" + effects);
    }

    private Intended intended(Plan plan, String fingerprint) {
        DocumentVersion document =
                new DocumentVersion(SettlementPlanner.DOCUMENT, batch.key().name(), 1);
        return new Intended(key(), batch.object(), document, amount, day, plan, fingerprint, effects);
    }

    private PostingKey key() {
        return new PostingKey(batch.company(), kind, batch.key().name() + "/" + name);
    }
}
