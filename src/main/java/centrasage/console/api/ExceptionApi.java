package centrasage.console.api;

import centrasage.console.api.json.EditJson;
import centrasage.console.api.json.ExceptionJson;
import centrasage.console.api.json.RunJson;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Refusal;
import centrasage.console.life.Edits;
import centrasage.console.words.JobOf;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.OneCause;
import centrasage.flow.OrderName;
import centrasage.flow.Reason;
import centrasage.security.Roles;
import centrasage.sync.record.Audit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One exception, and what people do about it. */
@Path("exceptions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Exceptions")
@ApplicationScoped
public class ExceptionApi {
    private static final int NOTE_LENGTH = 800;
    private static final int NAME_LENGTH = 80;

    private Desk desk;
    private OneCause ofMany;
    private Deeds deeds;
    private Edits edits;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    ExceptionApi() {}

    @Inject
    ExceptionApi(Desk desk, OneCause ofMany, Deeds deeds, Edits edits, Audit audit) {
        this.desk = desk;
        this.ofMany = ofMany;
        this.deeds = deeds;
        this.edits = edits;
        this.audit = audit;
    }

    /** What a person says about closing an exception. */
    @Schema(name = "Note")
    public record Note(String note) {}

    /** What of a cause that stops many is given up when it is resolved. */
    enum GiveUp {
        ALL
    }

    /** Who is to look after it. */
    @Schema(name = "Assignment")
    public record Assignment(String to) {}

    @GET
    @Operation(
            operationId = "exception",
            summary = "One exception",
            description =
                    "For an order that changed after it was posted with both versions side by side, line by line. Addresses,"
                            + " contacts and comments are shown to cx and administrator only")
    public ExceptionJson get(@PathParam("id") String id, @Context SecurityContext caller) {
        BusinessException exception = desk.get(Given.id(id)).orElseThrow(() -> unknown(Given.id(id)));
        boolean withPersonalData = OrdersApi.maySeePersonalData(caller);
        Optional<Edits.SideBySide> both = edits.of(exception, withPersonalData);
        if (both.isPresent() && withPersonalData) {
            audit.look(caller.getUserPrincipal().getName(), OrderName.of(exception.sourceKey()));
        }
        return ExceptionJson.of(exception, both.map(EditJson::of).orElse(null));
    }

