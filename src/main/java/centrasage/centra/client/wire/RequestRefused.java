package centrasage.centra.client.wire;

/** Centra is well, and answers one request with an error: the next one may do well. */
public final class RequestRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    RequestRefused(String why, boolean passing) {
        super(why);
        this.passing = passing;
    }

    /** Whether it is an accident inside Centra, so that the same request may do well later. */
    public boolean isPassing() {
        return passing;
    }
}
