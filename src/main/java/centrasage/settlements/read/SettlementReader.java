package centrasage.settlements.read;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads the files of one provider, one line after the other, and proves each batch by the provider's own control totals. */
public interface SettlementReader {
    /** The provider as {@code settlement.csv} names it. */
    String psp();

    /** Whether the file is of this kind, by its name and its first lines. */
    boolean reads(Head head);

    /**
     * The batches of a file. A batch with a fault is one of them and says so; the others are as good as without it.
     *
     * @param lines is given every line that can be read, in their order, those of faulty batches too
     * @throws UnreadableFile when nothing of the file can be trusted
     * @throws IOException when its bytes cannot be read now
     */
    List<Batch> read(Source source, Consumer<SettlementLine> lines) throws IOException, UnreadableFile;

    /** Whether the lines of this batch were not paid out when the file was made, and come again in another file with their payout. */
    default boolean isNotPaidOutYet(SettlementKey batch) {
        return false;
    }
}
