package centrasage.settlements.profile;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.CsvRows;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.LineReader;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.Table;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a provider's CSV file as a profile says, and proves each batch by the control that it names. */
public final class ProfileReader implements SettlementReader {
    private final Profile profile;

    public ProfileReader(Profile profile) {
        this.profile = profile;
    }

    @Override
    public String psp() {
        return profile.psp();
    }

    /** By its name, where the profile has one for it, and by the columns that it needs. */
    @Override
    public boolean reads(Head head) {
        return !head.isSpreadsheet()
                && profile.layout().isNamed(head.name())
                && head.text()
                        .lines()
                        .skip(profile.layout().skipped())
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .map(line -> Header.ofLine(line, profile.layout().separator()))
                        .filter(header -> header.has(profile.needed()))
                        .isPresent();
    }

    @Override
    public List<Batch> read(Source source, Consumer<SettlementLine> lines) throws IOException, UnreadableFile {
        Layout layout = profile.layout();
        try (Rows rows = CsvRows.of(source, layout.separator(), layout.encoding())) {
            Cells first = rows.next();
            while (first != null && (first.line() <= layout.skipped() || first.isBlank())) {
                first = rows.next();
            }
            if (first == null) {
                throw new UnreadableFile(
                        Fault.ofBatch("it has no header", "Download the file from the provider again"));
            }
            Header header = new Header(first.line(), first.values());
            ProfileColumns columns = ProfileColumns.of(profile, header);
            LineReader reader = new ProfileLines(profile, columns, batch(source.name()));
            return new Table(header, reader, lines)
                    .readSome(rows, "download the file from the provider again").stream()
                            .map(this::proven)
                            .toList();
        }
    }

    private String batch(String fileName) throws UnreadableFile {
        Pattern pattern = profile.layout().fileName();
        if (pattern == null || !profile.layout().saysBatch()) {
            return "";
        }
        Matcher named = pattern.matcher(fileName);
        if (!named.matches()) {
            throw new UnreadableFile(
                    Fault.ofBatch("its name does not say which payout it is", "Name it after the pattern " + pattern));
        }
        return named.group("batch");
    }

    private Batch proven(Tally tally) {
        Money sum = new Money(tally.sum(), tally.key().currency());
        boolean paysOut = tally.batch().net().containsKey(LineKind.PAYOUT);
        if (profile.control() == Control.NONE) {
            tally.warn(Fault.ofBatch(
                    "its profile has no control: nothing proves that its lines, which come to " + sum + ", are all",
                    "Hold it against the bank statement, or name a control in the profile"));
        } else if (!tally.isFaulty() && profile.control() == Control.PAYOUT && !paysOut) {
            tally.add(Fault.ofBatch("it has no line of a payout", "Download the file from the provider again"));
        } else if (!tally.isFaulty() && !sum.isZero()) {
            tally.add(Fault.ofBatch(
                    "its lines come to " + sum + " together with what was paid out, and must come to nothing",
                    "Lines are missing or were changed: download the file from the provider again"));
        }
        return tally.batch();
    }
}
