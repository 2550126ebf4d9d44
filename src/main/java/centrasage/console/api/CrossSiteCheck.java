package centrasage.console.api;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.security.CrossSite;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses deeds that another web site asks for through a browser: a name and password that the browser remembers for HTTP
 * Basic are sent along with them, whatever the cookie says. A request that does not say where it comes from is a program's,
 * and a program signs in with HTTP Basic rather than with the console's session.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class CrossSiteCheck implements ContainerRequestFilter {
    private static final Set<String> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        if (!LOOKING.contains(request.getMethod()) && !isOurs(request)) {
            throw new Refusal(Problem.of(
                    Status.FORBIDDEN,
                    "Another web site may not do this",
                    "Do it in the console, or with a program that calls this address with HTTP Basic"));
        }
    }

    private static boolean isOurs(ContainerRequestContext request) {
        return switch (CrossSite.of(request::getHeaderString)) {
            case OURS, TYPED -> true;
            case ELSEWHERE -> false;
            case UNSAID -> request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        };
    }
}
