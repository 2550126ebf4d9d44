package centrasage.mapping;

import centrasage.flow.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One immutable version of all mappings: a run pins it, so that every plan can be made again. */
public final class Mappings {
    /** How many characters a file may have: what a column of the embedded database holds. */
    public static final int LENGTH_MAX = 1_000_000;

    private static final String AT_ONCE = "at-once";

    private final String version;
    private final Map<Sheet, Rows> sheets;

    private Mappings(String version, Map<Sheet, Rows> sheets) {
        this.version = version;
        this.sheets = new EnumMap<>(sheets);
    }

    /**
     * Reads the texts of the files by their names, such as {@code vat.csv}.
     *
     * @throws MappingFaults with everything that is wrong in all of them
     */
    public static Mappings parse(Map<String, String> files) throws MappingFaults {
        return parse(files, Map.of());
    }

    /**
     * Reads files in place of others, whatever these say.
     *
     * @param others the rest of the files
     * @throws MappingFaults with everything that is wrong in all of them, also with those that cannot be read
     */
    public static Mappings parse(MappingFiles files, Map<String, String> others) throws MappingFaults {
        return parse(files.over(others), files.unread());
    }

    /** @param unread by name, with what is wrong with them */
    private static Mappings parse(Map<String, String> files, Map<String, MappingFault> unread) throws MappingFaults {
        List<MappingFault> faults = new ArrayList<>(unread.values());
        faults.addAll(unknownFiles(files));
        faults.addAll(oversized(files));
        Map<Sheet, Rows> sheets = new EnumMap<>(Sheet.class);
        Map<Sheet, List<Row>> rows = new EnumMap<>(Sheet.class);
        for (Sheet sheet : Sheet.values()) {
            rows.put(sheet, unread.containsKey(sheet.file()) ? List.of() : rowsOf(sheet, files, faults));
            sheets.put(sheet, new Rows(sheet, rows.getOrDefault(sheet, List.of())));
        }
        faults.addAll(unknownCompanies(rows));
        faults.addAll(BufferChecks.unknownWarehouses(
                rows.getOrDefault(Sheet.BUFFERS, List.of()), rows.getOrDefault(Sheet.WAREHOUSES, List.of())));
        if (!faults.isEmpty()) {
            throw new MappingFaults(faults);
        }
        return new Mappings(hash(files), sheets);
    }

    /** A hash of all files: the same content is the same version. */
    public String version() {
        return version;
    }

    /** What holds on this day. */
    public InForce on(LocalDate day) {
        return new InForce(this, day);
    }

    /** The Sage companies, in the order of companies.csv. */
    public List<String> companies() {
        return rows(Sheet.COMPANIES).all().stream()
                .map(row -> row.get("company"))
                .distinct()
                .toList();
    }

    /** The codes of the cash-book banks that hold what shoppers of a company have paid until it is paid out, whenever their rows hold. */
    public Set<String> clearingBanks(String company) {
        return Stream.of(Sheet.GATEWAYS, Sheet.SETTLEMENT)
                .flatMap(sheet -> rows(sheet).all().stream())
                .filter(row ->
                        row.get("company").isEmpty() || row.get("company").equals(company))
                .filter(row -> !row.get("paid_out").equals(AT_ONCE))
                .map(row -> row.get("clearing_bank"))
                .collect(Collectors.toSet());
    }

    /** Whether what shoppers pay into this bank is the company's at once, so that no payout follows. */
    public boolean isPaidAtOnce(String company, String bank) {
        return !clearingBanks(company).contains(bank)
                && rows(Sheet.GATEWAYS).all().stream()
                        .filter(row -> row.get("company").isEmpty()
                                || row.get("company").equals(company))
                        .anyMatch(row -> row.get("paid_out").equals(AT_ONCE)
                                && row.get("clearing_bank").equals(bank));
    }

