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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SWIFT's customer statement, with or without the blocks that its network puts around it; proven by its balances. The library tells the fields
 * apart, and takes {@code 1,250,00} for 1.25: amounts and days are read by ourselves.
 */
final class Mt940 {
    private static final Pattern STATEMENTS = Pattern.compile("(?m)^(?=:20:)");

    /** Of its block; a line of a text may begin with a hyphen too. */
    private static final Pattern END = Pattern.compile("(?m)^-+(}.*|\\s*)$");

    private static final Pattern BALANCE =
            Pattern.compile("(?<side>[CD])(?<day>\\d{6})(?<currency>[A-Z]{3})(?<amount>\\S*)");
    private static final Pattern LINE = Pattern.compile(
            "(?<day>\\d{6})(\\d{4})?(?<side>R?[CD]|E[CD])[A-Z]?(?<amount>[^A-Z\n]*)[A-Z].*", Pattern.DOTALL);

    /** A credit, or a debit that was taken back. */
    private static final Set<String> CAME_IN = Set.of("C", "RD", "EC");

    private final List<StatementLine> lines;
    private String reference = "";
    private String account = "";
    private @Nullable Money opening;
    private @Nullable Money balance;
    private boolean isProven;
    private @Nullable String open;
    private String narrative = "";

    private Mt940(List<StatementLine> lines) {
        this.lines = lines;
    }

    static List<StatementLine> read(Source source) throws IOException, UnreadableFile {
        String text;
        try (InputStream bytes = source.open()) {
            text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        List<StatementLine> lines = new ArrayList<>();
        boolean isThere = false;
        for (String part : STATEMENTS.split(text.replace("\r\n", "\n"))) {
            if (part.startsWith(":20:")) {
                isThere = true;
                new Mt940(lines).take(SwiftParser.parseBlock4("{4:\n" + body(part) + "\n-}"));
            }
        }
        if (!isThere) {
            throw new UnreadableFile(Fault.ofBatch("it has no statement that begins with :20:", BankCell.AGAIN));
        }
        return lines;
    }

    /** Without the end of its block, and whatever stands between it and the next statement. */
    private static String body(String part) {
        Matcher end = END.matcher(part);
        return (end.find() ? part.substring(0, end.start()) : part).strip();
    }

    private void take(SwiftBlock4 block) throws UnreadableFile {
        for (Tag tag : block.getTags()) {
            String value = text(tag.getValue());
            switch (tag.getName()) {
                case "20" -> reference = value;
                case "25", "25P" ->
                    account = value.lines().findFirst().orElse("").strip();
                case "60F", "60M" -> begin(balance(tag.getName(), value));
                case "61" -> {
                    endLine();
                    open = value;
                }
                case "86" -> narrative = value;
                case "62F", "62M" -> prove(balance(tag.getName(), value));
                default -> {
                    // numbers of the statement itself, and balances that tell of other days
                }
            }
        }
        endLine();
        if (!isProven) {
            throw refused("has no closing balance (:62F: or :62M:): it may be cut off");
        }
    }

    private void begin(Money first) throws UnreadableFile {
        endLine();
        if (balance != null) {
            throw refused("has two opening balances and no closing one between them");
        }
        opening = first;
        balance = first;
        isProven = false;
    }

    private void prove(Money closing) throws UnreadableFile {
        endLine();
        if (opening == null || balance == null) {
            throw refused("has a closing balance and no opening one (:60F: or :60M:)");
        }
        Balances.prove(reference, opening, balance, closing);
        opening = null;
        balance = null;
        isProven = true;
    }

    private static Money balance(String tag, String value) throws UnreadableFile {
        Matcher found = BALANCE.matcher(value.strip());
        if (!found.matches()) {
            throw new BankCell(0, ":" + tag + ":", value).bad("is no balance of the form C261130GBP1250,00");
        }
        Currency currency = new BankCell(0, ":" + tag + ":", found.group("currency")).currency();
        Money size = new BankCell(0, ":" + tag + ":", found.group("amount")).amountWithComma(currency);
        return found.group("side").equals("C") ? size : minus(size);
    }

    private static Money minus(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }

    /** What stands behind it from here on is of the next line, or of the statement as a whole. */
    private void endLine() throws UnreadableFile {
        String value = open;
        if (value != null) {
            Money before = balance;
            if (before == null) {
                throw refused("has the line \"" + value + "\" outside of its balances");
            }
            StatementLine line = line(value, before);
            lines.add(line);
            balance = before.plus(line.amount());
        }
        open = null;
        narrative = "";
    }

    private StatementLine line(String value, Money before) throws UnreadableFile {
        Matcher found = LINE.matcher(value);
        if (!found.matches()) {
            throw new BankCell(0, ":61:", value).bad("is no line of the form 2611301130C1250,00NTRF");
        }
        LocalDate date = new BankCell(0, ":61:", found.group("day")).shortDay();
        Money size = new BankCell(0, ":61:", found.group("amount")).amountWithComma(before.currency());
        Field61 field = new Field61(value);
        String text = String.join(
                " ",
                text(field.getReferenceForTheAccountOwner()),
                text(field.getReferenceOfTheAccountServicingInstitution()),
                text(field.getSupplementaryDetails()),
                narrative.replace('\n', ' '));
        return new StatementLine(
                account, date, CAME_IN.contains(found.group("side")) ? size : minus(size), text.strip());
    }

    private UnreadableFile refused(String why) {
        return new UnreadableFile(Fault.ofBatch("its statement " + reference + " " + why, BankCell.AGAIN));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
