package centrasage.flow;

/** Who can act on it. */
public enum Owner {
    CX,
    OPERATIONS,
    FINANCE
}
