package centrasage.console.api.mappings;

import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.version.MappingVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The files of a version of the mappings, to take away as they are. */
@Path("mappings/export")
@Tag(name = "Mappings")
@ApplicationScoped
public class MappingExportApi {
    private static final String CSV = "text/csv";

    private MappingVersions versions;

    @SuppressWarnings("NullAway.Init")
    MappingExportApi() {}

    @Inject
    MappingExportApi(MappingVersions versions) {
        this.versions = versions;
    }

    @GET
    @Produces({Upload.ZIP, MediaType.APPLICATION_JSON})
    @Operation(operationId = "exportMappings", summary = "All files of the version in force, or of another, as a zip")
    @APIResponse(
            responseCode = "200",
            description = "A zip of CSV files; the ETag is the number of their version",
            content = @Content(mediaType = Upload.ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(
            @QueryParam("version") @Parameter(description = "A number; the version in force without it") @Nullable
                    String version) {
        Version found = asked(version);
        return file(
                found,
                ZippedFiles.of(versions.files(found.number())),
                Upload.ZIP,
                "mappings-" + found.number() + ".zip");
    }

    @GET
    @Path("{file}")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Operation(operationId = "exportMappingFile", summary = "One file of the version in force, or of another")
    @APIResponse(
            responseCode = "200",
            description = "The CSV file, in UTF-8; the ETag is the number of its version",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response exportFile(@PathParam("file") String file, @QueryParam("version") @Nullable String version) {
        Version found = asked(version);
        Map<String, String> files = versions.files(found.number());
        String text = files.get(file);
        if (text == null) {
            throw Refusal.notFound(
                    "Version " + found.number() + " of the mappings has no file " + file,
                    "Its files are "
                            + String.join(", ", files.keySet().stream().sorted().toList()));
        }
        return file(found, text, CSV + ";charset=utf-8", file);
    }

    private static Response file(Version version, Object content, String type, String name) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .tag(Integer.toString(version.number()))
                .build();
    }

    private Version asked(@Nullable String version) {
        String given = Given.text(version);
        return found(
                versions,
                given == null ? versions.currentNumber() : (int) Given.number("version", given, 0, Integer.MAX_VALUE));
    }

    /** The version of this number, or the refusal that there is none. */
    static Version found(MappingVersions versions, int number) {
        return versions.version(number)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no version " + number + " of the mappings",
                        "See /api/mappings for the versions that there are"));
    }
}
