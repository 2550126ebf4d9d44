package centrasage.console.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** A figure with its place; a bar's height is at least 1, so that what is not zero can be seen. */
    public record Mark(int x, int y, int width, int height, int middle, int tip, Point point) {}

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
        return new Mark(left, Math.min(tip, zero), width, tall, left + width / 2, tip, point);
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
        return Stream.concat(Stream.of(BigDecimal.ZERO), points.stream().map(Point::value))
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
