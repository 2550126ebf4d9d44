package centrasage.settlements.proof;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.settlements.base.ExplainBase;
import centrasage.settlements.base.InBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes a person's word for a difference in the company's own currency, if a bank differs by just that now. */
@ApplicationScoped
public class ExplainDifference {
    private static final Logger LOG = Logger.getLogger(ExplainDifference.class.getName());

    private ClearingBook book;
    private ExplainBase explaining;

    @SuppressWarnings("NullAway.Init")
    ExplainDifference() {}

    @Inject
    public ExplainDifference(ClearingBook book, ExplainBase explaining) {
        this.book = book;
        this.explaining = explaining;
    }

    /**
     * What a person says.
     *
     * @param difference which the person has seen
     * @param note why it differs, in the person's words
     */
    public record Word(String company, String bank, BigDecimal difference, String note, String person) {}

    /**
     * Asks Sage first.
     *
     * @return false where the bank does not differ by that, or not any more: nothing has changed
     * @throws TargetUnavailable when a company of Sage cannot be asked
     */
    public boolean explain(Word word, Mappings mappings) throws TargetUnavailable {
        Optional<InBase> seen = book.look(mappings).all().stream()
                .filter(each ->
                        each.company().equals(word.company()) && each.bank().equals(word.bank()))
                .flatMap(each -> Optional.ofNullable(each.inBase()).stream())
                .filter(now -> now.unknown() == 0)
                .filter(now -> now.difference().amount().compareTo(word.difference()) == 0)
                .filter(now -> word.difference().signum() != 0)
                .findFirst();
        return seen.isPresent() && isFirst(word, seen.get());
    }

    private boolean isFirst(Word word, InBase seen) {
        try {
            return explaining.explain(word.company(), word.bank(), seen, word.note(), word.person());
        } catch (PersistenceException e) {
            LOG.log(Level.FINE, "another has explained it at the same moment", e);
            return false;
        }
    }
}
