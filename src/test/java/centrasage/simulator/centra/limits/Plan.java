package centrasage.simulator.centra.limits;

/** The quotas of Centra's plans, as its newest page on rate limits gives them. */
public enum Plan {
    GROWTH(60, 5_000, 20, 1_800, 250_000, 30_000_000),
    ENHANCED(150, 20_000, 50, 4_500, 900_000, 90_000_000),
    HIGH_VOLUME(450, 40_000, 150, 7_000, 1_800_000, 180_000_000),
    ENTERPRISE(1_500, 85_000, 500, 25_000, 4_000_000, 400_000_000),
    /** Not Centra's: small enough to be met in a test of a few requests. */
    TINY(5, 100, 2, 20, 5_000, 100_000);

    private final int[][] quotas;

    Plan(int requests10s, int requests1h, int mutations10s, int mutations1h, int complexity10s, int complexity1h) {
        quotas = new int[][] {
            {requests10s, requests1h}, {complexity10s, complexity1h}, {mutations10s, mutations1h},
        };
    }

    public int quota(Counter counter, Window window) {
        return quotas[counter.ordinal()][window.ordinal()];
    }
}
