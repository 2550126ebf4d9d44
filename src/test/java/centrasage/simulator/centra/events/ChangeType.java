package centrasage.simulator.centra.events;

/** What happened to an object. */
public enum ChangeType {
    CREATED,
    UPDATED,
    COMPLETED,
    DELETED,
    DEPENDENT_DATA_CHANGED
}
