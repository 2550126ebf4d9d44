package centrasage.settlements.store;

/** A person, or another run, was faster: nothing is written, and what is left is looked at again. */
public final class Meanwhile extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public Meanwhile(String what) {
        super(what);
    }
}
