package centrasage.simulator.centra.limits;

/** The quotas of Centra's plans, as its newest page on rate limits gives them. */
public enum Plan {
    GROWTH(new Quota(60, 5_000), new Quota(20, 1_800), new Quota(250_000, 30_000_000)),
    ENHANCED(new Quota(150, 20_000), new Quota(50, 4_500), new Quota(900_000, 90_000_000)),
    HIGH_VOLUME(new Quota(450, 40_000), new Quota(150, 7_000), new Quota(1_800_000, 180_000_000)),
    ENTERPRISE(new Quota(1_500, 85_000), new Quota(500, 25_000), new Quota(4_000_000, 400_000_000)),
    /** Not Centra's: small enough to be met in a test of a few requests. */
    TINY(new Quota(5, 100), new Quota(2, 20), new Quota(5_000, 100_000));

    private record Quota(int tenSeconds, int oneHour) {}

    private final Quota requests;
    private final Quota mutations;
    private final Quota complexity;

    Plan(Quota requests, Quota mutations, Quota complexity) {
        this.requests = requests;
        this.mutations = mutations;
        this.complexity = complexity;
    }

    public int quota(Counter counter, Window window) {
        Quota quota = switch (counter) {
            case REQUEST_COUNT -> requests;
            case QUERY_COMPLEXITY -> complexity;
            case MUTATION_COUNT -> mutations;
        };
        return window == Window.TEN_SECONDS ? quota.tenSeconds() : quota.oneHour();
    }
}
