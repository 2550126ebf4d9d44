package centrasage.console.api.json;

import centrasage.console.life.Edits;
import centrasage.orders.edit.Edit;
import centrasage.orders.edit.LineEdit;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was posted beside what Centra says now, amounts in the order's currency.
 *
 * @param parts the grand total first, then what it is made of beside the lines, and every other part that is not the same
 * @param lines every line of either version, those that are the same last
 */
@Schema(name = "Edit")
public record EditJson(
        int postedVersion, int nowVersion, String currency, boolean cancelled, List<Part> parts, List<Line> lines) {

    /**
     * A part beside the lines; the difference is null where it is no amount. Both versions are null where they are personal data
     * and the caller may not see it: then they are not the same.
     */
    @Schema(name = "EditedPart")
    public record Part(
            String name,
            @Nullable String posted,
            @Nullable String now,
            @Nullable String difference) {}

    /** A line in both versions: ADDED, REMOVED, CHANGED or SAME; null on the side where it is not. */
    @Schema(name = "EditedLine")
    public record Line(
            String what,
            String sku,
            String product,
            @Nullable Figures posted,
            @Nullable Figures now,
            String difference) {}

    /** What a line comes to; the value is with VAT. */
    @Schema(name = "LineFigures")
    public record Figures(int quantity, String value, String vat, String vatRate) {}

    public static EditJson of(Edits.SideBySide both) {
        Edit edit = both.edit();
        return new EditJson(
                both.posted(),
                both.now(),
                edit.currency(),
                edit.cancelled(),
                Stream.concat(
                                edit.sums().stream().map(EditJson::part),
                                edit.texts().stream().map(EditJson::part))
                        .toList(),
                edit.lines().stream().map(EditJson::line).toList());
    }

    private static Part part(Edit.Sum sum) {
        return new Part(
                sum.name(),
                sum.posted().toPlainString(),
                sum.now().toPlainString(),
                sum.difference().toPlainString());
    }

    private static Part part(Edit.Text text) {
        return new Part(text.name(), text.posted(), text.now(), null);
    }

    private static Line line(LineEdit line) {
        return new Line(
                line.what().name(),
                line.sku(),
                line.product(),
                figures(line.posted()),
                figures(line.now()),
                line.difference().toPlainString());
    }

    private static @Nullable Figures figures(LineEdit.@Nullable Figures figures) {
        return figures == null
                ? null
                : new Figures(
                        figures.quantity(),
                        figures.value().toPlainString(),
                        figures.vat().toPlainString(),
                        figures.rate().toPlainString());
    }
}
