package centrasage.console.payouts;

import centrasage.money.Money;
import centrasage.settlements.statement.StatementLine;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payout as the list shows it.
 *
 * @param groups its lines by what became of them; empty while they are counted
 * @param arrived the lines of bank statements with which it came
 */
record PayoutRow(SettlementBatch batch, List<Group> groups, List<StatementLine> arrived) {
    boolean isCounted() {
        return !groups.isEmpty() || batch.lines() == 0;
    }

    /** Null while they are counted, and of a version that is not posted: its lines wait for nobody. */
    @Nullable
    Long waitingLines() {
        return isCounted() && batch.state().isToBePosted() ? explained().waitingLines() : null;
    }

    Explained explained() {
        return new Explained(groups);
    }

    /** What does not add up, or what nobody can explain; null where that is not known. */
    @Nullable
    Money difference() {
        Money wrong = PayoutProof.of(batch).difference();
        if (!wrong.isZero()) {
            return wrong;
        }
        if (waitingLines() == null) {
            return null;
        }
        Money unexplained = explained().unexplained(batch.key().currency().getCurrencyCode());
        return unexplained == null ? Money.zero(batch.key().currency()) : unexplained;
    }

    /** What bank statements show of it; null where they show nothing. */
    @Nullable
    Money received() {
        return arrived.stream().map(StatementLine::amount).reduce(Money::plus).orElse(null);
    }
}
