package centrasage.stock.figure;

/**
 * Units of a SKU that are kept back.
 *
 * @param buffer as its rule has it
 * @param rule which that is, in words; empty before it is told
 * @param stale so many more, while Sage 200 cannot be read
 */
public record Kept(int buffer, String rule, int stale) {
    public static final Kept NOTHING = new Kept(0, "", 0);

    /** The same while Sage 200 cannot be read. */
    public Kept with(int more) {
        return new Kept(buffer, rule, more);
    }

    /** Whether they are the same units, whatever the rule. */
    boolean isSame(Kept other) {
        return buffer == other.buffer && stale == other.stale;
    }
}
