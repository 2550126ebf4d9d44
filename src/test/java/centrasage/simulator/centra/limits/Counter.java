package centrasage.simulator.centra.limits;

/** What Centra counts. */
public enum Counter {
    REQUEST_COUNT,
    QUERY_COMPLEXITY,
    MUTATION_COUNT
}
