package centrasage.console.frame;

import centrasage.security.CrossSite;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every browser is told beside the page. The content security policy of a page is PrimeFaces' (with a nonce for its
 * own scripts, see web.xml); the error pages and the page on the way back from Sage ID are plain files and have the strictest
 * there is.
 */
@WebFilter(
        urlPatterns = {"*.xhtml", "/connect/*", "/WEB-INF/errors/*"},
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class PageHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PLAIN_FILE =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (request.getDispatcherType() == DispatcherType.ERROR
                || !request.getServletPath().endsWith(".xhtml")) {
            plainFile(response);
        }
        if (!request.getServletPath().startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (isFormFromElsewhere(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    /** The policy of a plain file of ours, which runs nothing and sends nothing. */
    public static void plainFile(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", PLAIN_FILE);
    }

    /**
     * Pages are posted to by themselves only; the view state says so too, but not on the page for signing in. Browsers say
     * where a form comes from, so that one that does not say is refused as well.
     */
    private static boolean isFormFromElsewhere(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getServletPath().endsWith(".xhtml")
                && CrossSite.of(request::getHeader) != CrossSite.OURS;
    }
}
