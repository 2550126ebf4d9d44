package centrasage.desk.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;

/** That a feed brings too little, as people say it. */
final class SilenceWords {
    private final SiteCalendar calendar;

    SilenceWords(SiteCalendar calendar) {
        this.calendar = calendar;
    }

    /** {@code Orders: 0 in the last 3 hours; usual on a Saturday at this time 25-50}. */
    String say(String feed, Silence silence, Instant now) {
        String begin = Feeds.title(feed) + ": " + silence.came() + " in the last " + length(silence.length());
        if (silence.usual() != null) {
            String day = now.atZone(calendar.zone()).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
            return begin + "; usual on a " + day + " at this time " + silence.usual();
        }
        return silence.limit() == null ? begin : begin + "; usually something comes within " + length(silence.limit());
    }

    private static String length(Duration length) {
        if (length.toHours() < 1) {
            return length.toMinutes() + " minutes";
        }
        if (length.toHours() == 1) {
            return "hour";
        }
        return length.toHours() <= 48 ? length.toHours() + " hours" : length.toDays() + " days";
    }
}
