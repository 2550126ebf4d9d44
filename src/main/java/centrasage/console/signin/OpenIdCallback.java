package centrasage.console.signin;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import centrasage.console.frame.BrowserMark;
import centrasage.console.frame.LocalPath;
import centrasage.security.FromProvider;
import centrasage.security.SignIn;
import centrasage.security.openid.ComingBack;
import centrasage.security.openid.OpenId;
import centrasage.security.openid.Returned;
import centrasage.security.openid.Returned.Kind;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the company's sign-in sends the browser back: the path that {@code signin.oidc.redirect-uri} ends in.
 *
 * <p>Open to everybody (see web.xml), because the browser comes from another site and therefore without its session. State
 * and {@link BrowserMark} say whether it is the one that was sent. The answer is a page of our own and no redirect: only from
 * there does the browser show the session that it was given here. Nothing that came along is shown or passed on.
 */
@WebServlet("/connect/openid")
public class OpenIdCallback extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SecurityContext security;
    private final transient OpenId openId;

    @Inject
    OpenIdCallback(SecurityContext security, OpenId openId) {
        this.security = security;
        this.openId = openId;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ComingBack back = new ComingBack(
                part(request, "state"),
                part(request, "code"),
                part(request, "error"),
                part(request, "iss"),
                BrowserMark.COMPANY.in(request));
        security.authenticate(
                request,
                response,
                withParams().credential(new FromProvider(back)).newAuthentication(true));
        Returned returned = request.getAttribute(SignIn.RETURNED) instanceof Returned said
                ? said
                : new Returned.Refused(Kind.NOT_OURS, "nothing was asked");
        if (!isStrangers(returned)) { // else another site could end an attempt by a link
            openId.callback().map(BrowserMark.COMPANY::gone).ifPresent(response::addCookie);
        }
        answer(returned, request, response);
    }

    private static boolean isStrangers(Returned returned) {
        return returned.match(
                known -> false, refused -> refused.kind() == Kind.NOT_OURS || refused.kind() == Kind.OTHER_BROWSER);
    }

    private static void answer(Returned returned, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String next = returned.match(
                known -> LocalPath.orToday(known.wanted()),
                refused -> "/sign-in.xhtml?told=" + refused.kind().name().toLowerCase(Locale.ROOT));
        response.setStatus(
                returned.match(known -> HttpServletResponse.SC_OK, refused -> HttpServletResponse.SC_BAD_REQUEST));
        response.setHeader("Referrer-Policy", "no-referrer"); // this address carries the code
        response.setHeader("Refresh", "0; url=" + request.getContextPath() + next);
        request.getRequestDispatcher("/WEB-INF/connect/signed-in.html").forward(request, response);
    }

    /** Whoever only asks what is here, as a scanner of links does, uses nothing up. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static String part(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
