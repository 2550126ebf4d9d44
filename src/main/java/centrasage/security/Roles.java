package centrasage.security;

import java.util.Set;

/** What people may do. Everyone who is signed in may look. */
public final class Roles {
    public static final String VIEWER = "viewer";
    public static final String CX = "cx";
    public static final String OPERATIONS = "operations";
    public static final String FINANCE = "finance";
    public static final String ADMINISTRATOR = "administrator";

    public static final Set<String> ALL = Set.of(VIEWER, CX, OPERATIONS, FINANCE, ADMINISTRATOR);

    private Roles() {}
}
