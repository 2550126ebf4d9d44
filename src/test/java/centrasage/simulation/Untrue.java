package centrasage.simulation;

/** Something that must hold after every history does not. */
final class Untrue extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final Truth truth;

    Untrue(Truth truth, String what) {
        super(truth + ": " + what);
        this.truth = truth;
    }

    Truth truth() {
        return truth;
    }
}
