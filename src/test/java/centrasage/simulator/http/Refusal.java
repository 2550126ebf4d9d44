package centrasage.simulator.http;

/** Thrown by a handler, at any depth, to answer with something other than success. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    public Refusal(Response response) {
        super("answered with status " + response.status(), null, false, false);
        this.response = response;
    }

    public Response response() {
        return response;
    }
}
