package centrasage.flow;

/** One of the two systems that are kept in agreement. */
public enum Side {
    CENTRA("Centra"),
    SAGE_200("Sage 200");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /** As people call it. */
    public String title() {
        return title;
    }
}
