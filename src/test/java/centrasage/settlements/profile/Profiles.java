package centrasage.settlements.profile;

import static java.util.Objects.requireNonNull;

import centrasage.settlements.read.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Profiles that a test changes line by line. */
final class Profiles {
    /** Of a provider that nobody has, whose files have signs and a payout. */
    static final String FULL = """
        # Harbour Pay
        psp = Harbour-Pay
        file-name = .*\\.csv
        separator = semicolon
        amounts = point
        sign = signed
        control = payout
        column.account = Shop
        column.batch = Payout No
        column.currency = Currency
        column.type = What
        column.net = Net
        column.gross = Gross
        column.gross-currency = Paid in
        column.rate = Rate
        column.date = Day
        column.payment = Payment
        column.modification = Capture
        column.merchant = Our reference
        column.order = Order
        column.text = Note
        fees = kept-is-positive
        fee.Commission = commission
        fee.VAT = tax
        type.Sale = sale
        type.Sent back = refund -
        type.Monthly = fee
        type.To bank = payout turned
        """;

    private Profiles() {}

    static Profile of(String text) throws IOException, BadProfile {
        return Profile.of(Reading.file("harbour-pay.properties", text));
    }

    /** @param values by their keys; an empty one removes its line, and one without a line is added */
    static String with(String text, Map<String, String> values) {
        Map<String, String> left = new LinkedHashMap<>(values);
        String changed = text.lines()
                .map(line -> {
                    String key = line.split("=", 2)[0].strip();
                    String value = left.remove(key);
                    return value == null ? line : value.isEmpty() ? "" : key + " = " + value;
                })
                .collect(Collectors.joining("\n", "", "\n"));
        return changed
                + left.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    static String with(String text, String key, String value) {
        return with(text, Map.of(key, value));
    }

    /** One that is delivered. */
    static String example(String name) throws IOException {
        try (InputStream bytes =
                requireNonNull(Profiles.class.getResourceAsStream("/centrasage/settlements/profiles/" + name))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
