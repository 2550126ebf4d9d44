package centrasage.settlements.paypal;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.UnreadableFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file while it is read: a row goes where its first cell says. The footers of the whole report repeat what its sections say. */
final class PaypalFile {
    private static final Column CODE = new Column(0, "record");
    private static final Column ACCOUNT = new Column(3, "account of the section");

    private final PaypalNumber number;
    private final Map<String, LineKind> told;
    private final Consumer<SettlementLine> lines;
    private final Map<String, PaypalSection> sections = new LinkedHashMap<>();
    private final List<Cells> counts = new ArrayList<>();
    private @Nullable PaypalSection current;

    PaypalFile(String name, Map<String, LineKind> told, Consumer<SettlementLine> lines) {
        this.number = PaypalNumber.ofName(name);
        this.told = told;
        this.lines = lines;
    }

    void take(Cells cells) throws UnreadableFile {
        switch (cells.text(CODE).toUpperCase(Locale.ROOT)) {
            case "RH", "RF" -> {}
            case "FH" -> number.isSaid(cells);
            case "SH" -> current = section(cells);
            case "CH" -> open("CH", cells).columns(cells, told);
            case "SB" -> open("SB", cells).row(cells, lines);
            case "SF" -> open("SF", cells).footer(cells);
            case "SC" -> open("SC", cells).count(cells);
            case "RC", "FF" -> counts.add(cells);
            default -> unknown(cells);
        }
    }

    private PaypalSection section(Cells head) throws UnreadableFile {
        try {
            String account = head.reference(ACCOUNT);
            PaypalPeriod period = PaypalPeriod.of(head);
            String day = period.first().toString();
            if (account.isEmpty()) {
                throw head.bad(ACCOUNT, "is empty", "Download the file from PayPal again");
            }
            PaypalSection section = new PaypalSection(account, number.behind(day), period);
            PaypalSection earlier = sections.putIfAbsent(account + " " + day, section);
            return earlier == null ? section : earlier.beginsAgain(head);
        } catch (BadCell e) {
            throw new UnreadableFile(e.fault());
        }
    }

    private PaypalSection open(String record, Cells cells) throws UnreadableFile {
        if (current == null) {
            throw new UnreadableFile(new Fault(
                    cells.line(),
                    CODE.name(),
                    record,
                    "stands before any section",
                    "Download the file from PayPal again"));
        }
        return current;
    }

    private void unknown(Cells cells) throws UnreadableFile {
        BadCell bad = cells.bad(
                CODE,
                "is a kind of row that is not known here, and none is left out on a guess",
                "Ask PayPal what it is");
        if (current == null) {
            throw new UnreadableFile(bad.fault());
        }
        current.add(bad.fault());
    }

    /** @throws UnreadableFile when there is none */
    List<Batch> batches(Set<String> uncounted) throws UnreadableFile {
        List<Fault> faults = miscounts(uncounted);
        List<Batch> batches = new ArrayList<>();
        for (PaypalSection section : sections.values()) {
            faults.forEach(section::add);
            batches.addAll(section.batches(uncounted));
        }
        if (batches.isEmpty()) {
            throw new UnreadableFile(
                    Fault.ofBatch("it has no row and no footer of any section", "Download the file from PayPal again"));
        }
        return batches;
    }

    /** A report of several files counts their rows together at its end. */
    private List<Fault> miscounts(Set<String> uncounted) {
        long rows = sections.values().stream().mapToLong(PaypalSection::rows).sum();
        return counts.stream()
                .filter(count -> number.isFirst() || !"RC".equalsIgnoreCase(count.text(CODE)))
                .flatMap(count -> PaypalCount.of(count).faults(rows, uncounted).stream())
                .toList();
    }
}
