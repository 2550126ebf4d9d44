package centrasage.reconcile.finding;

import centrasage.mapping.MappingLine;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rows of the mappings that are for one Sage company.
 *
 * @param all every row of every file, of every company
 * @param usual {@code sage200.company}: the company of accounts that name none
 * @param today rows that have expired before it are left alone
 */
public record CompanyRows(String company, List<MappingLine> all, String usual, LocalDate today) {
    private static final String ACCOUNTS = "accounts.csv";

    public CompanyRows {
        all = List.copyOf(all);
    }

    /** The rows of a file that hold now or later; of most files, a row that names no company is for each. */
    public List<MappingLine> of(String file) {
        return all.stream()
                .filter(line -> line.file().equals(file) && isLeft(line))
                .filter(this::isOurs)
                .toList();
    }

    private boolean isOurs(MappingLine line) {
        String named = line.get("company");
        return named.equals(company) || named.isEmpty() && (!line.file().equals(ACCOUNTS) || company.equals(usual));
    }

    private boolean isLeft(MappingLine line) {
        return isLeft(line, today);
    }

    private static boolean isLeft(MappingLine line, LocalDate today) {
        return line.to() == null || !line.to().isBefore(today);
    }

    /** Each company that orders are posted to now or later, by its rows; the usual one where no account is named at all. */
    public static List<CompanyRows> ofEach(List<MappingLine> all, String usual, LocalDate today) {
        SortedSet<String> companies = new TreeSet<>();
        all.stream()
                .filter(line -> line.file().equals(ACCOUNTS) && isLeft(line, today))
                .map(line -> line.get("company").isEmpty() ? usual : line.get("company"))
                .forEach(companies::add);
        if (companies.isEmpty()) {
            companies.add(usual);
        }
        return companies.stream()
                .map(company -> new CompanyRows(company, all, usual, today))
                .toList();
    }
}
