package centrasage.settlements.statement;

import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * ISO 20022's statement, in whichever version: of each booked entry the amount, its side, its day and all texts and references in it. Read one
 * element after the other; nothing outside of the file is ever fetched.
 */
final class Camt053 {
    private static final Set<String> TEXTS =
            Set.of("Ustrd", "EndToEndId", "AcctSvcrRef", "InstrId", "TxId", "AddtlNtryInf", "Ref", "NtryRef", "Nm");

    /** Entries that are pending or for information only may never come. */
    private static final String BOOKED = "BOOK";

    private final List<StatementLine> lines = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private String account = "";
    private String amount = "";
    private String currency = "";
    private String side = "";
    private String reversal = "";
    private String date = "";
    private String status = "";
    private final StringBuilder text = new StringBuilder();

    private Camt053() {}

    static List<StatementLine> read(Source source) throws IOException, UnreadableFile {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream bytes = source.open()) {
            Camt053 statement = new Camt053();
            statement.read(factory.createXMLStreamReader(bytes));
            return statement.lines;
        } catch (XMLStreamException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableFile(Fault.ofBatch(
                    "it cannot be read: " + e.getMessage(), "Download the statement from the bank again"));
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.CHARACTERS -> take(xml.getText().strip());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {
                    // comments and the like
                }
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        path.push(xml.getLocalName());
        if (xml.getLocalName().equals("Ntry")) {
            amount = "";
            side = "";
            reversal = "";
            date = "";
            status = "";
            text.setLength(0);
        } else if (isOfEntry("Amt")) {
            currency = String.valueOf(xml.getAttributeValue(null, "Ccy"));
        }
    }

    /** Directly in the entry, and not in one of its details, which have amounts of their own. */
    private boolean isOfEntry(String name) {
        List<String> place = List.copyOf(path);
        return place.size() > 1 && place.get(0).equals(name) && place.get(1).equals("Ntry");
    }

    private void take(String value) {
        if (value.isEmpty() || path.isEmpty()) {
            return;
        }
        List<String> place = List.copyOf(path);
        String name = place.get(0);
        if (!place.contains("Ntry")) {
            boolean isAccount = place.contains("Acct") && (name.equals("IBAN") || place.contains("Othr"));
            account =
                    isAccount && place.contains("Stmt") && (name.equals("IBAN") || name.equals("Id")) ? value : account;
        } else if (isOfEntry("Amt")) {
            amount = value;
        } else if (isOfEntry("CdtDbtInd")) {
            side = value;
        } else if (isOfEntry("RvslInd")) {
            reversal = value;
        } else if (isOfEntry("Sts")
                || (name.equals("Cd")
                        && place.get(1).equals("Sts")
                        && place.get(2).equals("Ntry"))) {
            status = value;
        } else if (place.contains("ValDt") || (place.contains("BookgDt") && date.isEmpty())) {
            date = value.substring(0, Math.min(value.length(), "2026-11-30".length()));
        } else if (TEXTS.contains(name)) {
            text.append(text.isEmpty() ? "" : " ").append(value);
        }
    }

    private void end(String name) {
        path.pop();
        if (name.equals("Ntry") && (status.isEmpty() || status.equals(BOOKED))) {
            BigDecimal value = new BigDecimal(amount);
            boolean cameIn = side.equals("CRDT");
            if (!cameIn && !side.equals("DBIT")) {
                throw new IllegalArgumentException("an entry of " + amount + " is on no side");
            }
            lines.add(new StatementLine(
                    account,
                    LocalDate.parse(date),
                    Money.of(cameIn ? value : value.negate(), currency),
                    text + (reversal.equals("true") ? " reversal" : "")));
        }
    }
}
