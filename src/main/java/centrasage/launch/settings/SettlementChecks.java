package centrasage.launch.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
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
