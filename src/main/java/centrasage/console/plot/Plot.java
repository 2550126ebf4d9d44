package centrasage.console.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures side by side, oldest first, drawn in whole pixels of a field of {@link #WIDTH} by {@link #HEIGHT}; zero is always in the
 * field, so that lengths can be compared.
 *
 * @param title what is plotted, with its unit
 * @param head of the labels, such as {@code Day}
 */
public record Plot(String title, String head, Shape shape, List<Point> points) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 120;

    private static final int BAR_MAX = 40;
    private static final int POINTS_MAX = 400;

    /** How figures are drawn. */
    public enum Shape {
        BARS,
        LINE
    }

    /**
     * A figure with its place; a bar's height is at least 1, so that what is not zero can be seen.
     *
     * @param band what is usual there; without height where nobody knows
     */
    public record Mark(Box bar, int middle, int tip, Box band, Point point) {}

    /** A rectangle, from its top left corner. */
    public record Box(int x, int y, int width, int height) {}

    public Plot {
        points = List.copyOf(points.subList(Math.max(0, points.size() - POINTS_MAX), points.size()));
    }

    public static Plot bars(String title, String head, List<Point> points) {
        return new Plot(title, head, Shape.BARS, points);
    }

    public static Plot line(String title, String head, List<Point> points) {
        return new Plot(title, head, Shape.LINE, points);
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    public List<Mark> marks() {
        return IntStream.range(0, points.size()).mapToObj(this::mark).toList();
    }

    private Mark mark(int place) {
        Point point = points.get(place);
        int slot = Math.max(1, WIDTH / points.size());
        int width = Math.max(1, Math.min(BAR_MAX, slot - Math.max(1, slot / 5)));
        int left = place * WIDTH / points.size() + (slot - width) / 2;
        int tip = height(point.value());
        int zero = zero();
        int tall = Math.max(Math.abs(tip - zero), point.value().signum() == 0 ? 0 : 1);
        return new Mark(
                new Box(left, Math.min(tip, zero), width, tall),
                left + width / 2,
                tip,
                band(place * WIDTH / points.size(), slot, point.usual()),
                point);
    }

    private Box band(int left, int slot, Point.@Nullable Usual usual) {
        return usual == null
                ? new Box(left, zero(), slot, 0)
                : new Box(left, height(usual.to()), slot, height(usual.from()) - height(usual.to()));
    }

    /** Whether it is known of any figure what is usual. */
    public boolean compares() {
        return points.stream().anyMatch(point -> point.usual() != null);
    }

    /** Where zero is, from above. */
    public int zero() {
        return height(BigDecimal.ZERO);
    }

    private int height(BigDecimal value) {
        BigDecimal range = most().subtract(least());
        return range.signum() == 0
                ? HEIGHT
                : most().subtract(value)
                        .multiply(BigDecimal.valueOf(HEIGHT))
                        .divide(range, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    private BigDecimal most() {
        return Collections.max(withZero());
    }

    private BigDecimal least() {
        return Collections.min(withZero());
    }

    private List<BigDecimal> withZero() {
        return Stream.of(
                        Stream.of(BigDecimal.ZERO),
                        points.stream().map(Point::value),
                        points.stream()
                                .map(Point::usual)
                                .flatMap(Stream::ofNullable)
                                .map(Point.Usual::to))
                .flatMap(each -> each)
                .toList();
    }

    /** The line through all figures, as SVG writes it. */
    public String path() {
        return marks().stream().map(mark -> mark.middle() + "," + mark.tip()).collect(Collectors.joining(" "));
    }

    /** The largest figure in words; empty where there is none. */
    public String highest() {
        return words(most());
    }

    /** The smallest figure in words where it is below zero; else empty. */
    public String lowest() {
        return least().signum() < 0 ? words(least()) : "";
    }

    private String words(BigDecimal value) {
        return points.stream()
                .filter(point -> point.value().compareTo(value) == 0)
                .findFirst()
                .map(Point::words)
                .orElse("");
    }

    public String first() {
        return points.get(0).label();
    }

    public String last() {
        return points.get(points.size() - 1).label();
    }
}
