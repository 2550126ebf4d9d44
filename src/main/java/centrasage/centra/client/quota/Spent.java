package centrasage.centra.client.quota;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many mutations were made in the last hour, to the minute. Not safe for use by several threads. */
final class Spent {
    private static final int MINUTES = 60;
    private static final int SECONDS = 60;

    private record Minute(long minute, long mutations) {}

    private final Deque<Minute> minutes = new ArrayDeque<>();
    private Instant lastAt = Instant.EPOCH;

    void add(long mutations, Instant now) {
        long minute = now.getEpochSecond() / SECONDS;
        Minute last = minutes.peekLast();
        boolean goesOn = last != null && last.minute() == minute;
        long before = goesOn ? minutes.removeLast().mutations() : 0;
        minutes.addLast(new Minute(minute, before + mutations));
        lastAt = now;
    }

    Instant lastAt() {
        return lastAt;
    }

    long inTheLastHour(Instant now) {
        long oldest = now.getEpochSecond() / SECONDS - MINUTES;
        while (!minutes.isEmpty() && minutes.getFirst().minute() <= oldest) {
            minutes.removeFirst();
        }
        return minutes.stream().mapToLong(Minute::mutations).sum();
    }
}
