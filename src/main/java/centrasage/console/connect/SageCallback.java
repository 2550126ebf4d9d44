package centrasage.console.connect;

import centrasage.console.frame.BrowserMark;
import centrasage.sage200.client.signin.ComingBack;
import centrasage.sage200.client.signin.SageSignIn;
import centrasage.sage200.client.signin.SignInEnd;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;

/**
 * Where Sage ID sends the browser back: the path that {@code sage200.redirect-uri} ends in.
 *
 * <p>Open to everybody (see web.xml), because the browser comes from another site and therefore without its session. State
 * and {@link BrowserMark} say whether it is the one that was sent. The answer is a page of our own and no redirect: only
 * from there does the browser show its session again. Nothing that came along is shown or passed on.
 */
@WebServlet("/connect/sage200")
public class SageCallback extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SageSignIn signIn;
    private final transient Connecting connecting;

    @Inject
    SageCallback(SageSignIn signIn, Connecting connecting) {
        this.signIn = signIn;
        this.connecting = connecting;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        SignInEnd.Kind end = connecting.back(new ComingBack(
                part(request, "state"),
                part(request, "code"),
                part(request, "error"),
                part(request, "error_description"),
                BrowserMark.SAGE_ID.in(request)));
        if (end != SignInEnd.Kind.NOT_OURS) { // else another site could end an attempt by a link
            response.addCookie(BrowserMark.SAGE_ID.gone(URI.create(signIn.callback())));
        }
        Told told = new Told(end);
        response.setStatus(told.isGood() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        response.setHeader("Referrer-Policy", "no-referrer"); // this address carries the code
        response.setHeader("Refresh", "0; url=" + request.getContextPath() + "/connect.xhtml?told=" + told.part());
        request.getRequestDispatcher("/WEB-INF/connect/back.html").forward(request, response);
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
