package centrasage.sync.numbers;

/**
 * A number that the source is to know of one of its orders.
 *
 * @param company the company of the other side that it belongs to: its numbers are unique there only
 * @param order the source's own number
 * @param number the other side's
 * @param tries how often the source would not take it
 */
public record NumberToTell(long postingId, String company, String order, String number, int tries) {}
