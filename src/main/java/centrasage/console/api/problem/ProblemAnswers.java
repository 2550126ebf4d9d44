package centrasage.console.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns every failure into a problem document. What nobody foresaw is logged under a reference and told by it only. */
@Provider
public final class ProblemAnswers implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class.getName());
    private static final String SEE_OPENAPI = "See /openapi for what there is";

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return answer(Response.status(refusal.problem().status()), refusal.problem());
        }
        if (failure instanceof WebApplicationException known
                && known.getResponse().getStatus() < Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return ofServer(known);
        }
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, failure, () -> "request " + uri.getPath() + " failed, reference " + reference);
        return answer(
                Response.serverError(),
                Problem.of(
                        Status.INTERNAL_SERVER_ERROR,
                        "This request failed; nothing is known to be lost. Reference " + reference,
                        "Try again; if it fails again, look for the reference in the log of the application"));
    }

    /** What the server itself refuses: an unknown path, a method that is not there, a type that nobody reads. */
    private Response ofServer(WebApplicationException known) {
        Response given = known.getResponse();
        Response.ResponseBuilder answer = Response.status(given.getStatus());
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            answer.header(HttpHeaders.ALLOW, allow);
        }
        return answer(answer, problem(given.getStatus(), allow == null ? "" : allow));
    }

    private Problem problem(int status, String allow) {
        String path = path();
        return switch (status) {
            case 403 -> Problem.of(Status.FORBIDDEN, "You may not do this", "Ask an administrator");
            case 404 -> Problem.of(Status.NOT_FOUND, "There is nothing at " + path, SEE_OPENAPI);
            case 405 ->
                Problem.of(Status.METHOD_NOT_ALLOWED, "This method is not possible at " + path, "Use one of " + allow);
            case 406 ->
                Problem.of(
                        Status.NOT_ACCEPTABLE, "Answers are JSON only", "Send Accept: application/json, or no Accept");
            case 415 -> unread(path);
            default -> new Problem(status, "The request to " + path + " was refused", null, null, SEE_OPENAPI);
        };
    }

    /** One address takes more than JSON. */
    static Problem unread(String path) {
        return path.endsWith("/api/mappings")
                ? Problem.of(
                        Status.UNSUPPORTED_MEDIA_TYPE,
                        "A body must be JSON or a zip of CSV files",
                        "Send Content-Type: application/json, or application/zip")
                : Problem.of(
                        Status.UNSUPPORTED_MEDIA_TYPE, "A body must be JSON", "Send Content-Type: application/json");
    }

    private Response answer(Response.ResponseBuilder builder, Problem problem) {
        return builder.type(Problem.MEDIA_TYPE).entity(problem.toJson(path())).build();
    }

    private String path() {
        return uri.getRequestUri().getRawPath();
    }
}
