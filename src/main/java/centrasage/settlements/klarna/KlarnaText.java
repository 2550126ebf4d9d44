package centrasage.settlements.klarna;

import centrasage.settlements.file.Fault;
import centrasage.settlements.read.CsvRows;
import centrasage.settlements.read.Encoding;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.Predicate;

/** How a CSV file of Klarna's is written: its separator is the merchant's choice, and its encoding is documented nowhere. */
record KlarnaText(char separator, Encoding encoding) {
    private static final char[] SEPARATORS = {';', '\t', ','};

    static KlarnaText of(Source source) throws IOException, UnreadableFile {
        char separator = separator(Head.of(source), KlarnaColumns::areIn)
                .orElseThrow(() -> new UnreadableFile(Fault.ofBatch(
                        "none of its first lines has the columns \"type\" and \"order_id\"",
                        "Download the settlement report from Klarna again, with its transactions")));
        return new KlarnaText(separator, isUtf8(source) ? Encoding.UTF_8 : Encoding.WINDOWS_1252);
    }

    /** Whether one of the first lines is the header of transactions of Klarna's. */
    static boolean isIn(Head head) {
        return !head.isSpreadsheet()
                && separator(head, KlarnaColumns::areKlarnas).isPresent();
    }

    private static Optional<Character> separator(Head head, Predicate<Header> isWanted) {
        return head.text()
                .lines()
                .flatMap(line -> separator(line, isWanted).stream())
                .findFirst();
    }

    private static Optional<Character> separator(String line, Predicate<Header> isWanted) {
        for (char separator : SEPARATORS) {
            if (isWanted.test(Header.ofLine(line, separator))) {
                return Optional.of(separator);
            }
        }
        return Optional.empty();
    }

    private static boolean isUtf8(Source source) throws IOException {
        try (Reader text = Encoding.UTF_8.reader(source)) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    Rows rows(Source source) throws IOException {
        return CsvRows.of(source, separator, encoding);
    }
}
