package centrasage.console.api;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/** Who may do what: everyone who is signed in may look, the rest is named by {@link RolesAllowed} at the method. */
@Provider
@Priority(Priorities.AUTHORIZATION - 1) // before the server's own, which does not say who may
public final class RoleCheck implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext caller = request.getSecurityContext();
        if (caller.getUserPrincipal() == null) {
            throw new Refusal(
                    Problem.of(Status.UNAUTHORIZED, "Nobody is signed in", "Send a name and a password by HTTP Basic"));
        }
        RolesAllowed allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (allowed != null && Arrays.stream(allowed.value()).noneMatch(caller::isUserInRole)) {
            throw new Refusal(Problem.of(
                    Status.FORBIDDEN,
                    caller.getUserPrincipal().getName() + " may not do this",
                    "Ask somebody with one of the roles " + String.join(", ", allowed.value())));
        }
    }
}