    /** Every row of every file, file by file. */
    public List<MappingLine> lines() {
        return Stream.of(Sheet.values())
                .flatMap(sheet -> rows(sheet).all().stream())
                .map(Row::toLine)
                .toList();
    }

    /**
     * For orders that become ledger invoices.
     *
     * @throws MappingFaults when the stock of a warehouse is published from Sage, where such an invoice moves none
     */
    public void publishNoStock() throws MappingFaults {
        List<MappingFault> faults = rows(Sheet.WAREHOUSES).all().stream()
                .filter(row -> row.get("stock").equals("yes"))
                .map(row -> new MappingFault(
                        Sheet.WAREHOUSES.file(),
                        row.line(),
                        "stock",
                        "yes",
                        "with orders.post-as = sales-invoice nothing that is sold leaves Sage 200's stock, so that Centra"
                                + " would sell it again; set no, or stock.moved-by = other-system where another system"
                                + " takes it out of Sage 200's stock"))
                .toList();
        if (!faults.isEmpty()) {
            throw new MappingFaults(faults);
        }
    }

    /** What can be used and is probably not meant: a file without a row, where each order needs one. */
    public List<String> warnings() {
        return Stream.of(Sheet.values())
                .filter(sheet -> sheet.mustExist() && rows(sheet).all().isEmpty())
                .map(sheet ->
                        sheet.file() + " has no rows: no " + sheet.answer() + " is mapped, so every order will be held")
                .toList();
    }

    Rows rows(Sheet sheet) {
        return sheets.getOrDefault(sheet, new Rows(sheet, List.of()));
    }

    private static List<Row> rowsOf(Sheet sheet, Map<String, String> files, List<MappingFault> faults) {
        String text = files.get(sheet.file());
        if (text != null) {
            return new SheetReader(sheet, faults).read(text);
        }
        if (sheet.mustExist()) {
            faults.add(MappingFault.ofFile(sheet.file(), "is missing; see docs/example-mappings"));
        }
        return List.of();
    }

    private static List<MappingFault> unknownFiles(Map<String, String> files) {
        Set<String> known = Stream.of(Sheet.values()).map(Sheet::file).collect(Collectors.toSet());
        return files.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> MappingFault.ofFile(
                        name,
                        "there is no such mapping; expected one of "
                                + known.stream().sorted().collect(Collectors.joining(", "))))
                .toList();
    }

    private static List<MappingFault> oversized(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().length() > LENGTH_MAX)
                .map(file -> MappingFault.ofFile(
                        file.getKey(),
                        "has " + file.getValue().length() + " characters; at most " + LENGTH_MAX
                                + " are kept, so remove the rows that say nothing"))
                .toList();
    }

    /** A company that only one file knows is a typing error, found before it becomes a thousand held orders. */
    private static List<MappingFault> unknownCompanies(Map<Sheet, List<Row>> rows) {
        Set<String> known = rows.getOrDefault(Sheet.COMPANIES, List.of()).stream()
                .map(row -> row.get("company"))
                .collect(Collectors.toSet());
        if (known.isEmpty()) {
            return List.of(); // the fault is the file's, and told already
        }
        return rows.values().stream()
                .flatMap(List::stream)
                .filter(row -> !row.get("company").isEmpty() && !known.contains(row.get("company")))
                .map(row -> new MappingFault(
                        row.sheet().file(),
                        row.line(),
                        "company",
                        row.get("company"),
                        "is not in companies.csv; add it there, or correct it"))
                .toList();
    }

    /** The name of a content: the same files have the same. */
    public static String hash(Map<String, String> files) {
        StringBuilder content = new StringBuilder();
        // Lengths stand before the texts, so that no content can pass for another's.
        new TreeMap<>(files)
                .forEach((name, text) -> content.append(name)
                        .append('\n')
                        .append(text.getBytes(StandardCharsets.UTF_8).length)
                        .append('\n')
                        .append(text));
        return Sha256.hex(content.toString());
    }
}
