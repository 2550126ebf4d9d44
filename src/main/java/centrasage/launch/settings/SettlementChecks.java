package centrasage.launch.settings;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What the settings of settlement files must look like. */
final class SettlementChecks {
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+\\s*/[^/=,]+=\\s*("
            + String.join(
                    "|",
                    "SALE",
                    "REFUND",
                    "REFUND_REVERSAL",
                    "CHARGEBACK",
                    "CHARGEBACK_REVERSAL",
                    "FEE",
                    "INVOICE_DEDUCTION",
                    "RESERVE",
                    "BALANCE_CARRY",
                    "PAYOUT",
                    "PAYOUT_RETURN",
                    "CONVERSION",
                    "TAX",
                    "ADJUSTMENT")
            + ")");

    private static final List<String> PROVIDERS = List.of("adyen", "klarna", "paypal", "stripe", "other");
    private static final String URL_EXAMPLE =
            "sftp://reports.paypal.com/ppreports/outgoing or https://host/reports/settlement_detail_report_batch_{batch}.csv";

    private static final Set<String> JOURNAL_COLUMNS = Set.of(
            "nominal", "cost-centre", "department", "date", "reference", "narrative", "debit", "credit", "value");

    private static final String LAYOUT_EXAMPLE =
            "nominal = AccountNumber, date = TransactionDate, reference = Reference, debit = DebitValue, credit = CreditValue";

    private SettlementChecks() {}

    /** From where the files of each provider are fetched. */
    static Stream<Setting> fetching() {
        return PROVIDERS.stream()
                .map(provider -> "settlements." + provider + ".fetch-")
                .flatMap(prefix -> Stream.of(
                        Setting.of(prefix + "url", SettlementChecks::fetchUrl),
                        Setting.of(prefix + "user", Checks::text),
                        Setting.of(prefix + "password", Checks::text).hidden(),
                        Setting.of(prefix + "key-file", Checks::text),
                        Setting.of(prefix + "known-hosts", Checks::text),
                        Setting.of(prefix + "first-batch", Checks.number(1, 1_000_000_000))));
    }

    static Optional<String> fetchUrl(String value) {
        try {
            URI uri = URI.create(value.replace("{batch}", "1").replace("{date}", "2026-11-30"));
            boolean isSafe = "https".equals(uri.getScheme())
                    || "sftp".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost()));
            String name = value.substring(value.lastIndexOf('/') + 1);
            boolean isOfEach = "sftp".equals(uri.getScheme())
                    || (uri.getQuery() == null && (name.contains("{batch}") || name.contains("{date}")));
            if (isSafe && uri.getHost() != null && !isOfEach) {
                return Optional.of(
                        "has neither {batch} nor {date} in the name of its file, without which it would be fetched once"
                                + " and never again; expected for example " + URL_EXAMPLE);
            }
            return isSafe && uri.getHost() != null
                    ? Optional.empty()
                    : Optional.of("is neither an sftp nor an https address; expected for example " + URL_EXAMPLE);
        } catch (IllegalArgumentException e) {
            return Optional.of("is no address; expected for example " + URL_EXAMPLE);
        }
    }

    /** {@code adyen/ManualCorrected = ADJUSTMENT, stripe/topup = PAYOUT_RETURN}. */
    static Optional<String> types(String value) {
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .filter(entry -> !TYPE.matcher(entry).matches())
                .findFirst()
                .map(entry -> "\"" + entry + "\" is no type of a provider and what it is; expected for example"
                        + " adyen/ManualCorrected = ADJUSTMENT, with one of the kinds in docs/settlements.md");
    }

    /** Columns of ours, or texts in quotes, each with a heading or none of them. */
    static Optional<String> journalLayout(String value) {
        List<String[]> columns = Stream.of(value.split(",", -1))
                .map(column -> column.strip().split("\\s*=\\s*", 2))
                .toList();
        List<String> words = columns.stream().map(column -> column[0]).toList();
        Optional<String> unknown = words.stream()
                .filter(word -> !JOURNAL_COLUMNS.contains(word) && !word.matches("'[^',=]*'"))
                .findFirst()
                .map(word -> "\"" + word + "\" is no column of a journal and no text in quotes; expected some of "
                        + String.join(", ", new TreeSet<>(JOURNAL_COLUMNS)) + ", for example " + LAYOUT_EXAMPLE);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (columns.stream().map(column -> column.length).distinct().count() > 1) {
            return Optional.of(
                    "heads some columns and others not; expected a heading for each or for none, for example "
                            + LAYOUT_EXAMPLE);
        }
        boolean isWhole = words.containsAll(List.of("nominal", "date", "reference"))
                && (words.contains("value") || words.containsAll(List.of("debit", "credit")));
        return isWhole
                ? Optional.empty()
                : Optional.of(
                        "lacks nominal, date, reference, or the amount (debit and credit, or value); expected for example "
                                + LAYOUT_EXAMPLE);
    }

    static Optional<String> journalDates(String value) {
        try {
            LocalDate day = LocalDate.of(2026, 12, 31);
            DateTimeFormatter pattern = DateTimeFormatter.ofPattern(value, Locale.ROOT);
            return LocalDate.parse(day.format(pattern), pattern).equals(day)
                    ? Optional.empty()
                    : Optional.of("says no whole day; expected for example dd/MM/yyyy");
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.of("is no pattern of a day; expected for example dd/MM/yyyy");
        }
    }

    static Optional<String> orderReference(String value) {
        return pattern(value, "(?<order>\\d+)(-\\d+)?", "order");
    }

    static Optional<String> klarnaName(String value) {
        return pattern(value, "klarna_(?<account>[A-Z0-9]+)_(?<batch>[A-Z0-9-]+)\\.csv", "account", "batch");
    }

    private static Optional<String> pattern(String value, String example, String... groups) {
        Pattern compiled;
        try {
            compiled = Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            return Optional.of("is no regular expression: " + e.getDescription() + "; expected for example " + example);
        }
        return Stream.of(groups)
                .filter(group -> !hasGroup(compiled, group))
                .findFirst()
                .map(group -> "needs the group (?<" + group + ">...); expected for example " + example);
    }

    /** Asked of a match, which there is with nothing as another choice: a bracket that is escaped opens no group. */
    private static boolean hasGroup(Pattern pattern, String group) {
        Matcher matcher = Pattern.compile(pattern + "|").matcher("");
        try {
            return matcher.find() && matcher.start(group) >= -1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
