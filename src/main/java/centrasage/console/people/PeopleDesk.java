package centrasage.console.people;

import centrasage.console.frame.Address;
import centrasage.console.frame.Visitor;
import centrasage.security.AccountChange;
import centrasage.security.AccountRules;
import centrasage.security.LockOuts;
import centrasage.security.PasswordRules;
import centrasage.security.Right;
import centrasage.security.Roles;
import centrasage.security.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an administrator does about accounts. Each deed ends with a fresh page; what is in the way is said on this one. */
@Named
@RequestScoped
public class PeopleDesk {
    private Users users;
    private LockOuts lockOuts;
    private Visitor visitor;
    private String name = "";
    private String password = "";
    private String refused = "";

    @SuppressWarnings("NullAway.Init")
    PeopleDesk() {}

    @Inject
    PeopleDesk(Users users, LockOuts lockOuts, Visitor visitor) {
        this.users = users;
        this.lockOuts = lockOuts;
        this.visitor = visitor;
    }

    public void make() throws IOException {
        String wanted = name.strip();
        act(wanted, Told.MADE, () -> {
            if (!AccountRules.isName(wanted)) {
                return "This cannot be the name of an account. Use " + AccountRules.NAMES;
            }
            if (users.all().stream().anyMatch(user -> user.name().equalsIgnoreCase(wanted))) {
                return "There is an account of this name already. Choose it in the list";
            }
            return withPassword(wanted, roles());
        });
    }

    public void reset(String who) throws IOException {
        act(who, Told.RESET, () -> withPassword(who, rolesOf(who)));
    }

    private String withPassword(String who, Set<String> roles) {
        if (roles.isEmpty()) {
            return "An account needs at least one role";
        }
        return PasswordRules.broken(who, password)
                .orElseGet(() -> words(users.change(who, password, roles, visitor.name()), who));
    }

    private Set<String> rolesOf(String who) {
        return users.all().stream()
                .filter(user -> user.name().equals(who))
                .findFirst()
                .map(user -> user.roles())
                .orElse(Set.of());
    }

    public void changeRoles(String who) throws IOException {
        Set<String> roles = roles();
        act(
                who,
                Told.ROLES,
                () -> roles.isEmpty()
                        ? "An account needs at least one role"
                        : words(users.roles(who, roles, visitor.name()), who));
    }

    public void remove(String who) throws IOException {
        act("", Told.REMOVED, () -> words(users.remove(who, visitor.name()), who));
    }

    public void lift(String who, String address) throws IOException {
        act(
                "",
                Told.LIFTED,
                () -> lockOuts.lift(who, address, visitor.name()) ? "" : "Nothing was done: it was over already");
    }

    private static String words(AccountChange change, String who) {
        return change == AccountChange.DONE ? "" : change.words(who) + ". " + change.remedy();
    }

    /** The boxes that were ticked; what is no role is left out. */
    private static Set<String> roles() {
        String[] ticked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("role", new String[0]);
        Set<String> roles = new TreeSet<>(Arrays.asList(ticked));
        roles.retainAll(Roles.ALL);
        return roles;
    }

    /** @param deed does it and says what is in the way; empty where nothing is */
    private void act(String who, Told told, Supplier<String> deed) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        if (!visitor.may(Right.MANAGE_USERS)) {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "not for this role");
            faces.responseComplete();
            return;
        }
        refused = deed.get();
        if (refused.isEmpty()) {
            Address next = Address.of("/" + PeoplePage.PAGE).with("who", who).with("done", told.part());
            external.redirect(external.getRequestContextPath() + next);
            faces.responseComplete();
        }
    }

    /** What is in the way; empty where nothing was tried or nothing is. */
    public String refused() {
        return refused;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String given) {
        name = given == null ? "" : given;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String given) {
        password = given == null ? "" : given;
    }
}
