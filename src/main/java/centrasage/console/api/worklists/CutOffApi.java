package centrasage.console.api.worklists;

import centrasage.console.api.csv.Csv;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.reconcile.cutoff.CutOff;
import centrasage.reconcile.cutoff.CutOffReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was open between capture, despatch and invoice at the end of a day; writes nothing, tells nobody. */
@Path("cut-off/{date}")
@Tag(name = "Worklists")
@ApplicationScoped
public class CutOffApi {
    private CutOff cutOff;
    private Clock clock;
    private ZoneId zone;

    @SuppressWarnings("NullAway.Init")
    CutOffApi() {}

    @Inject
    CutOffApi(CutOff cutOff, Clock clock, @ConfigProperty(name = "schedule.time-zone") String zone) {
        this.cutOff = cutOff;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cutOff",
            summary =
                    "Captured but not despatched, despatched but not invoiced, invoiced but not captured, at the end of a day",
            description =
                    "By the documents' own days, in the zone of the books; what happened after the day does not count. Each list"
                            + " has its sums by currency and the VAT in them. What could not be read stands under silent")
    @APIResponse(responseCode = "200", description = "The three lists")
    @APIResponse(responseCode = "400", description = "It is no date, or still to come")
    public CutOffJson at(@PathParam("date") String date) {
        return CutOffJson.of(cutOff.at(day(date)));
    }

    @GET
    @Path("csv")
    @Produces(Csv.LAST)
    @Operation(operationId = "cutOffCsv", summary = "The three lists of a day as one CSV file")
    @APIResponse(
            responseCode = "200",
            description = "All of them, in UTF-8",
            content = @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "503", description = "A company cannot be read, so that the file would be incomplete")
    public Response csv(@PathParam("date") String date) {
        CutOffReport report = cutOff.at(day(date));
        if (!report.silent().isEmpty()) {
            throw new Refusal(Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "The file would be incomplete: "
                            + report.silent().entrySet().stream()
                                    .map(each -> "company " + each.getKey() + ": " + each.getValue())
                                    .collect(Collectors.joining("; ")),
                    "Ask again once Sage 200 answers"));
        }
        return CutOffJson.of(report).csv().file("cut-off-" + report.day() + ".csv");
    }

    private LocalDate day(String text) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.isAfter(today)) {
                throw new Refusal(
                        Problem.with("date", text, "is still to come", "Give a day until today, which is " + today));
            }
            return day;
        } catch (DateTimeException e) {
            throw new Refusal(Problem.with("date", text, "is no date", "Use a date such as 2026-11-28"));
        }
    }
}
