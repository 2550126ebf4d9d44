package centrasage.simulation;

import java.util.Locale;

/** What was simulated, counted; of one thread, until the figures of several are added up. */
final class Figures {
    private final long[] faults = new long[Fault.values().length];
    private final long[] counts = new long[Count.values().length];

    /** What is counted besides faults. */
    enum Count {
        HISTORIES("histories"),
        LIFECYCLES("order lifecycles"),
        SHIPMENTS("shipments completed"),
        TURNS("workers' turns"),
        AWAITS("points at which a worker can be stopped"),
        ORDERS("orders in Sage"),
        DESPATCHES("despatches in Sage"),
        CORRECTIONS("totals corrected"),
        AMENDMENTS("tracking amended"),
        TOLD("changes after posting told"),
        ASKED("times a person planned again");

        private final String words;

        Count(String words) {
            this.words = words;
        }
    }

    void struck(Fault fault) {
        faults[fault.ordinal()]++;
    }

    void count(Count count) {
        count(count, 1);
    }

    void count(Count count, long more) {
        counts[count.ordinal()] += more;
    }

    long of(Fault fault) {
        return faults[fault.ordinal()];
    }

    long of(Count count) {
        return counts[count.ordinal()];
    }

    void add(Figures other) {
        for (int i = 0; i < faults.length; i++) {
            faults[i] += other.faults[i];
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** One figure to a line. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (Count count : Count.values()) {
            table.append(line(of(count), count.words));
        }
        for (Fault fault : Fault.values()) {
            table.append(line(of(fault), fault.words()));
        }
        return table.toString();
    }

    private static String line(long figure, String words) {
        return String.format(Locale.ROOT, "%,14d  %s%n", figure, words);
    }
}
