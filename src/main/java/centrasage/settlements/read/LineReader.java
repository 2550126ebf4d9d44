package centrasage.settlements.read;

import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;

/** How one provider's row becomes a line. */
public interface LineReader {
    /** @throws BadCell when the row does not say to which batch it belongs: nothing of the file can be told apart then */
    SettlementKey key(Cells cells) throws BadCell;

    /** @throws BadCell when the row cannot be read exactly: its batch is stopped, and the others are not */
    SettlementLine line(SettlementKey key, Cells cells) throws BadCell;
}
