package centrasage.console.api.watch;

import centrasage.console.api.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Set;

/** The server answers UP to any address under {@code /health}: a misspelt one would be green for ever. */
@WebFilter("/health/*")
public final class HealthPaths extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> KNOWN = Set.of("", "/", "/live", "/ready", "/started");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String asked = request.getRequestURI();
        String path = asked.substring((request.getContextPath() + "/health").length());
        if (KNOWN.contains(path)) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.of(
                Status.NOT_FOUND, "There is nothing at " + asked, "Ask /health/live, /health/ready or /health/started");
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(problem.toJson(asked));
    }
}
