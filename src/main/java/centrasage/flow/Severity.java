package centrasage.flow;

/** How far the damage reaches, from one customer's order to the whole reconciliation. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
