package centrasage.settlements.journal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of the file that people import into Sage 200, in their order: a template, because its layout is another one from 2024 R2 on.
 *
 * <p>A column is one of our words, or a text in quotes which is the same in every line; {@code word = Heading} heads it.
 */
public final class JournalLayout {
    private final List<Column> columns;
    private final DateTimeFormatter dates;

    private JournalLayout(List<Column> columns, DateTimeFormatter dates) {
        this.columns = columns;
        this.dates = dates;
    }

    private record Column(String word, String heading) {
        static Column parse(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new Column(text.strip(), "")
                    : new Column(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip());
        }

        @Override
        public String toString() {
            return heading.isEmpty() ? word : heading;
        }
    }

    /**
     * What an operator has written, which was checked at the start.
     *
     * @param columns such as {@code nominal = AccountNumber, debit = DebitValue}
     * @param dates a pattern such as {@code dd/MM/yyyy}
     */
    public static JournalLayout parse(String columns, String dates) {
        return new JournalLayout(
                Stream.of(columns.split(",", -1)).map(Column::parse).toList(),
                DateTimeFormatter.ofPattern(dates, Locale.ROOT));
    }

    /** The file as text, with lines as Windows ends them. */
    public String file(Journal journal) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            if (columns.stream().anyMatch(column -> !column.heading().isEmpty())) {
                csv.writeRecord(columns.stream().map(Column::heading).toList());
            }
            for (JournalLine line : journal.content().lines()) {
                csv.writeRecord(columns.stream()
                        .map(column -> cell(column.word(), journal, line))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be written", e);
        }
        return text.toString();
    }

    private String cell(String word, Journal journal, JournalLine line) {
        return switch (word) {
            case "nominal" -> line.account().code();
            case "cost-centre" -> line.account().costCentre();
            case "department" -> line.account().department();
            case "date" -> dates.format(journal.content().date());
            case "reference" -> journal.reference();
            case "narrative" -> line.narrative();
            case "debit" -> line.debit().amount().toPlainString();
            case "credit" -> line.credit().amount().toPlainString();
            case "value" -> line.value().amount().toPlainString();
            default -> word.substring(1, word.length() - 1);
        };
    }

    /** The columns as their file calls them. */
    @Override
    public String toString() {
        return columns.stream().map(Column::toString).collect(Collectors.joining(", "));
    }
}
