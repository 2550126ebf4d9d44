package centrasage.settlements.statement;

import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * ISO 20022's statement, in whichever version: of each booked entry the amount, its side, its day and all texts and references in it; proven by
 * its balances where it has them. Read one element after the other; nothing outside of the file is ever fetched.
 */
final class Camt053 {
    private static final Set<String> TEXTS =
            Set.of("Ustrd", "EndToEndId", "AcctSvcrRef", "InstrId", "TxId", "AddtlNtryInf", "Ref", "NtryRef", "Nm");

    /** Entries that are pending or for information only may never come. */
    private static final String BOOKED = "BOOK";

    private static final String ENTRY = "Ntry";
    private static final String BALANCE = "Bal";
    private static final Set<String> WHOLES = Set.of(ENTRY, BALANCE);
    private static final String CURRENCY = "Amt/@Ccy";

    private final XMLStreamReader xml;
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    /** What stands in the entry or the balance that is being read, by its place there. */
    private final Map<String, BankCell> cells = new HashMap<>();

    private final StringBuilder text = new StringBuilder();
    private CamtBalances balances = new CamtBalances();
    private String statement = "";
    private String account = "";

    private Camt053(XMLStreamReader xml) {
        this.xml = xml;
    }

    static List<StatementLine> read(Source source) throws IOException, UnreadableFile {
        XMLInputFactory factory =
                XMLInputFactory.newDefaultFactory(); // others tell some damage as a fault of the program
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream bytes = source.open()) {
            Camt053 statement = new Camt053(factory.createXMLStreamReader(bytes));
            statement.read();
            return statement.lines;
        } catch (XMLStreamException e) {
            throw new UnreadableFile(Fault.ofLine(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                    "its XML is damaged here, or cut off",
                    BankCell.AGAIN));
        }
    }

    private void read() throws XMLStreamException, UnreadableFile {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS -> take(xml.getText().strip());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {
                    // comments and the like
                }
            }
        }
    }

    private void begin(String name) {
        if (isWithin("Stmt") && WHOLES.contains(name)) {
            cells.clear();
            text.setLength(0);
        }
        path.add(name);
        String currency = xml.getAttributeValue(null, "Ccy");
        if (currency != null) {
            put("/@Ccy", currency);
        }
    }

    private boolean isWithin(String parent) {
        return !path.isEmpty() && path.get(path.size() - 1).equals(parent);
    }

    private void take(String value) {
        if (value.isEmpty() || path.isEmpty()) {
            return;
        }
        put("", value);
        String name = path.get(path.size() - 1);
        if (path.contains(ENTRY)) {
            if (TEXTS.contains(name)) {
                text.append(text.isEmpty() ? "" : " ").append(value);
            }
        } else if (path.contains("Stmt") && path.contains("Acct")) {
            boolean isNumber = name.equals("IBAN") || (name.equals("Id") && path.contains("Othr"));
            account = isNumber ? value : account;
        } else if (name.equals("Id") && path.indexOf("Stmt") == path.size() - 2) {
            statement = value;
        }
    }

    /** Details of an entry have amounts and days of their own, at other places. */
    private void put(String behind, String value) {
        int from = path.indexOf("Stmt") + 1;
        if (from > 0 && from < path.size() && WHOLES.contains(path.get(from))) {
            String place = String.join("/", path.subList(from + 1, path.size())) + behind;
            cells.put(place, new BankCell(xml.getLocation().getLineNumber(), path.get(from) + "/" + place, value));
        }
    }

    private void end(String name) throws UnreadableFile {
        path.remove(path.size() - 1);
        if (name.equals("Stmt")) {
            balances.prove(statement);
            balances = new CamtBalances();
        } else if (isWithin("Stmt")) {
            endWhole(name);
        }
    }

    private void endWhole(String name) throws UnreadableFile {
        switch (name) {
            case ENTRY -> {
                if (Set.of("", BOOKED).contains(cell("Sts", "Sts/Cd").text())) {
                    endEntry();
                }
            }
            case BALANCE -> {
                String kind = cell("Tp/CdOrPrtry/Cd").text();
                if (CamtBalances.KINDS.contains(kind)) {
                    balances.add(kind, amount());
                }
            }
            default -> {
                // nothing that is asked for
            }
        }
    }

    private void endEntry() throws UnreadableFile {
        Money amount = amount();
        lines.add(new StatementLine(
                account,
                cell("ValDt/Dt", "ValDt/DtTm", "BookgDt/Dt", "BookgDt/DtTm").day(),
                amount,
                text + (cell("RvslInd").text().equals("true") ? " reversal" : "")));
        balances.addEntry(amount);
    }

    /** Above zero where it came in. */
    private Money amount() throws UnreadableFile {
        Money size = cell("Amt").amount(cell(CURRENCY).currency());
        BankCell side = cell("CdtDbtInd");
        return switch (side.text()) {
            case "CRDT" -> size;
            case "DBIT" -> Money.zero(size.currency()).minus(size);
            default -> throw side.bad("is on no side: it must be CRDT or DBIT");
        };
    }

    /** The first of these places that there is; empty where there is none. */
    private BankCell cell(String... places) {
        for (String place : places) {
            BankCell cell = cells.get(place);
            if (cell != null) {
                return cell;
            }
        }
        return new BankCell(xml.getLocation().getLineNumber(), places[0], "");
    }
}
