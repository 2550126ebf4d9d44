package centrasage.console.api.settlements;

import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Refusal;
import centrasage.security.Roles;
import centrasage.settlements.settle.PersonsWord;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person says of one line of a batch. */
@Path("settlements/{id}/lines/{place}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
@ApplicationScoped
public class LineApi {
    private static final int NOTE_MAX = 500;
    private static final int ENTRIES_MAX = 100;

    private PersonsWord word;
    private SettlementBatches batches;
    private SettlementLines lines;
    private ShownLines shown;
    private CurrentMappings mappings;

    @SuppressWarnings("NullAway.Init")
    LineApi() {}

    @Inject
    LineApi(
            PersonsWord word,
            SettlementBatches batches,
            SettlementLines lines,
            ShownLines shown,
            CurrentMappings mappings) {
        this.word = word;
        this.batches = batches;
        this.lines = lines;
        this.shown = shown;
        this.mappings = mappings;
    }

    @POST
    @Path("settle")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "settleLine",
            summary = "Says which receipts or refunds a line settles",
            description = "entry is the id of what is open, as GET /api/clearing/entries lists it, or a list of them")
    @APIResponse(responseCode = "200", description = "It is settled")
    @APIResponse(responseCode = "404", description = "There is no such line")
    @APIResponse(responseCode = "409", description = "It cannot settle that, and why")
    @APIResponse(responseCode = "503", description = "The mappings cannot be used")
    public SettlementLineJson settle(
            @PathParam("id") String id,
            @PathParam("place") String place,
            InputStream body,
            @Context SecurityContext caller) {
        Body given = Body.of(body);
        given.onlyKnown(Set.of("entry"));
        return answered(
                word.settles(
                        Given.id(id),
                        Given.id(place),
                        given.numbers("entry", ENTRIES_MAX),
                        mappings.now(),
                        name(caller)),
                id,
                place);
    }

    @POST
    @Path("explain")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "explainLine",
            summary = "Says that a line was entered in Sage 200 by hand, or why nothing is to be entered",
            description = "It is open in its clearing bank no more, and the note stands in the audit trail")
    @APIResponse(responseCode = "200", description = "It is explained")
    @APIResponse(responseCode = "404", description = "There is no such line")
    @APIResponse(responseCode = "409", description = "Nobody has to explain it")
    public SettlementLineJson explain(
            @PathParam("id") String id,
            @PathParam("place") String place,
            InputStream body,
            @Context SecurityContext caller) {
        String note = note(body);
        return answered(word.explained(Given.id(id), Given.id(place), note, name(caller)), id, place);
    }

    @POST
    @Path("suspend")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "suspendLine",
            summary = "Says that nobody knows what a line is",
            description =
                    "It is posted to the account of the purpose suspense in nominals.csv with the next run of settlement-post,"
                            + " and the note stands in the audit trail")
    @APIResponse(responseCode = "200", description = "It goes into suspense")
    @APIResponse(responseCode = "404", description = "There is no such line")
    @APIResponse(responseCode = "409", description = "Nobody has to explain it")
    public SettlementLineJson suspend(
            @PathParam("id") String id,
            @PathParam("place") String place,
            InputStream body,
            @Context SecurityContext caller) {
        String note = note(body);
        return answered(word.suspended(Given.id(id), Given.id(place), note, name(caller)), id, place);
    }

    @POST
    @Path("take-back")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "takeBackLine",
            summary = "Takes back what a person has said of a line",
            description =
                    "It waits again, and so do the receipts or refunds that it had settled; the note stands in the audit trail")
    @APIResponse(responseCode = "200", description = "It waits again")
    @APIResponse(responseCode = "404", description = "There is no such line")
    @APIResponse(
            responseCode = "409",
            description = "No person has said anything of it, or it is posted or about to be")
    public SettlementLineJson takeBack(
            @PathParam("id") String id,
            @PathParam("place") String place,
            InputStream body,
            @Context SecurityContext caller) {
        String note = note(body);
        return answered(word.takenBack(Given.id(id), Given.id(place), note, name(caller)), id, place);
    }

    private static String note(InputStream body) {
        return Body.of(body).text("note", NOTE_MAX);
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }

    private SettlementLineJson answered(PersonsWord.Answer answer, String id, String place) {
        return switch (answer) {
            case DONE -> shown(id, place);
            case NO_SUCH_LINE ->
                throw Refusal.notFound(
                        "There is no line " + place + " in batch " + id,
                        "GET /api/settlements/" + id + "/lines lists them");
            case NOT_WAITING -> throw notWaiting(id, place);
            case NO_SUCH_ENTRY ->
                throw Refusal.conflict(
                        "No receipt or refund with this id is open in a clearing bank of that company",
                        "GET /api/clearing/entries?order= lists what is open of an order");
            case OTHER_KIND ->
                throw Refusal.conflict(
                        "One is a sale and the other a refund, or they are in two currencies", "Choose another entry");
            case OTHER_BANK ->
                throw Refusal.conflict(
                        "It is open in another clearing bank than that of line " + place,
                        "Choose an entry of the same bank. Where the receipt stands in the wrong bank, transfer it in Sage 200 by hand, and"
                                + " explain both");
            case OTHER_AMOUNT ->
                throw Refusal.conflict(
                        "Their amounts differ by more than settlements.tolerance",
                        "Enter the difference in Sage 200 by hand, then explain both: the line, and the entry with POST"
                                + " /api/clearing/entries/{id}/explain");
            case NOT_SAID ->
                throw Refusal.conflict(
                        "No person has said anything of line " + place + " of batch " + id,
                        "Only what a person said can be taken back");
            case POSTED ->
                throw Refusal.conflict(
                        "What was said of line " + place + " of batch " + id + " is posted, or is about to be",
                        "Enter the opposite in Sage 200 by hand");
        };
    }

    private Refusal notWaiting(String id, String place) {
        SettlementBatch batch = known(id);
        return batch.state().isToBePosted()
                ? Refusal.conflict(
                        "Line " + place + " of batch " + id + " does not wait for a person",
                        "Only lines in the state OPEN or PERSON do, and PERSON ones are explained")
                : Refusal.conflict(
                        "Line " + place + " of batch " + id + " waits for nobody: this version of the batch is "
                                + batch.state() + ", and nothing of it is posted",
                        "GET /api/settlements/" + id + " names all versions; say it of the one that is PLANNED");
    }

    private SettlementBatch known(String id) {
        return batches.batch(Given.id(id)).orElseThrow();
    }

    private SettlementLineJson shown(String id, String place) {
        SettlementBatch batch = known(id);
        return shown.of(batch, List.of(lines.line(batch, Given.id(place)).orElseThrow()))
                .get(0);
    }
}
