package centrasage.sage200.client.read;

/** A read got no answer, or one that says "later": it may be asked again at once, because it is only a read. */
final class Unanswered extends ReadFailed {
    private static final long serialVersionUID = 1L;

    Unanswered(int status, String why) {
        super(status, why);
    }

    Unanswered(String why, Throwable cause) {
        super(why, cause);
    }
}
