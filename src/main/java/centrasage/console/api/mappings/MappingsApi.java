package centrasage.console.api.mappings;

import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Given;
import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.version.MappingVersions;
import centrasage.security.Roles;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The versions of the mappings, and the making of the next. */
@Path("mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mappings")
@ApplicationScoped
public class MappingsApi {
    private MappingVersions versions;
    private NewVersion newVersion;

    @SuppressWarnings("NullAway.Init")
    MappingsApi() {}

    @Inject
    MappingsApi(MappingVersions versions, NewVersion newVersion) {
        this.versions = versions;
        this.newVersion = newVersion;
    }

    @GET
    @Operation(operationId = "mappings", summary = "The versions of the mappings, newest first: the first is in force")
    public Items<MappingVersionJson> all(
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        int below = (int) Math.min(Given.before(before), Integer.MAX_VALUE);
        int inForce = versions.currentNumber();
        List<MappingVersionJson> found = versions.before(below, most + 1).stream()
                .map(version -> MappingVersionJson.of(version, inForce))
                .toList();
        return Items.page(found, most, last -> Given.page(uri, "before", last.version()));
    }

    @GET
    @Path("{version}")
    @Operation(operationId = "mappingVersion", summary = "One version, and what it changed of the one before it")
    public MappingChangeJson one(@PathParam("version") String version) {
        Version found = found((int) Given.number("version", version, 0, Integer.MAX_VALUE));
        return new MappingChangeJson(
                MappingVersionJson.of(found, versions.currentNumber()),
                false,
                versions.files(found.number()).keySet().stream().sorted().toList(),
                versions.changes(found.number()).stream()
                        .map(MappingChangeJson.Line::of)
                        .toList(),
                Map.of(),
                versions.warnings(found.number()));
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, Upload.ZIP})
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "makeMappings",
            summary = "Makes a new version of the mappings, which is in force from the next run on",
            description =
                    "The body is {\"files\": {\"vat.csv\": \"…\"}, \"note\": \"…\"} or a zip of CSV files. Files that are not"
                            + " sent stay as they are; null removes one. Everything that is wrong is told at once, and then"
                            + " nothing is changed. If-Match, or base, names the version that the change was made from, so that"
                            + " nobody's work is overwritten. With from there is no body")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = Upload.ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "A dry run, or the content is in force already: nothing was changed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MappingChangeJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The version is made; Location says where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MappingChangeJson.class)))
    @APIResponse(
            responseCode = "202",
            description = "The change waits for a second person (mapping.four-eyes); nothing is in force yet",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MappingProposalJson.class)))
    @APIResponse(responseCode = "400", description = "The files have faults; all of them are listed as faults")
    @APIResponse(responseCode = "413", description = "More than 16 MB were sent")
    @APIResponse(responseCode = "412", description = "Another version came in force meanwhile")
    @APIResponse(responseCode = "428", description = "The version that the change was made from is not named")
    public Response make(
            @QueryParam("from")
                    @Parameter(
                            description = "seed: the folder of mapping.seed as a whole; a number: that version again")
                    @Nullable
                    String from,
            @QueryParam("base") @Parameter(description = "The version that the change was made from") @Nullable
                    String base,
            @QueryParam("dry-run")
                    @Parameter(description = "true: says what it would change, and changes nothing")
                    @DefaultValue("false")
                    String dryRun,
            @QueryParam("note") @Parameter(description = "Why, for those who ask later") @Nullable String note,
            @Context HttpHeaders headers,
            @Context SecurityContext caller,
            InputStream body) {
        NewVersion.Wish wish = new NewVersion.Wish(
                Given.text(from),
                Given.text(base),
                Given.flag("dry-run", dryRun),
                Given.text(note),
                caller.getUserPrincipal().getName());
        return newVersion.of(wish, headers, body);
    }

    private Version found(int number) {
        return MappingExportApi.found(versions, number);
    }
}
