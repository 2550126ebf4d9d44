package centrasage.settlements.statement;

import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.read.UnreadableFile;

/** By which a statement is proven: what it begins with and its lines come to what it ends with. */
final class Balances {
    private Balances() {}

    /** @throws UnreadableFile when they do not: a line is missing, or was changed */
    static void prove(String statement, Money opening, Money withLines, Money closing) throws UnreadableFile {
        if (!withLines.equals(closing)) {
            throw new UnreadableFile(Fault.ofBatch(
                    "its statement " + statement + " has the opening balance " + opening + ", which comes to "
                            + withLines + " with its lines, and the closing balance " + closing,
                    "Lines are missing or were changed: download the whole statement from the bank again"));
        }
    }
}
