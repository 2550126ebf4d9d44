package centrasage.flow;

/**
 * Why something is not posted, in words that a finance person understands, with what to do about it.
 *
 * @param code a stable name to group by, such as {@code UNKNOWN_SKU}; not shown first
 * @param what what is wrong, naming the field and the value; no personal data
 * @param remedy what to do about it
 */
public record Reason(String code, Owner owner, String what, String remedy) {}
