package centrasage.mapping;

import java.util.Locale;

/**
 * An analysis code or spare field of a document in Sage, and where its value comes from.
 *
 * @param field {@code analysis_code_1} to 20 or {@code spare_text_1} to 10
 * @param source {@code constant}, or the name of a value of the order
 * @param value of a constant; else empty
 * @param mandatory whether Sage insists on it
 */
public record AnalysisField(Document document, String field, String source, String value, boolean mandatory) {
    private static final int CODE = 60;
    private static final int TEXT = 100;

    /** What a field stands on: the order itself, its goods, or its additional charges. */
    public enum Document {
        ORDER,
        LINE,
        CHARGE;

        /** As {@code analysis.csv} writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static AnalysisField of(Row row) {
        return new AnalysisField(
                Document.valueOf(row.get("document").toUpperCase(Locale.ROOT)),
                row.get("field"),
                row.get("source"),
                row.get("value"),
                row.get("mandatory").equals("yes"));
    }

    /** Sage's own limits: 60 characters of a code, 100 of a text. */
    public int lengthMax() {
        return field.startsWith("analysis_code") ? CODE : TEXT;
    }

    public boolean isConstant() {
        return source.equals("constant");
    }
}
