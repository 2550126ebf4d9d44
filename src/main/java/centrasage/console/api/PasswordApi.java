package centrasage.console.api;

import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.security.PasswordRules;
import centrasage.security.Passwords;
import centrasage.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own password: the one thing that an account may do whose password somebody else chose. */
@Path("password")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@ApplicationScoped
public class PasswordApi {
    private Passwords passwords;

    @SuppressWarnings("NullAway.Init")
    PasswordApi() {}

    @Inject
    PasswordApi(Passwords passwords) {
        this.passwords = passwords;
    }

    /** The password in force and the one to be; neither is given back. */
    @Schema(name = "NewPassword")
    public record NewPassword(
            String old,

            @Schema(name = "new", minLength = PasswordRules.MIN, maxLength = PasswordRules.MAX)
            String wanted) {}

    @POST
    @RolesAllowed({Roles.VIEWER, Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(operationId = "choosePassword", summary = "Chooses another password for the account that asks")
    @APIResponse(responseCode = "204", description = "It counts from now on")
    @APIResponse(responseCode = "400", description = "A rule is in the way; the answer names it")
    public void choose(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewPassword.class)))
                    InputStream body,
            @Context SecurityContext caller,
            @Context HttpServletRequest request) {
        Body given = Body.of(body);
        given.onlyKnown(Set.of("old", "new"));
        String old = given.secret("old", 1, PasswordRules.MAX);
        String wanted = given.secret("new", PasswordRules.MIN, PasswordRules.MAX);
        passwords
                .choose(caller.getUserPrincipal().getName(), old, wanted, request)
                .match(done -> done, refused -> {
                    throw new Refusal(Problem.of(Response.Status.BAD_REQUEST, refused.rule(), "Nothing was changed"));
                });
    }
}
