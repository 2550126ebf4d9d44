package centrasage.console.frame;

import centrasage.security.Right;
import centrasage.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;

/** Whoever looks at the page, and what they may do. */
@Named
@RequestScoped
public class Visitor {
    private static final List<String> ABOVE_VIEWER =
            List.of(Roles.ADMINISTRATOR, Roles.FINANCE, Roles.OPERATIONS, Roles.CX);

    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    Visitor() {}

    @Inject
    Visitor(HttpServletRequest request) {
        this.request = request;
    }

    public boolean signedIn() {
        return request.getUserPrincipal() != null;
    }

    /** The sign-in name; empty before signing in. */
    public String name() {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    /** The most far-reaching role, in words. */
    public String role() {
        return ABOVE_VIEWER.stream().filter(request::isUserInRole).findFirst().orElse(Roles.VIEWER);
    }

    /** Whether one of their roles lets them. */
    public boolean may(Right right) {
        return right.roles().stream().anyMatch(request::isUserInRole);
    }

    public boolean mayManageUsers() {
        return may(Right.MANAGE_USERS);
    }

    /** Whether they may plan again, resolve and assign; a viewer may only look. */
    public boolean mayAct() {
        return may(Right.RETRY);
    }

    /** Whether they may say what lines of payouts and entries of clearing banks are. */
    public boolean mayKeepBooks() {
        return request.isUserInRole(Roles.FINANCE) || request.isUserInRole(Roles.ADMINISTRATOR);
    }

    /** Whether they may start, stop, restart and abandon jobs. */
    public boolean mayRunJobs() {
        return request.isUserInRole(Roles.OPERATIONS) || request.isUserInRole(Roles.ADMINISTRATOR);
    }

    /** Whether they may let this application into Sage 200. */
    public boolean mayConnect() {
        return may(Right.CONNECT);
    }

    /** Whether they may see who the customer is; others see initials. */
    public boolean maySeeCustomers() {
        return may(Right.SEE_CUSTOMERS);
    }
}
