package centrasage.console.api;

import centrasage.console.api.json.EditJson;
import centrasage.console.api.json.ExceptionJson;
import centrasage.console.api.json.RunJson;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Refusal;
import centrasage.console.life.Edits;
import centrasage.console.words.JobOf;
import centrasage.console.words.Moments;
import centrasage.desk.Became;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.Ignoring;
import centrasage.desk.OneCause;
import centrasage.desk.Seen;
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
import java.time.LocalDate;
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
    private static final String REVISION = "revision";

    private Desk desk;
    private OneCause ofMany;
    private Deeds deeds;
    private Edits edits;
    private Audit audit;
    private Moments moments;

    @SuppressWarnings("NullAway.Init")
    ExceptionApi() {}

    @Inject
    ExceptionApi(Desk desk, OneCause ofMany, Deeds deeds, Edits edits, Audit audit, Moments moments) {
        this.desk = desk;
        this.ofMany = ofMany;
        this.deeds = deeds;
        this.edits = edits;
        this.audit = audit;
        this.moments = moments;
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

    /**
     * Until when nobody need see to it.
     *
     * @param until a day, such as 2026-12-05, from whose beginning on the site it is open again
     */
    @Schema(name = "Ignoring")
    public record Until(String until, String why) {}

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
        Body given = Body.of(body);
        given.onlyKnown(Set.of(REVISION));
        ExceptionJson exception = exception(Given.id(id));
        String person = caller.getUserPrincipal().getName();
        Seen seen = seen(exception.id(), given);
        mustBeAsSeen(seen);
        Optional<Integer> documents = ofMany.retry(exception.id(), person);
        if (documents.isEmpty()) {
            Became became = desk.retry(seen, person);
            mustNotBeChanged(became, seen);
            if (!became.isDone()) {
                throw unplannable(exception.id());
            }
        }
        return new ExceptionJson.Retried(
                exception(exception.id()), documents.orElse(1), started(exception.id(), person));
    }

    private Refusal unplannable(long id) {
        BusinessException exception = desk.get(id).orElseThrow(() -> unknown(id));
        boolean open = exception.state() != BusinessException.State.RESOLVED;
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
        Body given = Body.of(body);
        String note = given.text("note", NOTE_LENGTH, Set.of("note", REVISION));
        ExceptionJson exception = exception(Given.id(id));
        String person = caller.getUserPrincipal().getName();
        Seen seen = seen(exception.id(), given);
        mustBeAsSeen(seen);
        switch (ofMany.resolve(exception.id(), person, note, giveAllUp)) {
            case STILL_WAITED_FOR -> throw stillWaitedFor(exception.id());
            case GONE -> onlyIf(desk.resolve(seen, person, note), exception);
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
        Body given = Body.of(body);
        String to = given.text("to", NAME_LENGTH, Set.of("to", REVISION));
        ExceptionJson exception = exception(Given.id(id));
        onlyIf(
                desk.assign(
                        seen(exception.id(), given), caller.getUserPrincipal().getName(), to),
                exception);
        return exception(exception.id());
    }

    @POST
    @Path("notes")
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "noteException",
            summary = "Keeps a note with an exception, whatever its state",
            description = "Notes stand in its history and in the audit trail, with who wrote them and when")
    @APIResponse(responseCode = "200", description = "The exception as it is now")
    public ExceptionJson note(
            @PathParam("id") String id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Note.class)))
                    InputStream body,
            @Context SecurityContext caller) {
        String note = Body.of(body).text("note", NOTE_LENGTH);
        ExceptionJson exception = exception(Given.id(id));
        onlyIf(desk.note(exception.id(), caller.getUserPrincipal().getName(), note), exception);
        return exception(exception.id());
    }

    @POST
    @Path("ignore")
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "ignoreException",
            summary = "Nobody need see to an exception before a day",
            description =
                    "It is neither counted nor overdue until then. It comes back by itself, and before that where it becomes more severe or"
                            + " the money changes. What it is about goes on as it would: it still closes itself when it is mended")
    @APIResponse(responseCode = "200", description = "The exception as it is now")
    @APIResponse(
            responseCode = "409",
            description = "It is closed, has changed meanwhile, or the day is not within 92 days")
    public ExceptionJson ignore(
            @PathParam("id") String id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Until.class)))
                    InputStream body,
            @Context SecurityContext caller) {
        Body given = Body.of(body);
        given.onlyKnown(Set.of("until", "why", REVISION));
        LocalDate day = given.day("until");
        Ignoring ignoring = new Ignoring(day, moments.startOf(day), given.member("why", NOTE_LENGTH));
        ExceptionJson exception = exception(Given.id(id));
        onlyIf(
                desk.ignore(
                        seen(exception.id(), given), caller.getUserPrincipal().getName(), ignoring),
                exception);
        return exception(exception.id());
    }

    @POST
    @Path("unignore")
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(operationId = "unignoreException", summary = "Opens again what is ignored")
    @APIResponse(responseCode = "200", description = "The exception as it is now")
    @APIResponse(responseCode = "409", description = "It is not ignored, or has changed meanwhile")
    public ExceptionJson unignore(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        Body given = Body.of(body);
        given.onlyKnown(Set.of(REVISION));
        ExceptionJson exception = exception(Given.id(id));
        onlyIf(
                desk.unignore(
                        seen(exception.id(), given), caller.getUserPrincipal().getName()),
                exception);
        return exception(exception.id());
    }

    /** Without a revision a caller acts on it as it is. */
    private static Seen seen(long id, Body given) {
        return given.has(REVISION) ? new Seen(id, (int) given.number(REVISION)) : Seen.asItIs(id);
    }

    private void mustBeAsSeen(Seen seen) {
        if (seen.edition() != null) {
            mustNotBeChanged(desk.look(seen), seen);
        }
    }

    private static void mustNotBeChanged(Became became, Seen seen) {
        if (became.fate() == Became.Fate.CHANGED) {
            throw Refusal.conflict(
                    "Exception " + seen.id() + " has changed since revision " + seen.edition() + ": " + became.words(),
                    "Read it again, decide, and send its revision as it is then");
        }
    }

    private ExceptionJson exception(long id) {
        return desk.get(id).map(ExceptionJson::of).orElseThrow(() -> unknown(id));
    }

    private static Refusal unknown(long id) {
        return Refusal.notFound("There is no exception " + id, "See /api/exceptions");
    }

    private void onlyIf(Became became, ExceptionJson exception) {
        mustNotBeChanged(became, new Seen(exception.id(), exception.revision()));
        if (!became.isDone()) {
            throw leftAsItIs(exception(exception.id()), became.words());
        }
    }

    private static Refusal leftAsItIs(ExceptionJson exception, String orElse) {
        String why = exception.state().equals("RESOLVED") ? "it was resolved: " + exception.note() : orElse;
        return Refusal.conflict(
                "Exception " + exception.id() + " is left as it is: " + why,
                "See /api/exceptions?state=OPEN for what is open");
    }
}
