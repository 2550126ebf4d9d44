package centrasage.console.api.problem;

import jakarta.ws.rs.core.Response.Status;

/** A request that is not done, with the problem document that says why. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public static Refusal notFound(String what, String remedy) {
        return new Refusal(Problem.of(Status.NOT_FOUND, what, remedy));
    }

    public static Refusal conflict(String why, String remedy) {
        return new Refusal(Problem.of(Status.CONFLICT, why, remedy));
    }

    public Problem problem() {
        return problem;
    }
}
