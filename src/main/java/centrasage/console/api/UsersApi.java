package centrasage.console.api;

import centrasage.console.api.json.Items;
import centrasage.console.api.json.UserJson;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.security.AccountChange;
import centrasage.security.AccountRules;
import centrasage.security.PasswordRules;
import centrasage.security.Roles;
import centrasage.security.Users;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people who may sign in: for the administrator alone. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@ApplicationScoped
public class UsersApi {
    private Users users;

    @SuppressWarnings("NullAway.Init")
    UsersApi() {}

    @Inject
    UsersApi(Users users) {
        this.users = users;
    }

    /** What an account is to have; the password is never given back. */
    @Schema(name = "Account")
    public record Account(
            @Schema(minLength = PasswordRules.MIN, maxLength = PasswordRules.MAX)
            String password,

            List<String> roles) {}

    @GET
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "users", summary = "Everybody who may sign in, with their roles")
    public Items<UserJson> all() {
        return Items.all(users.all().stream().map(UserJson::of).toList());
    }

    @PUT
    @Path("{name}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "setUser",
            summary = "Makes an account, or replaces its password and roles",
            description =
                    "Whoever is signed in with it is signed out, and has to choose another password before anything else:"
                            + " in the console, or by POST to /api/password. Roles are viewer, cx, operations, finance,"
                            + " administrator")
    @APIResponse(responseCode = "200", description = "The account as it is now")
    @APIResponse(responseCode = "409", description = "admin, and the last administrator, stay administrators")
    public UserJson set(
            @PathParam("name") String name,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Account.class)))
                    InputStream body,
            @Context SecurityContext caller) {
        Body given = Body.of(body);
        given.onlyKnown(Set.of("password", "roles"));
        Set<String> roles = roles(given);
        String password = given.secret("password", PasswordRules.MIN, PasswordRules.MAX);
        PasswordRules.broken(name, password).ifPresent(rule -> {
            throw new Refusal(Problem.of(Response.Status.BAD_REQUEST, rule, "Choose another"));
        });
        check(
                users.change(
                        named(name), password, roles, caller.getUserPrincipal().getName()),
                name);
        return users.all().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .map(UserJson::of)
                .orElseThrow(() -> unknown(name));
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "removeUser", summary = "Removes an account; whoever is signed in with it is signed out")
    @APIResponse(responseCode = "204", description = "It is gone; what it did stays in the audit trail")
    @APIResponse(responseCode = "404", description = "There is no such account")
    @APIResponse(responseCode = "409", description = "admin, and the last administrator, cannot be removed")
    public void remove(@PathParam("name") String name, @Context SecurityContext caller) {
        check(users.remove(name, caller.getUserPrincipal().getName()), name);
    }

    private static String named(String name) {
        if (!AccountRules.isName(name)) {
            throw new Refusal(
                    Problem.with("name", name, "cannot be the name of an account", "Use " + AccountRules.NAMES));
        }
        return name;
    }

    private static Set<String> roles(Body given) {
        Set<String> roles = new TreeSet<>(given.texts("roles"));
        String known = String.join(", ", new TreeSet<>(Roles.ALL));
        if (roles.isEmpty()) {
            throw new Refusal(Problem.of(
                    Response.Status.BAD_REQUEST,
                    "An account needs at least one role",
                    "Send {\"roles\": [\"…\"]} with one or more of " + known));
        }
        roles.stream().filter(role -> !Roles.ALL.contains(role)).findFirst().ifPresent(role -> {
            throw new Refusal(Problem.with("roles", role, "there is no such role", "Roles are " + known));
        });
        return roles;
    }

    private static void check(AccountChange change, String name) {
        if (change == AccountChange.UNKNOWN) {
            throw unknown(name);
        }
        if (change != AccountChange.DONE) {
            throw Refusal.conflict(change.words(name), change.remedy());
        }
    }

    private static Refusal unknown(String name) {
        return Refusal.notFound("There is no account " + name, "See /api/users");
    }
}
