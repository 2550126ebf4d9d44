package centrasage.centra.client.quota;

/** What Centra counts: its {@code RateLimitType}. */
public enum Counter {
    REQUEST_COUNT,
    QUERY_COMPLEXITY,
    MUTATION_COUNT
}
