package centrasage.flow;

/**
 * A command whose document is looked for on the other side.
 *
 * @param evidence what was read before the send whose answer was lost; empty where no send is in doubt
 */
public record Sought(Command command, String evidence) {

    /** Nothing of it was sent, or it was answered. */
    public Sought(Command command) {
        this(command, "");
    }

    public PostingKey key() {
        return command.key();
    }
}
