package centrasage.settlements.statement;

import centrasage.settlements.file.Fault;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.util.List;

/** Reads a bank statement in whichever of the three forms it is. */
final class StatementReader {
    private StatementReader() {}

    /** @throws UnreadableFile when it is none of them, or a line of it cannot be read exactly: then nothing of it is taken */
    static List<StatementLine> read(Source source) throws IOException, UnreadableFile {
        Head head = Head.of(source);
        if (head.text().contains(":20:") || head.text().contains(":25:")) {
            return Mt940.read(source);
        }
        if (head.text().contains("<") && head.text().contains("camt.053")) {
            return Camt053.read(source);
        }
        if (StatementCsv.isOne(head)) {
            return StatementCsv.read(source);
        }
        throw new UnreadableFile(Fault.ofBatch(
                "it is neither MT940 nor CAMT.053 nor a CSV file with the columns account, date, amount, currency and text",
                "Download the statement from the bank in one of these forms"));
    }
}
