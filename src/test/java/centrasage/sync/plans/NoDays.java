package centrasage.sync.plans;

/** For simulations of documents that go out with their true days: nothing is ever asked of it. */
public final class NoDays {
    private NoDays() {}

    public static DocumentDays get() {
        return new DocumentDays();
    }
}
