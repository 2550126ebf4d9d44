package centrasage.flow;

/**
 * What a posted document has become by an amendment of it that is there.
 *
 * @param command the posting as if it had been sent so from the beginning, under its own key
 * @param undone whether there is no such document any more, because it was cancelled
 */
public record Amended(Command command, boolean undone) {}
