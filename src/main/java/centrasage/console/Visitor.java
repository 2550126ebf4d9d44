package centrasage.console;

import centrasage.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.List;

/** Whoever looks at the page, and what they may do. */
@Named
@RequestScoped
public class Visitor {
    private static final List<String> MAY_ACT = List.of(Roles.ADMINISTRATOR, Roles.FINANCE, Roles.OPERATIONS, Roles.CX);

    private SecurityContext security;

    @SuppressWarnings("NullAway.Init")
    Visitor() {}

    @Inject
    Visitor(SecurityContext security) {
        this.security = security;
    }

    public boolean signedIn() {
        return security.getCallerPrincipal() != null;
    }

    /** The sign-in name; empty before signing in. */
    public String name() {
        Principal principal = security.getCallerPrincipal();
        return principal == null ? "" : principal.getName();
    }

    /** The most far-reaching role, in words. */
    public String role() {
        return MAY_ACT.stream().filter(security::isCallerInRole).findFirst().orElse(Roles.VIEWER);
    }

    /** Whether they may plan again, resolve and assign; a viewer may only look. */
    public boolean mayAct() {
        return MAY_ACT.stream().anyMatch(security::isCallerInRole);
    }

    /** Whether they may see who the customer is; others see initials. */
    public boolean maySeeCustomers() {
        return security.isCallerInRole(Roles.CX) || security.isCallerInRole(Roles.ADMINISTRATOR);
    }
}
