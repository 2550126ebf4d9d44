package centrasage.settlements.read;

import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** All rows under one header, each a line of some batch. */
public final class Table {
    private final Header header;
    private final LineReader reader;
    private final Consumer<SettlementLine> lines;
    private final Map<SettlementKey, Tally> tallies = new LinkedHashMap<>();

    /** @param lines is given every line that can be read */
    public Table(Header header, LineReader reader, Consumer<SettlementLine> lines) {
        this.header = header;
        this.reader = reader;
        this.lines = lines;
    }

    /** One tally for each batch, in the order in which the batches begin. */
    public Collection<Tally> read(Rows rows) throws IOException, UnreadableFile {
        for (Cells cells = rows.next(); cells != null; cells = rows.next()) {
            if (!cells.isBlank()) {
                take(cells);
            }
        }
        return tallies.values();
    }

    /**
     * As {@link #read}.
     *
     * @param again how to get the file again: one that is cut off behind its header looks like one without a line
     * @throws UnreadableFile when there is no line
     */
    public Collection<Tally> readSome(Rows rows, String again) throws IOException, UnreadableFile {
        if (read(rows).isEmpty()) {
            throw new UnreadableFile(Fault.ofBatch(
                    "it has a header and no line below it",
                    "It may be cut off: " + again + ", and remove it if it is the same"));
        }
        return tallies.values();
    }

    private void take(Cells cells) throws UnreadableFile {
        Tally tally = tallies.computeIfAbsent(key(cells), Tally::new);
        try {
            SettlementLine line = reader.line(tally.key(), cells);
            tally.add(line);
            lines.accept(line);
        } catch (BadCell e) {
            tally.add(e.fault());
        }
    }

    private SettlementKey key(Cells cells) throws UnreadableFile {
        try {
            return reader.key(cells.fits(header));
        } catch (BadCell e) {
            throw new UnreadableFile(e.fault());
        }
    }
}
