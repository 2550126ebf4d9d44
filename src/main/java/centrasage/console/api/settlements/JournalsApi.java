package centrasage.console.api.settlements;

import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.security.Roles;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.journal.Journal;
import centrasage.settlements.journal.JournalFate;
import centrasage.settlements.journal.JournalSettings;
import centrasage.settlements.journal.JournalState;
import centrasage.settlements.journal.Journals;
import centrasage.settlements.journal.ProposeJournal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Nominal journals of variances that are no cash: proposed here, imported into Sage 200 by a person, and looked for there. */
@Path("journals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlements")
@ApplicationScoped
public class JournalsApi {
    private static final String CSV = "text/csv";
    private static final int NOTE_MAX = 500;

    private ProposeJournal proposing;
    private Journals journals;
    private JournalFate fate;
    private JournalSettings settings;
    private SettlementSettings settlements;

    @SuppressWarnings("NullAway.Init")
    JournalsApi() {}

    @Inject
    JournalsApi(
            ProposeJournal proposing,
            Journals journals,
            JournalFate fate,
            JournalSettings settings,
            SettlementSettings settlements) {
        this.proposing = proposing;
        this.journals = journals;
        this.fate = fate;
        this.settings = settings;
        this.settlements = settlements;
    }

    @GET
    @Operation(operationId = "journals", summary = "Nominal journals, the latest first; of one state, or all")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Items<JournalJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        List<JournalJson> found =
                journals
                        .latest(Given.oneOf(JournalState.class, "state", state), Given.before(before), most + 1)
                        .stream()
                        .map(JournalJson::of)
                        .toList();
        return Items.page(found, most, last -> Given.page(uri, "before", last.id()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "proposeJournal",
            summary = "Proposes a nominal journal, of which a person imports the file into Sage 200",
            description =
                    "Members: company (without it the one of sage200.company), date, about (what it explains), narrative, and lines"
                            + " of nominal, costCentre, department, debit or credit in the company's own currency, and narrative."
                            + " An account that Sage 200 does not have becomes the suspense account of nominals.csv, and the line says so")
    @APIResponse(responseCode = "201", description = "It is written down; the checklist says what to do with its file")
    @APIResponse(responseCode = "400", description = "All that is wrong with it")
    @APIResponse(responseCode = "409", description = "An equal one is open already")
    @APIResponse(responseCode = "503", description = "Sage 200 cannot be asked now, or the mappings cannot be used")
    public Response propose(InputStream body, @Context SecurityContext caller, @Context UriInfo uri) {
        try {
            Journals.Added added = proposing.propose(
                    JournalForm.read(Body.of(body), settlements.company()),
                    caller.getUserPrincipal().getName());
            if (!added.isNew()) {
                throw Refusal.conflict(
                        "The same journal is open already: " + added.journal().reference(),
                        "GET /api/journals/" + added.journal().id()
                                + " shows it. Where it is to be there twice, say in the narrative why");
            }
            return Response.created(uri.getRequestUriBuilder()
                            .path(Long.toString(added.journal().id()))
                            .build())
                    .entity(JournalDetailJson.of(added.journal(), settings))
                    .build();
        } catch (ProposeJournal.Refused e) {
            throw JournalForm.refused(e.faults());
        } catch (TargetUnavailable e) {
            throw unavailable("Sage 200 cannot be asked for its accounts: " + e.getMessage(), "Try again later");
        } catch (MappingFaults e) {
            throw unavailable("The mappings cannot be used: " + e.getMessage(), "Mend them, then try again");
        }
    }

    private static Refusal unavailable(String what, String remedy) {
        return new Refusal(
                Problem.of(Response.Status.SERVICE_UNAVAILABLE, what + "; nothing was written down", remedy));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "journal", summary = "A journal with its lines, and what to do with its file")
    @APIResponse(responseCode = "200", description = "The journal")
    @APIResponse(responseCode = "404", description = "There is no such journal")
    public JournalDetailJson one(@PathParam("id") String id) {
        return JournalDetailJson.of(known(id), settings);
    }

    @GET
    @Path("{id}/file")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "journalFile",
            summary = "The file of a journal, to be imported into Sage 200",
            description = "Its columns are those of settlements.journal-layout")
    @APIResponse(
            responseCode = "200",
            description = "A CSV file in UTF-8",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such journal")
    @APIResponse(
            responseCode = "409",
            description = "It is in Sage 200 already, or was withdrawn: imported, it would be wrong there")
    public Response file(@PathParam("id") String id) {
        Journal journal = open(id);
        return Response.ok(settings.layout().file(journal), CSV + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + journal.reference() + ".csv\"")
                .build();
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "withdrawJournal",
            summary = "Says that a journal is not imported after all, or not as it was proposed",
            description =
                    "Nobody looks for it any more, and the note stands in the audit trail. It cannot be taken back")
    @APIResponse(responseCode = "200", description = "It is withdrawn")
    @APIResponse(responseCode = "404", description = "There is no such journal")
    @APIResponse(responseCode = "409", description = "It is not open")
    public JournalDetailJson withdraw(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        Body given = Body.of(body);
        given.onlyKnown(Set.of("note"));
        String note = given.text("note", NOTE_MAX);
        Journal journal = open(id);
        if (!fate.withdrawn(journal, note, caller.getUserPrincipal().getName())) {
            throw notOpen(known(id));
        }
        return one(id);
    }

    private Journal known(String id) {
        return journals.journal(Given.id(id))
                .orElseThrow(() -> Refusal.notFound("There is no journal " + id, "GET /api/journals lists them"));
    }

    private Journal open(String id) {
        Journal journal = known(id);
        if (journal.state() != JournalState.OPEN) {
            throw notOpen(journal);
        }
        return journal;
    }

    private static Refusal notOpen(Journal journal) {
        return Refusal.conflict(
                "The journal " + journal.reference() + " is " + journal.state() + ": " + journal.note(),
                "Only open ones are imported or withdrawn; propose another one");
    }
}
