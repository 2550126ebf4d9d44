package centrasage.settlements.statement;

import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import com.prowidesoftware.swift.io.parser.SwiftParser;
import com.prowidesoftware.swift.model.SwiftBlock4;
import com.prowidesoftware.swift.model.Tag;
import com.prowidesoftware.swift.model.field.Field61;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SWIFT's customer statement, with or without the blocks that its network puts around it. */
final class Mt940 {
    private static final Pattern STATEMENTS = Pattern.compile("(?m)^(?=:20:)");
    private static final Pattern OPENING = Pattern.compile("[CD]\\d{6}(?<currency>[A-Z]{3}).*", Pattern.DOTALL);
    private static final String AGAIN = "Download the statement from the bank again";

    private final List<StatementLine> lines = new ArrayList<>();
    private String account = "";
    private String currency = "";
    private @Nullable Field61 open;
    private String narrative = "";

    private Mt940() {}

    static List<StatementLine> read(Source source) throws IOException, UnreadableFile {
        String text;
        try (InputStream bytes = source.open()) {
            text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        Mt940 statement = new Mt940();
        String[] parts = STATEMENTS.split(text.replace("\r\n", "\n"));
        for (String part : parts) {
            if (part.startsWith(":20:")) {
                statement.take(SwiftParser.parseBlock4("{4:\n" + body(part) + "\n-}"));
            }
        }
        return statement.lines;
    }

    /** Without the end of its block, and whatever stands between it and the next statement. */
    private static String body(String part) {
        int end = part.indexOf("\n-");
        return (end < 0 ? part : part.substring(0, end)).strip();
    }

    private void take(SwiftBlock4 block) throws UnreadableFile {
        for (Tag tag : block.getTags()) {
            switch (tag.getName()) {
                case "25", "25P" ->
                    account = tag.getValue().lines().findFirst().orElse("").strip();
                case "60F", "60M" -> currency = currency(tag.getValue());
                case "61" -> {
                    end();
                    open = new Field61(tag.getValue());
                }
                case "86" -> narrative = tag.getValue();
                default -> {
                    // balances and numbers of the statement itself
                }
            }
        }
        end();
    }

    private static String currency(String opening) throws UnreadableFile {
        Matcher found = OPENING.matcher(opening);
        if (!found.matches()) {
            throw new UnreadableFile(Fault.ofBatch("its opening balance \"" + opening + "\" names no currency", AGAIN));
        }
        return found.group("currency");
    }

    private void end() throws UnreadableFile {
        Field61 line = open;
        if (line != null) {
            lines.add(line(line));
        }
        open = null;
        narrative = "";
    }

    private StatementLine line(Field61 line) throws UnreadableFile {
        BigDecimal amount = line.getAmountAsBigDecimal();
        if (amount == null || line.getValueDateAsCalendar() == null || currency.isEmpty()) {
            throw new UnreadableFile(
                    Fault.ofBatch("its line \"" + line.getValue() + "\" has no amount, date or currency", AGAIN));
        }
        LocalDate date = LocalDate.ofInstant(line.getValueDateAsCalendar().toInstant(), ZoneId.systemDefault());
        String text = String.join(
                " ",
                text(line.getReferenceForTheAccountOwner()),
                text(line.getReferenceOfTheAccountServicingInstitution()),
                text(line.getSupplementaryDetails()),
                narrative.replace('\n', ' '));
        return new StatementLine(
                account, date, Money.of(cameIn(line) ? amount : amount.negate(), currency), text.strip());
    }

    /** A credit, or a debit that was taken back. */
    private static boolean cameIn(Field61 line) {
        return List.of("C", "RD", "EC").contains(text(line.getDebitCreditMark()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
