package centrasage.console.people;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.security.LockOuts;
import centrasage.security.LockOuts.LockOut;
import centrasage.security.Right;
import centrasage.security.Roles;
import centrasage.security.User;
import centrasage.security.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody who may sign in, and the one that is chosen. */
@Named
@RequestScoped
public class PeoplePage {
    static final String PAGE = "users.xhtml";

    private Users users;
    private LockOuts lockOuts;
    private Visitor visitor;
    private Asked asked;

    @SuppressWarnings("NullAway.Init")
    PeoplePage() {}

    @Inject
    PeoplePage(Users users, LockOuts lockOuts, Visitor visitor) {
        this.users = users;
        this.lockOuts = lockOuts;
        this.visitor = visitor;
        asked = Asked.now();
    }

    /** Called before anything is shown: who has accounts is for those who give them. */
    public void onlyForWhoMay() throws IOException {
        if (!visitor.may(Right.MANAGE_USERS)) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "not for this role");
            faces.responseComplete();
        }
    }

    public List<User> people() {
        return users.all();
    }

    public List<LockOut> lockOuts() {
        return lockOuts.current();
    }

    /** Whoever the address names; null where that is nobody. */
    public @Nullable User chosen() {
        Optional<String> who = asked.text("who");
        return users.all().stream()
                .filter(user -> who.equals(Optional.of(user.name())))
                .findFirst()
                .orElse(null);
    }

    public boolean removing() {
        return asked.text("ask").filter("remove"::equals).isPresent();
    }

    public boolean isConfigured(User user) {
        return users.isConfigured(user.name());
    }

    public String choosing(String name) {
        return Address.of(PAGE).with("who", name).toString();
    }

    public String askingToRemove(String name) {
        return Address.of(PAGE).with("who", name).with("ask", "remove").toString();
    }

    public List<String> roles() {
        return List.of(Roles.VIEWER, Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR);
    }

    /** What a role may do, in words; the matrix itself is in docs/roles.md. */
    public String meaning(String role) {
        return switch (role) {
            case Roles.CX -> "sees customers by name, works on exceptions";
            case Roles.OPERATIONS -> "works on exceptions, runs and stops jobs, stock and catalogue";
            case Roles.FINANCE -> "works on exceptions, payouts, clearing, mappings, returns";
            case Roles.ADMINISTRATOR -> "everything, also people, the connection to Sage and erasing customers";
            default -> "looks at everything but customers, and changes nothing";
        };
    }

    /** By what somebody signs in, in words. */
    public String signsIn(User user) {
        String password = user.mustChange() ? "with a password that is still to be chosen" : "with a password";
        return user.local() ? password : "at the company's sign-in";
    }

    /** What was done last; empty where the address does not say. */
    public String told() {
        return asked.one("done", Told.class).map(Told::words).orElse("");
    }

    /** The roles of somebody in the order of the page. */
    public String rolesOf(User user) {
        return String.join(", ", roles().stream().filter(user.roles()::contains).toList());
    }
}
