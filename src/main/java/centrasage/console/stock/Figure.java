package centrasage.console.stock;

import centrasage.stock.figure.Kept;
import centrasage.stock.figure.StalePolicy;
import centrasage.stock.level.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the figure that Centra was told comes about, as arithmetic that one can follow line by line. */
public record Figure(List<Line> lines, @Nullable Integer published) {
    public Figure {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param sign {@code −} or nothing
     * @param units without a sign
     */
    public record Line(String sign, String units, String words) {}

    /** Of what was last told; what Sage 200 says by now may be another figure, which is told with the next run. */
    public static Figure of(Level level) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "",
                plain(level.held().free()).toPlainString(),
                "free in Sage 200: on hand, less allocated and reserved"));
        less(lines, level.taken().openOrders(), "ordered in Sage 200, and not allocated there");
        less(
                lines,
                BigDecimal.valueOf(level.taken().inFlight()),
                "ordered in Centra, and not in Sage 200 yet (in flight)");
        Kept kept = level.taken().kept();
        less(
                lines,
                BigDecimal.valueOf(kept.buffer()),
                "kept back as a buffer" + (kept.rule().isEmpty() ? "" : ": " + kept.rule()));
        if (kept.stale() >= StalePolicy.EVERYTHING) {
            lines.add(new Line("\u2212", "all", "nothing is sold while Sage 200 cannot be read"));
        } else {
            less(lines, BigDecimal.valueOf(kept.stale()), "kept back while Sage 200 cannot be read");
        }
        rest(level, lines);
        return new Figure(lines, level.sellable());
    }

    /** What is neither of these: stock that nobody has confirmed, parts of a unit, and what would be below zero. */
    private static void rest(Level level, List<Line> lines) {
        Integer told = level.sellable();
        if (told == null || level.taken().kept().stale() >= StalePolicy.EVERYTHING) {
            return;
        }
        BigDecimal left = level.held()
                .free()
                .subtract(level.taken().openOrders())
                .subtract(BigDecimal.valueOf(level.taken().inFlight()))
                .subtract(BigDecimal.valueOf(level.taken().kept().buffer()))
                .subtract(BigDecimal.valueOf(level.taken().kept().stale()));
        BigDecimal rest = BigDecimal.valueOf(told).subtract(left);
        if (rest.signum() == 0) {
            return;
        }
        boolean isBelow = left.signum() < 0 && told == 0;
        lines.add(new Line(
                rest.signum() < 0 ? "\u2212" : "+",
                plain(rest.abs()).toPlainString(),
                isBelow
                        ? "below nothing: Centra is told 0"
                        : level.version() == level.published()
                                ? "not confirmed by anybody in Sage 200, or a part of a unit"
                                : "changed in Sage 200 since it was told"));
    }

    private static void less(List<Line> lines, BigDecimal units, String words) {
        if (units.signum() != 0) {
            lines.add(new Line("\u2212", plain(units).toPlainString(), words));
        }
    }

    /** What Centra shows, less what Sage 200 has free; null where Centra was never looked at. */
    static @Nullable BigDecimal difference(Level level) {
        Integer shown = level.shown();
        return shown == null
                ? null
                : plain(BigDecimal.valueOf(shown).subtract(level.held().free()));
    }

    /** Units that are kept back; null where all of it is. */
    static @Nullable Long kept(Kept kept) {
        return kept.stale() >= StalePolicy.EVERYTHING ? null : Long.valueOf((long) kept.buffer() + kept.stale());
    }

    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal least = quantity.stripTrailingZeros();
        return least.scale() < 0 ? least.setScale(0) : least;
    }
}
