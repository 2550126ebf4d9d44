package centrasage.console.api.exceptions;

import centrasage.console.api.json.Amount;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.console.words.Moments;
import centrasage.desk.Became;
import centrasage.desk.Ignoring;
import centrasage.desk.bulk.Bulk;
import centrasage.desk.bulk.BulkDeed;
import centrasage.desk.bulk.BulkDesk;
import centrasage.mapping.version.MappingVersions;
import centrasage.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deeds about many exceptions at once: prepared, looked at, started, and told of one by one. */
@Path("exceptions/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Exceptions")
@ApplicationScoped
public class BulkApi {
    private static final int WORDS_LENGTH = 800;
    private static final int NAME_LENGTH = 80;
    private static final int PICKED_MAX = 1000;

    private BulkDesk desk;
    private MappingVersions mappings;
    private Moments moments;

    @SuppressWarnings("NullAway.Init")
    BulkApi() {}

    @Inject
    BulkApi(BulkDesk desk, MappingVersions mappings, Moments moments) {
        this.desk = desk;
        this.mappings = mappings;
        this.moments = moments;
    }

    @POST
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "prepareBulk",
            summary = "Prepares a deed about many exceptions, and says what it would do; nothing is done",
            description =
                    "Members: deed (retry, resolve, assign or ignore); exceptions, a list of ids, or none for all that the parameters of the"
                            + " address let through (open ones, where they do not say); note to resolve or ignore, to to assign, until to"
                            + " ignore. Which exceptions, and their revisions, are kept: what is changed before its turn comes is left alone")
    @APIResponse(responseCode = "200", description = "What it would do")
    public BulkJson prepare(
            @BeanParam DeskQuery query, @Context UriInfo uri, InputStream body, @Context SecurityContext caller) {
        Body given = Body.of(body);
        given.onlyKnown(Set.of("deed", "exceptions", "note", "to", "until"));
        List<Long> picked = given.has("exceptions") ? List.copyOf(given.numbers("exceptions", PICKED_MAX)) : List.of();
        String of = uri.getRequestUri().getQuery();
        String words = picked.isEmpty() ? "all of: " + (of == null ? "open" : of) : picked.size() + " by their ids";
        Bulk bulk = desk.prepare(
                deed(given),
                new BulkDesk.Selection(picked, query.ofTheDay(), words, mappings.currentNumber()),
                caller.getUserPrincipal().getName());
        return shown(bulk.id());
    }

    private BulkDeed deed(Body given) {
        String text = given.member("deed", NAME_LENGTH);
        BulkDeed.Kind kind = Given.oneOf(BulkDeed.Kind.class, "deed", text);
        if (kind == null) {
            throw new Refusal(Problem.missing("deed", "Send one of RETRY, RESOLVE, ASSIGN, IGNORE"));
        }
        return switch (kind) {
            case RETRY -> BulkDeed.retry();
            case RESOLVE -> BulkDeed.resolve(given.member("note", WORDS_LENGTH));
            case ASSIGN -> BulkDeed.assign(given.member("to", NAME_LENGTH));
            case IGNORE -> BulkDeed.ignore(ignoring(given));
        };
    }

    private Ignoring ignoring(Body given) {
        LocalDate day = given.day("until");
        return new Ignoring(day, moments.startOf(day), given.member("note", WORDS_LENGTH));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "bulk", summary = "A deed about many: what it would do, or how far it is")
    public BulkJson get(@PathParam("id") String id) {
        return shown(Given.id(id));
    }

    private BulkJson shown(long id) {
        return desk.get(id)
                .map(bulk -> BulkJson.of(bulk, desk.effect(id), desk.fates(id)))
                .orElseThrow(() -> Refusal.notFound(
                        "There is no deed " + id + " about many", "POST /api/exceptions/bulk prepares one"));
    }

    @POST
    @Path("{id}/start")
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "startBulk",
            summary = "Begins what was prepared; it goes on by itself, also after a restart")
    @APIResponse(responseCode = "200", description = "It has begun")
    @APIResponse(responseCode = "409", description = "It has begun already, or ended")
    public BulkJson start(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        Body.of(body).onlyKnown(Set.of());
        BulkJson bulk = shown(Given.id(id));
        if (!desk.begin(bulk.id(), caller.getUserPrincipal().getName())) {
            throw Refusal.conflict("Deed " + bulk.id() + " is " + bulk.state(), "Prepare another one");
        }
        return shown(bulk.id());
    }

    @POST
    @Path("{id}/stop")
    @RolesAllowed({Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(operationId = "stopBulk", summary = "Ends a deed after the exception at hand; what was done stays done")
    @APIResponse(responseCode = "200", description = "It is stopped")
    @APIResponse(responseCode = "409", description = "It does not run")
    public BulkJson stop(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        Body.of(body).onlyKnown(Set.of());
        BulkJson bulk = shown(Given.id(id));
        if (!desk.stop(bulk.id(), caller.getUserPrincipal().getName())) {
            throw Refusal.conflict("Deed " + bulk.id() + " is " + bulk.state(), "There is nothing to stop");
        }
        return shown(bulk.id());
    }

    @GET
    @Path("{id}/items")
    @Operation(operationId = "bulkItems", summary = "What became of each exception of a deed about many")
    public Items<BulkJson.Item> items(
            @PathParam("id") String id,
            @QueryParam("fate") @Nullable String fate,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        int first = (int) Given.number("offset", offset, 0, Integer.MAX_VALUE - most);
        Became.Fate wanted = Given.oneOf(Became.Fate.class, "fate", fate);
        List<BulkJson.Item> found = desk.items(shown(Given.id(id)).id(), wanted, first, most + 1).keySet().stream()
                .map(item -> new BulkJson.Item(
                        item.exceptionId(),
                        item.fate() == null ? null : item.fate().name(),
                        item.words(),
                        Amount.of(item.atRisk())))
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "offset", first + most));
    }
}
