package centrasage.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The row of vat.csv that a sale lacks, as it would be pasted: for all sales like it, not for this one alone. So it names no
 * value, no region that the country's rows do not tell apart, and goods together with what is charged for bringing them.
 */
final class MissingRow {
    private static final String ANY = "*";
    private static final String GIFT_CARD = "gift-card";

    /** It comes from the postcode, so that other regions of the country need not be told apart because of it. */
    private static final String NORTHERN_IRELAND = "NI";

    private final Sheet sheet;
    private final List<Row> rows;

    MissingRow(Sheet sheet, List<Row> rows) {
        this.sheet = sheet;
        this.rows = rows;
    }

    String remedy(Map<String, String> wanted) {
        boolean isGiftCard = wanted.getOrDefault("applies_to", "").equals(GIFT_CARD);
        String columns = sheet.columns().stream().map(Column::name).collect(Collectors.joining(","));
        return "Add this row to " + sheet.file() + ", with the " + sheet.answer() + " that your VAT adviser names: "
                + line(wanted, isGiftCard ? GIFT_CARD : ANY)
                + (isGiftCard || !wouldTakeGiftCards(wanted)
                        ? ""
                        : " and one for gift cards, which it would take from their own row: " + line(wanted, GIFT_CARD))
                + " (columns " + columns + ")";
    }

    private String line(Map<String, String> wanted, String appliesTo) {
        return sheet.columns().stream()
                .map(column -> cell(column, wanted, appliesTo))
                .collect(Collectors.joining(","));
    }

    private String cell(Column column, Map<String, String> wanted, String appliesTo) {
        String value = wanted.getOrDefault(column.name(), "");
        return switch (column.name()) {
            case "value_to" -> ANY;
            case "applies_to" -> appliesTo;
            case "region" -> isToldApart(wanted.getOrDefault("country", ""), value) ? quoted(value) : ANY;
            default ->
                column.role().narrows() ? quoted(value) : "<" + column.name().replace('_', ' ') + ">";
        };
    }

    private boolean isToldApart(String country, String region) {
        return !region.isEmpty()
                && rows.stream()
                        .filter(row -> List.of("", country).contains(row.get("country")))
                        .map(row -> row.get("region"))
                        .filter(told -> !told.isEmpty())
                        .anyMatch(told -> told.equalsIgnoreCase(region) || !told.equalsIgnoreCase(NORTHERN_IRELAND));
    }

    /** A gift card is sold without VAT, and a row that names the country is closer to it than one for gift cards anywhere. */
    private boolean wouldTakeGiftCards(Map<String, String> wanted) {
        return wanted.getOrDefault("rate", "").equals("0")
                && rows.stream().anyMatch(row -> row.get("applies_to").equals(GIFT_CARD));
    }

    private static String quoted(String value) {
        return value.matches("[^,\"\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
