package centrasage.console.signin;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.BrowserMark;
import centrasage.console.frame.LocalPath;
import centrasage.console.frame.PageHeaders;
import centrasage.security.openid.Begun;
import centrasage.security.openid.OpenId;
import centrasage.security.openid.Returned.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Going to the company's sign-in from the page for signing in, and what that page says when it came to nothing. */
@Named
@RequestScoped
public class OpenIdPage {
    private OpenId openId;
    private String contact;
    private boolean local;

    @SuppressWarnings("NullAway.Init")
    OpenIdPage() {}

    @Inject
    OpenIdPage(
            OpenId openId,
            @ConfigProperty(name = "signin.contact") String contact,
            @ConfigProperty(name = "signin.local") boolean local) {
        this.openId = openId;
        this.contact = contact;
        this.local = local;
    }

    /** Whether people may sign in at the company's provider. */
    public boolean on() {
        return openId.isOn();
    }

    /** Whether people may sign in with a name and a password of this application's. */
    public boolean local() {
        return local;
    }

    /** To whom people turn who cannot sign in; no names of ours, because everybody sees this page. */
    public String contact() {
        return contact;
    }

    public String title() {
        return openId.title();
    }

    /** Sends the browser there by a page that leaves by itself: a redirect would answer a form, which the policy forbids. */
    public void begin() throws IOException, ServletException {
        String wanted = LocalPath.orToday(Asked.now().text("to").orElse(null));
        Optional<Begun> begun = openId.begin(wanted);
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        if (begun.isEmpty()) {
            String again = Address.of("/sign-in.xhtml")
                    .with("told", "unavailable")
                    .with("to", wanted)
                    .toString();
            external.redirect(external.getRequestContextPath() + again);
        } else {
            leave(begun.get(), (HttpServletRequest) external.getRequest(), (HttpServletResponse)
                    external.getResponse());
        }
        faces.responseComplete();
    }

    private static void leave(Begun begun, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.addCookie(BrowserMark.COMPANY.of(begun.browser(), begun.callback(), begun.goodFor()));
        response.setHeader("Refresh", "0; url=" + begun.address());
        PageHeaders.plainFile(response);
        request.getRequestDispatcher("/WEB-INF/connect/leaving.html").forward(request, response);
    }

    /** Where the provider's own session ends; empty where that is not offered. */
    public String endSession() {
        return Asked.now()
                .text("out")
                .filter("provider"::equals)
                .flatMap(out -> openId.endSession())
                .map(URI::toString)
                .orElse("");
    }

    /** What became of the last attempt, in words; empty where the address does not say. */
    public String told() {
        return Asked.now().one("told", Kind.class).map(this::words).orElse("");
    }

    private String words(Kind kind) {
        return switch (kind) {
            case NOT_OURS -> "This sign-in was not begun here, or is used up. Begin again.";
            case OTHER_BROWSER ->
                "Another browser came back than the one that was sent. Open the console at "
                        + openId.callback()
                                .map(there -> there.resolve("/").toString())
                                .orElse("its own address")
                        + " and begin again.";
            case TOO_OLD -> "It took longer than 10 minutes. Begin again.";
            case DENIED -> "You were not signed in there. Nothing was changed.";
            case NOT_TAKEN ->
                "What came back does not prove who you are. Begin again; if it happens again, tell " + contact
                        + ": the log says why.";
            case UNAVAILABLE ->
                openId.title() + " does not answer now. Try again in a few minutes"
                        + (local ? ", or sign in with a name and password of centra-sage200 if you have one." : ".");
            case NO_ROLE ->
                "You are known, and have no role in centra-sage200. Ask " + contact
                        + " for one; it is given in your company's directory.";
            case NAME_TAKEN ->
                "Your name belongs to another account of centra-sage200. Ask " + contact + " to remove that one.";
        };
    }
}
