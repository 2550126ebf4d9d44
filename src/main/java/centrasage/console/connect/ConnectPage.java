package centrasage.console.connect;

import centrasage.console.frame.BrowserMark;
import centrasage.console.frame.Visitor;
import centrasage.sage200.client.signin.SageSignIn;
import centrasage.sage200.client.signin.SignInBegun;
import centrasage.security.Roles;
import centrasage.security.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page from which an administrator goes to Sage ID, and to which the way back leads. */
@Named
@RequestScoped
public class ConnectPage {
    private SageSignIn signIn;
    private Connecting connecting;
    private Users users;
    private Visitor visitor;
    private @Nullable Told told;
    private String address = "";

    @SuppressWarnings("NullAway.Init")
    ConnectPage() {}

    @Inject
    ConnectPage(SageSignIn signIn, Connecting connecting, Users users, Visitor visitor, HttpServletRequest request) {
        this.signIn = signIn;
        this.connecting = connecting;
        this.users = users;
        this.visitor = visitor;
        told = Told.in(request.getParameter("told")).orElse(null);
    }

    /**
     * Sends the browser to Sage ID, by a page that says so and leaves by itself. A redirect would not do: Chromium holds it
     * against the page's {@code form-action 'self'}, because it answers a form.
     */
    public void begin() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        if (!visitor.mayConnect()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            faces.responseComplete();
            return;
        }
        SignInBegun begun = connecting.begin(visitor.name());
        response.addCookie(BrowserMark.SAGE_ID.of(begun.browser(), begun.callback(), begun.goodFor()));
        address = begun.address().toString();
        response.setHeader("Refresh", "0; url=" + address);
    }

    /** Where to go on at Sage ID; empty before the button was pressed. */
    public String address() {
        return address;
    }

    /** Where Sage ID sends the browser back. */
    public String callback() {
        return signIn.callback();
    }

    /** What became of the last attempt; empty where the address does not say. */
    public String told() {
        return told == null ? "" : told.words(callback());
    }

    public boolean toldGood() {
        return told != null && told.isGood();
    }

    /** Who may connect, by sign-in name. */
    public String administrators() {
        return String.join(", ", users.with(Roles.ADMINISTRATOR));
    }

    public List<Deed> trail() {
        return connecting.trail();
    }
}
