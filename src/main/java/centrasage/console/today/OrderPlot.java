package centrasage.console.today;

import centrasage.console.words.Moments;
import centrasage.desk.feed.Band;
import centrasage.desk.feed.Feeds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders by the hour as bars over the band of what is usual, drawn in whole units of the picture.
 *
 * @param bars the oldest first
 * @param most that stands at the top of it
 */
public record OrderPlot(List<Bar> bars, long most) {
    public static final int WIDTH = 480;
    public static final int HEIGHT = 80;

    public OrderPlot {
        bars = List.copyOf(bars);
    }

    /**
     * One hour.
     *
     * @param time when it begins
     * @param usual in words; empty while nobody knows
     */
    public record Bar(String time, long came, String usual, Box box, Box band) {}

    /** A rectangle of the picture, from its top left corner. */
    public record Box(long x, long y, long width, long height) {}

    static OrderPlot of(List<Feeds.Hour> hours, Moments moments) {
        long most = hours.stream().mapToLong(OrderPlot::highest).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int index = 0; index < hours.size(); index++) {
            Feeds.Hour hour = hours.get(index);
            long wide = WIDTH / hours.size();
            @Nullable Band usual = hour.usual();
            bars.add(new Bar(
                    moments.time(hour.begins()),
                    hour.came(),
                    usual == null ? "" : usual.toString(),
                    box(index * wide + 3, wide - 6, new Band(0, hour.came()), most),
                    box(index * wide, wide, usual == null ? new Band(0, 0) : usual, most)));
        }
        return new OrderPlot(bars, most);
    }

    private static long highest(Feeds.Hour hour) {
        return Math.max(hour.came(), hour.usual() == null ? 0 : hour.usual().to());
    }

    private static Box box(long x, long width, Band band, long most) {
        long top = most == 0 ? 0 : band.to() * HEIGHT / most;
        long bottom = most == 0 ? 0 : band.from() * HEIGHT / most;
        return new Box(x, HEIGHT - top, width, top - bottom);
    }

    /** Whether there is anything to see. */
    public boolean shown() {
        return most > 0;
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }
}
