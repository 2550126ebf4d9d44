package centrasage.console;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

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
    private String name = "";
    private String password = "";

    @SuppressWarnings("NullAway.Init")
    SignInPage() {}

    @Inject
    SignInPage(SecurityContext security) {
        this.security = security;
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
        go(status == AuthenticationStatus.SUCCESS ? to : again(to).toString());
    }

    private static Address again(String to) {
        return Address.of("/sign-in.xhtml").with("refused", true).with("to", to);
    }

    private static void go(String path) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + path);
        faces.responseComplete();
    }

    public void signOut() throws IOException, ServletException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletRequest) external.getRequest()).logout();
        external.invalidateSession();
        go("/sign-in.xhtml?out=true");
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
