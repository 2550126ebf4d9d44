package centrasage.settlements.paypal;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.LineReader;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One currency of one section while it is read: its rows, and its footer, which must say the same. */
final class PaypalBalance {
    private final Tally tally;
    private PaypalTotals rows = PaypalTotals.NONE;
    private boolean hasFooter;
    private @Nullable PaypalFooter footer;

    PaypalBalance(SettlementKey key) {
        this.tally = new Tally(key);
    }

    void take(LineReader reader, Cells cells, Consumer<SettlementLine> lines) {
        try {
            SettlementLine line = reader.line(tally.key(), cells);
            tally.add(line);
            rows = rows.plus(line);
            lines.accept(line);
        } catch (BadCell e) {
            tally.add(e.fault());
        }
    }

    void foot(Cells cells) {
        if (hasFooter) {
            tally.add(Fault.ofLine(
                    cells.line(),
                    "is a second footer of " + tally.key().currency() + " in one section",
                    "Download the file from PayPal again"));
            return;
        }
        hasFooter = true;
        try {
            footer = PaypalFooter.of(cells, tally.key().currency());
            tally.between(footer.began(), footer.ended());
        } catch (BadCell e) {
            tally.add(e.fault());
        }
    }

    /** @param ofSection what is wrong with the whole section */
    Batch batch(List<Fault> ofSection) {
        ofSection.forEach(tally::add);
        if (!hasFooter) {
            tally.add(Fault.ofBatch(
                    "it has no footer, which would prove its rows",
                    "The file is cut off or was changed: download it from PayPal again"));
        } else if (footer != null && !tally.isFaulty()) {
            footer.against(rows).forEach(tally::add);
        }
        return tally.batch();
    }
}
