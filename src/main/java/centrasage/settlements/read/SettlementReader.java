package centrasage.settlements.read;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the files of one provider, one line after the other, and proves each batch by the provider's own control totals. */
public interface SettlementReader {
    /** The provider as {@code settlement.csv} names it. */
    String psp();

    /** Whether the file is of this kind, by its name and its first lines, or the first row of a workbook. */
    boolean reads(Head head);

    /** What keeps a file that would be of this kind from being read; empty where it is none of this kind. */
    default Optional<Fault> nearly(Head head) {
        return Optional.empty();
    }

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
