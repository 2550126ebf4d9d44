package centrasage.centra.client.quota;

/**
 * What one request takes of each quota.
 *
 * @param complexity as Centra counted it for the last request of this kind; 0 before the first
 */
public record Cost(long complexity, long mutations) {
    static final Cost NOTHING = new Cost(0, 0);

    long of(Counter counter) {
        return switch (counter) {
            case REQUEST_COUNT -> 1;
            case QUERY_COMPLEXITY -> complexity;
            case MUTATION_COUNT -> mutations;
        };
    }
}
