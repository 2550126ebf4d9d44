package centrasage.security;

/** What the name of an account may be: what fits into an address and a trail without being quoted. */
public final class AccountRules {
    /** The same in words. */
    public static final String NAMES = "at most 60 letters, digits, dots, hyphens, underscores and @";

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,59}";

    private AccountRules() {}

    public static boolean isName(String name) {
        return name.matches(NAME);
    }
}
