package centrasage.console.runs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long something that runs is likely to take still: by its own pace, else by the runs before; nothing where neither says. */
final class Estimate {
    /** A pace of fewer documents, or of a shorter time, is chance. */
    private static final int DONE_LEAST = 3;

    private static final Duration ELAPSED_LEAST = Duration.ofSeconds(5);
    private static final int FORMER_LEAST = 3;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Estimate() {}

    /** @param left how many documents are still to be done */
    static Optional<Duration> byPace(long done, long left, Duration elapsed) {
        boolean isChance = done < DONE_LEAST || elapsed.compareTo(ELAPSED_LEAST) < 0;
        return isChance
                ? Optional.empty()
                : Optional.of(elapsed.multipliedBy(left).dividedBy(done));
    }

    /** @param former how long earlier runs of the same job took; a run that takes longer than most of them says nothing */
    static Optional<Duration> byFormer(List<Duration> former, Duration elapsed) {
        if (former.size() < FORMER_LEAST) {
            return Optional.empty();
        }
        Duration usual = former.stream().sorted().toList().get(former.size() / 2);
        return Optional.of(usual.minus(elapsed)).filter(left -> !left.isNegative() && !left.isZero());
    }

    /** {@code about 3 min left}. */
    static String words(Duration left) {
        if (left.compareTo(MINUTE) < 0) {
            return "less than a minute left";
        }
        long minutes = left.plusSeconds(30).toMinutes();
        return minutes < 120
                ? "about " + minutes + " min left"
                : "about " + left.plusMinutes(30).toHours() + " h left";
    }
}
