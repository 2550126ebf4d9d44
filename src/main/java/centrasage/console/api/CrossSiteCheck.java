package centrasage.console.api;

import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses deeds that another web site asks for through a browser: a name and password that the browser remembers for HTTP
 * Basic are sent along with them, whatever the cookie says. Programs do not send the header.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class CrossSiteCheck implements ContainerRequestFilter {
    private static final Set<String> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site) && !LOOKING.contains(request.getMethod())) {
            throw new Refusal(Problem.of(
                    Status.FORBIDDEN,
                    "Another web site may not do this",
                    "Do it in the console, or with a program that calls this address"));
        }
    }
}