    @POST
    @Path("retry")
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "retryException",
            summary = "Plans the order again with what is true now",
            description =
                    "Starts the job that plans it, order-import, dispatch-to-sage or dispatch-to-centra, if it does not run; the exception closes itself if"
                            + " planning helps. What is parked, or stuck"
                            + " in a state that is tried by itself, is due at once instead. An order that"
                            + " was given up by resolving its exception is taken up again by this, and by nothing else. Of a cause that"
                            + " stops many (CAUSE) all documents are planned again, and how many is said")
    @APIResponse(responseCode = "200", description = "It is planned again")
    @APIResponse(responseCode = "409", description = "There is nothing to plan; the remedy says what to do instead")
    public ExceptionJson.Retried retry(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        Body.of(body).onlyKnown(Set.of());
        ExceptionJson exception = exception(Given.id(id));
        String person = caller.getUserPrincipal().getName();
        Optional<Integer> documents = ofMany.retry(exception.id(), person);
        if (documents.isEmpty() && !desk.retry(exception.id(), person)) {
            throw unplannable(exception.id());
        }
        return new ExceptionJson.Retried(
                exception(exception.id()), documents.orElse(1), started(exception.id(), person));
    }

    private Refusal unplannable(long id) {
        BusinessException exception = desk.get(id).orElseThrow(() -> unknown(id));
        boolean open = exception.state() == BusinessException.State.OPEN;
        if (!open || exception.kind().isPlannable()) {
            return leftAsItIs(ExceptionJson.of(exception), "nothing of its order was ever received");
        }
        String why = exception.kind().isTriedByItself()
                ? "what it waits for is not there yet, so that there is nothing to try"
                : exception.kind().isAboutAnOrder()
                        ? "planning its order again would change nothing in Sage 200"
                        : "it is about no order, so that there is nothing to plan";
        return Refusal.conflict(
                "Exception " + id + " is left as it is: " + why,
                exception.reasons().stream().map(Reason::remedy).collect(Collectors.joining(". "))
                        + ". Then resolve it with a note");
    }

    private @Nullable RunJson started(long id, String person) {
        try {
            return deeds.start(JobOf.source(desk.sourceKind(id)), Map.of(), person);
        } catch (Refusal e) {
            return null; // it runs already, and the next run plans what this one no longer sees
        }
    }

    @POST
    @Path("resolve")
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "resolveException",
            summary = "Closes an exception with a note that says why",
            description =
                    "What is held, refused, locked or parked is given up with it (ABANDONED): no later plan sends it. Where it"
                            + " was entered in Sage 200 by hand, C and the Centra number must be its customer_document_no. A cause that"
                            + " stops many (CAUSE) is closed only where nothing waits for it any more; with giveUp=all everything"
                            + " that stopped for it is given up first")
    @APIResponse(responseCode = "200", description = "The exception as it is now")
    @APIResponse(responseCode = "409", description = "It is closed, or documents wait for it")
    public ExceptionJson resolve(
            @PathParam("id") String id,
            @QueryParam("giveUp") @Nullable String giveUp,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Note.class)))
                    InputStream body,
            @Context SecurityContext caller) {
        boolean giveAllUp = Given.oneOf(GiveUp.class, "giveUp", giveUp) != null;
        String note = Body.of(body).text("note", NOTE_LENGTH);
        ExceptionJson exception = exception(Given.id(id));
        String person = caller.getUserPrincipal().getName();
        switch (ofMany.resolve(exception.id(), person, note, giveAllUp)) {
            case STILL_WAITED_FOR -> throw stillWaitedFor(exception.id());
            case GONE -> onlyIf(desk.resolve(exception.id(), person, note), exception);
            case DONE -> {}
        }
        return exception(exception.id());
    }

    private Refusal stillWaitedFor(long id) {
        return Refusal.conflict(
                "Exception " + id + " is left as it is: " + ofMany.waiting(id)
                        + " documents wait for it, and nothing else tells of" + " them",
                "Mend the cause and retry it: it closes itself then. Or resolve it with giveUp=all: then all that stopped for it is"
                        + " given up");
    }

    @POST
    @Path("assign")
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(operationId = "assignException", summary = "Gives an open exception to a person")
    @APIResponse(responseCode = "200", description = "The exception as it is now")
    @APIResponse(responseCode = "409", description = "It is closed")
    public ExceptionJson assign(
            @PathParam("id") String id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Assignment.class)))
                    InputStream body,
            @Context SecurityContext caller) {
        String to = Body.of(body).text("to", NAME_LENGTH);
        ExceptionJson exception = exception(Given.id(id));
        onlyIf(desk.assign(exception.id(), caller.getUserPrincipal().getName(), to), exception);
        return exception(exception.id());
    }

    private ExceptionJson exception(long id) {
        return desk.get(id).map(ExceptionJson::of).orElseThrow(() -> unknown(id));
    }

    private static Refusal unknown(long id) {
        return Refusal.notFound("There is no exception " + id, "See /api/exceptions");
    }

    private static void onlyIf(boolean done, ExceptionJson exception) {
        if (!done) {
            throw leftAsItIs(exception, "it is closed");
        }
    }

    private static Refusal leftAsItIs(ExceptionJson exception, String orElse) {
        String why = exception.state().equals("OPEN") ? orElse : "it was resolved: " + exception.note();
        return Refusal.conflict(
                "Exception " + exception.id() + " is left as it is: " + why,
                "See /api/exceptions?state=OPEN for what is open");
    }
}
