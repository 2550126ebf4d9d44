package centrasage.flow;

/**
 * One of the two systems, as far as one company of Sage 200 goes: what answers or keeps silent as one.
 *
 * @param company the number sent as {@code X-Company}, of which Centra knows nothing; {@link #ALL} where every company is meant
 */
public record Partner(Side side, String company) {
    public static final String ALL = "";

    /** Where a posting of this key goes to. */
    public static Partner of(PostingKey key) {
        return new Partner(key.kind().side(), key.company());
    }

    public static Partner all(Side side) {
        return new Partner(side, ALL);
    }

    /** Whether what goes to the other goes here. */
    public boolean covers(Partner other) {
        return side == other.side && (company.equals(ALL) || company.equals(other.company));
    }
}
