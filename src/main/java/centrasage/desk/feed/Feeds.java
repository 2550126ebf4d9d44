package centrasage.desk.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes in and goes out, when it last did, and how that compares with what is usual: for people who look. */
@ApplicationScoped
public class Feeds {
    public static final String ORDERS = "orders";

    private static final int SHOWN_HOURS = 24;
    /** Pages ask again every few seconds, and what is usual changes by the hour. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private volatile Seen seen = new Seen(Instant.EPOCH, List.of(), List.of());

    private FeedBook book;
    private SilenceRules rules;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Feeds() {}

    @Inject
    Feeds(FeedBook book, SilenceRules rules, Clock clock) {
        this.book = book;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * One feed now.
     *
     * @param seenAt when it last brought anything; null before the first time
     * @param lastHour what came within the last whole hour
     * @param usual in that hour of the week; null while that is not known
     * @param silent why it is too little, in words; null while it is not
     */
    public record Feed(
            String name,
            String title,
            @Nullable Instant seenAt,
            long lastHour,
            @Nullable Band usual,
            @Nullable String silent) {}

    /**
     * An hour of a feed.
     *
     * @param usual null while that is not known
     */
    public record Hour(Instant begins, long came, @Nullable Band usual) {}

    /** What was read last. */
    private record Seen(Instant at, List<Feed> feeds, List<Hour> orders) {}

    public List<Feed> all() {
        return seen().feeds();
    }

    /** The orders of the last whole day by the hour, the oldest first, with this hour so far as its last. */
    public List<Hour> orders() {
        return seen().orders();
    }

    private Seen seen() {
        Instant now = clock.instant();
        Seen last = seen;
        if (last.at().plus(FRESH).isAfter(now)) {
            return last;
        }
        Seen read = new Seen(
                now, book.known().stream().map(known -> feed(known, now)).toList(), hours(now));
        seen = read;
        return read;
    }

    private Feed feed(FeedBook.Known known, Instant now) {
        Counts counts = counts(known.name(), now);
        Rhythm rhythm = new Rhythm(counts, rules.calendar(), rules.weeks());
        Instant hour = now.truncatedTo(ChronoUnit.HOURS).minus(Counts.HOUR);
        return new Feed(
                known.name(),
                title(known.name()),
                known.seenAt(),
                counts.in(hour),
                rhythm.usual(hour).orElse(null),
                silence(known, counts, now)
                        .map(silence -> new SilenceWords(rules.calendar()).say(known.name(), silence, now))
                        .orElse(null));
    }

    private Counts counts(String feed, Instant now) {
        return book.counts(feed, now.minus(Duration.ofDays(7L * (rules.weeks() + 1))));
    }

    private List<Hour> hours(Instant now) {
        Counts counts = counts(ORDERS, now);
        Rhythm rhythm = new Rhythm(counts, rules.calendar(), rules.weeks());
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        List<Hour> hours = new ArrayList<>();
        for (int back = SHOWN_HOURS - 1; back >= 0; back--) {
            Instant begins = hour.minus(Counts.HOUR.multipliedBy(back));
            hours.add(new Hour(begins, counts.in(begins), rhythm.usual(begins).orElse(null)));
        }
        return hours;
    }

    /** Whether too little of it came; empty where that is usual, or nobody knows what is. */
    Optional<Silence> silence(FeedBook.Known known, Counts counts, Instant now) {
        if (!rules.isWatching()
                || !rules.watches(known.name())
                || rules.calendar().isClosed(rules.calendar().day(now))) {
            return Optional.empty();
        }
        Rhythm rhythm = new Rhythm(counts, rules.calendar(), rules.weeks());
        return rhythm.silence(now)
                .or(() -> new Gaps(counts, rules.calendar(), rules.weeks()).silence(now, rhythm.known(now)))
                .or(() -> rhythm.isLearnt(now) ? Optional.empty() : unlearnt(known, now));
    }

    private Optional<Silence> unlearnt(FeedBook.Known known, Instant now) {
        Instant since = known.seenAt() == null ? known.knownAt() : known.seenAt();
        return rules.limit(known.name())
                .filter(limit -> since.plus(limit).isBefore(now))
                .map(limit -> new Silence(0, Duration.between(since, now), null, limit));
    }

    /** Those of which too little came, with why; for the watch. */
    Optional<Silence> silence(FeedBook.Known known, Instant now) {
        return silence(known, counts(known.name(), now), now);
    }

    /** As people call it: {@code settlements/adyen BrandGB} is {@code Files of adyen BrandGB}. */
    public static String title(String feed) {
        if (feed.startsWith("settlements/")) {
            return "Files of " + feed.substring("settlements/".length());
        }
        String words = feed.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
