package centrasage.console.signin;

import centrasage.console.frame.Visitor;
import centrasage.security.PasswordRules;
import centrasage.security.Passwords;
import centrasage.security.User;
import centrasage.security.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One's own password: at any time, and before anything else where somebody else chose it. */
@Named
@RequestScoped
public class PasswordPage {
    private Passwords passwords;
    private Users users;
    private Visitor visitor;
    private String old = "";
    private String wanted = "";
    private String again = "";
    private String refused = "";

    @SuppressWarnings("NullAway.Init")
    PasswordPage() {}

    @Inject
    PasswordPage(Passwords passwords, Users users, Visitor visitor) {
        this.passwords = passwords;
        this.users = users;
        this.visitor = visitor;
    }

    /** Ends with a fresh page where it counts; says on this one what is in the way. */
    public void choose() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        if (!wanted.equals(again)) {
            refused = "The new password was not typed the same way twice. Nothing was changed.";
            return;
        }
        refused = passwords
                .choose(visitor.name(), old, wanted, (HttpServletRequest) external.getRequest())
                .match(done -> "", no -> no.rule() + ". Nothing was changed.");
        if (refused.isEmpty()) {
            external.redirect(external.getRequestContextPath() + "/password.xhtml?done=true");
            faces.responseComplete();
        }
    }

    /** What is in the way; empty where nothing was tried or nothing is. */
    public String refused() {
        return refused;
    }

    /** Whether nothing else may be done before. */
    public boolean must() {
        return me().filter(User::mustChange).isPresent();
    }

    /** Why it cannot be changed here; empty where it can. */
    public String elsewhere() {
        if (users.isConfigured(visitor.name())) {
            return "The password of " + visitor.name()
                    + " stands in the configuration (console.admin-password). It is changed there, and counts after a restart.";
        }
        return me().filter(User::local).isPresent()
                ? ""
                : "You sign in at your company's sign-in. Its password is changed there.";
    }

    public int least() {
        return PasswordRules.MIN;
    }

    private Optional<User> me() {
        return users.all().stream()
                .filter(user -> user.name().equals(visitor.name()))
                .findFirst();
    }

    public String getOld() {
        return old;
    }

    public void setOld(@Nullable String given) {
        old = given == null ? "" : given;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(@Nullable String given) {
        wanted = given == null ? "" : given;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(@Nullable String given) {
        again = given == null ? "" : given;
    }
}
