package centrasage.jobs.ages;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingOverdue;
import centrasage.sync.store.Waiting;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Since when, and what to do, in words that stay the same for as long as it lasts. */
final class AgeWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);

    private final ZoneId zone;

    AgeWords(ZoneId zone) {
        this.zone = zone;
    }

    String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    Reason of(Waiting waiting) {
        String since = " since " + moment(waiting.since());
        String there = waiting.key().kind().side().title();
        return switch (waiting.state()) {
            case LOCKED -> locked(waiting, since);
            case PARKED ->
                reason(
                        waiting,
                        "It cannot be posted" + since,
                        "Mend what its reasons name; it goes out by itself then");
            case IN_DOUBT ->
                reason(
                        waiting,
                        "It is in doubt" + since + ": it was sent, and reading back has not told yet what became of it",
                        "See that the job in-doubt runs and ends well, and that " + there
                                + " answers its reads. Do not enter it by hand:"
                                + " it may be there. Look for its number in " + there + " first");
            case SENDING ->
                reason(
                        waiting,
                        "It is being sent" + since + ", and nobody has ended that",
                        "See on Today whether lanes are at work. If none is, restart the service: what it was sending is read back first");
            case WAITING ->
                reason(
                        waiting,
                        "It waits" + since + " for another document that is to go out before it",
                        "Look at the other documents of the order: what stops the first of them stops this one");
            case PLANNED ->
                reason(
                        waiting,
                        "It is ready" + since + " and was not sent",
                        "See on Today whether lanes are at work and the last run of the orders ended well; if not, restart the service");
            case POSTED, REFUSED, HELD, SKIPPED, ABANDONED, REVERSED ->
                throw new IllegalArgumentException("nothing waits as " + waiting.state());
        };
    }

    private static Reason locked(Waiting waiting, String since) {
        String by = waiting.by().isEmpty() ? "" : ", by " + waiting.by();
        return reason(
                waiting,
                "It is locked in Sage 200" + since + by,
                "Ask " + whom(waiting.by())
                        + " to close the record in Sage 200. If nobody has it open, the lock is left over: log the user off in"
                        + " Sage 200 under User Login Status. It goes out by itself then");
    }

    /** Of somebody without a name, the workstation may be known all the same. */
    private static String whom(String by) {
        boolean isNamed = !by.isEmpty() && !by.startsWith(Outcome.Locked.SOMEBODY);
        return isNamed ? by : "whoever has it open" + by.replace(Outcome.Locked.SOMEBODY, "");
    }

    private static Reason reason(Waiting waiting, String what, String remedy) {
        return new Reason(PostingOverdue.code(waiting.state()), Owner.OPERATIONS, what, remedy);
    }

    /** @param state as which they count */
    Reason many(PostingState state, long postings) {
        return new Reason(
                "MANY_STUCK",
                Owner.OPERATIONS,
                "More than " + bound(postings) + " documents are " + word(state) + " for longer than they should be",
                state == PostingState.LOCKED
                        ? "Many at once are most likely locked by one open web account: see who holds the lock of the oldest, and ask"
                                + " them to close it"
                        : "See whether lanes are at work, the jobs end well, and Sage 200 and Centra answer; then look at the oldest of them");
    }

    /** So that the words change now and then, and not each minute. */
    private static long bound(long postings) {
        long bound = AgeReport.EACH_MAX;
        while (bound * 2 < postings) {
            bound *= 2;
        }
        return bound;
    }

    private static String word(PostingState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
