package centrasage.simulator.centra.state;

/** A request that Centra answers with a GraphQL error, in one of its categories. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String category;

    private Refused(String category, String message) {
        super(message, null, false, false);
        this.category = category;
    }

    public static Refused unauthorised(String permission, String field) {
        return new Refused("authorization", "You need " + permission + " permission to access " + field + ".");
    }

    public static Refused invalid(String message) {
        return new Refused("graphql", message);
    }

    /** As a test ordered it. */
    public static Refused ordered(String category, String message) {
        return new Refused(category, message);
    }

    /** Real in Centra, missing in the simulator: said plainly, so that nobody takes silence for an empty answer. */
    public static Refused notSimulated(String what) {
        return new Refused("simulator", "The simulator does not simulate " + what + ".");
    }

    public String category() {
        return category;
    }
}
