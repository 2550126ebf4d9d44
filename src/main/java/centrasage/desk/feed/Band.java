package centrasage.desk.feed;

/**
 * How much a feed usually brings in some hours.
 *
 * @param from what it brings at least, but for one week that was unlike the others
 */
public record Band(long from, long to) {
    @Override
    public String toString() {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }
}
