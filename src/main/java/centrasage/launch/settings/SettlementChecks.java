package centrasage.launch.settings;

import java.util.Optional;
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

    private SettlementChecks() {}

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
        try {
            Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            return Optional.of("is no regular expression: " + e.getDescription() + "; expected for example " + example);
        }
        return Stream.of(groups)
                .filter(group -> !value.contains("(?<" + group + ">"))
                .findFirst()
                .map(group -> "needs the group (?<" + group + ">...); expected for example " + example);
    }
}
