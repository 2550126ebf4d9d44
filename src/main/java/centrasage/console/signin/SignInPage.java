package centrasage.console.signin;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.LocalPath;
import centrasage.security.SignIn;
import centrasage.security.SignInTrail;
import centrasage.security.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Named
@RequestScoped
public class SignInPage {
    private SecurityContext security;
    private SignInTrail trail;
    private Users users;
    private String name = "";
    private String password = "";

    @SuppressWarnings("NullAway.Init")
    SignInPage() {}

    @Inject
    SignInPage(SecurityContext security, SignInTrail trail, Users users) {
        this.security = security;
        this.trail = trail;
        this.users = users;
    }

    /** Signs in and goes where the visitor wanted to go, if that is on this console; comes back and says so otherwise. */
    public void signIn() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        Credential credential = new UsernamePasswordCredential(name.strip(), password);
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                withParams().credential(credential).newAuthentication(true));
        String to = LocalPath.orToday(external.getRequestParameterMap().get("to"));
        Object wait = external.getRequestMap().get(SignIn.WAIT_MINUTES);
        go(status == AuthenticationStatus.SUCCESS ? to : again(to, wait).toString());
    }

    /** @param wait how many minutes no password is looked at; null where the password was wrong */
    private static Address again(String to, @Nullable Object wait) {
        return Address.of("/sign-in.xhtml")
                .with("refused", wait == null ? true : null)
                .with("wait", wait)
                .with("to", to);
    }

    /** How many minutes to wait, as the address says it; empty where there is no need. */
    public String getWait() {
        return Asked.now()
                .text("wait")
                .filter(minutes -> minutes.matches("[0-9]{1,2}"))
                .orElse("");
    }

    private static void go(String path) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + path);
        faces.responseComplete();
    }

    public void signOut() throws IOException, ServletException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        boolean provider = false;
        if (request.getUserPrincipal() != null) {
            String who = request.getUserPrincipal().getName();
            provider = users.isFromProvider(who);
            trail.signedOut(who);
        }
        request.logout();
        external.invalidateSession();
        go("/sign-in.xhtml?out=" + (provider ? "provider" : "true"));
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password == null ? "" : password;
    }
}
