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

    private PersonsWord word;
    private SettlementBatches batches;
    private SettlementLines lines;

    @SuppressWarnings("NullAway.Init")
    LineApi() {}

    @Inject
    LineApi(PersonsWord word, SettlementBatches batches, SettlementLines lines) {
        this.word = word;
        this.batches = batches;
        this.lines = lines;
    }

    @POST
    @Path("settle")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "settleLine",
            summary = "Says which receipt or refund a line settles",
            description = "entry is the id of what is open, as GET /api/clearing/entries lists it")
    @APIResponse(responseCode = "200", description = "It is settled")
    @APIResponse(responseCode = "404", description = "There is no such line")
    @APIResponse(responseCode = "409", description = "It cannot settle that, and why")
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
                        given.number("entry"),
                        caller.getUserPrincipal().getName()),
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
        Body given = Body.of(body);
        given.onlyKnown(Set.of("note"));
        String note = given.text("note", NOTE_MAX);
        return answered(
                word.explained(
                        Given.id(id),
                        Given.id(place),
                        note,
                        caller.getUserPrincipal().getName()),
                id,
                place);
    }

    private SettlementLineJson answered(PersonsWord.Answer answer, String id, String place) {
        return switch (answer) {
            case DONE -> shown(id, place);
            case NO_SUCH_LINE ->
                throw Refusal.notFound(
                        "There is no line " + place + " in batch " + id,
                        "GET /api/settlements/" + id + "/lines lists them");
            case NOT_WAITING ->
                throw Refusal.conflict(
                        "Line " + place + " of batch " + id + " does not wait for a person",
                        "Only lines in the state OPEN or PERSON do, and PERSON ones are explained");
            case NO_SUCH_ENTRY ->
                throw Refusal.conflict(
                        "No receipt or refund with this id is open in a clearing bank of that company",
                        "GET /api/clearing/entries?order= lists what is open of an order");
            case OTHER_KIND ->
                throw Refusal.conflict(
                        "One is a sale and the other a refund, or they are in two currencies", "Choose another entry");
            case OTHER_AMOUNT ->
                throw Refusal.conflict(
                        "Their amounts differ by more than settlements.tolerance",
                        "Enter the difference in Sage 200 by hand, then explain both: the line, and the entry with POST"
                                + " /api/clearing/entries/{id}/explain");
        };
    }

    private SettlementLineJson shown(String id, String place) {
        SettlementBatch batch = batches.batch(Given.id(id)).orElseThrow();
        return SettlementLineJson.of(lines.line(batch, Given.id(place)).orElseThrow(), List.of());
    }
}
