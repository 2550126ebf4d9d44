package centrasage.console.api;

import centrasage.console.api.csv.Csv;
import centrasage.console.api.json.DifferingDateJson;
import centrasage.console.api.json.Items;
import centrasage.console.api.json.ReturnUnitsJson;
import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.TargetUnavailable;
import centrasage.security.Roles;
import centrasage.sync.dates.DifferingDate;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.plans.ChosenDays;
import centrasage.sync.returns.BookingIn;
import centrasage.sync.returns.ReturnUnits;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Goods that came back: what the warehouse has to book in, and credit notes that go out with another day than their true one. */
@Path("returns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Returns")
@ApplicationScoped
public class ReturnsApi {
    private static final int CSV_ROWS_MAX = 20_000;
    private static final int WHY_LENGTH = 800;
    private static final int DATE_LENGTH = 10;

    private BookingIn bookingIn;
    private DocumentDates dates;
    private ChosenDays chosen;

    @SuppressWarnings("NullAway.Init")
    ReturnsApi() {}

    @Inject
    ReturnsApi(BookingIn bookingIn, DocumentDates dates, ChosenDays chosen) {
        this.bookingIn = bookingIn;
        this.dates = dates;
        this.chosen = chosen;
    }

    /** Why units need not be booked in any more. */
    @Schema(name = "BookedIn")
    public record BookedIn(String why) {}

    /** With which day a credit note goes out. */
    @Schema(name = "ChosenDate")
    public record ChosenDate(LocalDate date, String why) {}

    @GET
    @Path("awaiting-booking-in")
    @Operation(
            operationId = "returnsAwaitingBookingIn",
            summary = "Returned units that Centra has put back on stock and Sage 200 has not booked in, oldest first",
            description = "With Accept: text/csv all of them at once, for the warehouse")
    public Items<ReturnUnitsJson> awaiting(
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        List<ReturnUnitsJson> page = bookingIn.awaiting(after(after), most + 1).stream()
                .map(ReturnUnitsJson::of)
                .toList();
        return Items.page(page, most, last -> Given.page(uri, "after", last.id()));
    }

    @GET
    @Path("awaiting-booking-in/csv")
    @Produces(Csv.TYPE)
    @Operation(operationId = "returnsAwaitingBookingInCsv", summary = "The same as one CSV file, for the warehouse")
    public Response awaitingAsCsv() {
        return UnitsCsv.of(bookingIn.awaiting(0, CSV_ROWS_MAX)).file("returns-awaiting-booking-in.csv");
    }

    @POST
    @Path("awaiting-booking-in/{id}/close")
    @RolesAllowed({Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "closeBookingIn",
            summary = "Says that units are booked in in Sage 200, or need not be, with the reason",
            description = "Writes nothing to Sage 200; the audit trail keeps who said so and why")
    @APIResponse(
            responseCode = "200",
            description = "What does not wait any more",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public ReturnUnitsJson close(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        String why = Body.of(body).text("why", WHY_LENGTH);
        ReturnUnits closed = bookingIn
                .close(Given.id(id), caller.getUserPrincipal().getName(), why)
                .orElseThrow(() -> Refusal.notFound(
                        "Nothing waits to be booked in under " + id, "See /api/returns/awaiting-booking-in"));
        return ReturnUnitsJson.of(closed);
    }

    @GET
    @Path("vat-dates")
    @Operation(
            operationId = "vatDates",
            summary = "Documents whose day in Sage 200 is not their true one, oldest first",
            description =
                    "Because their period was closed (the settings named closed-period); documentDate is null while a person is asked, and"
                            + " bearsVat says which of them the VAT return is about")
    public Items<DifferingDateJson> vatDates(
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue(Given.DEFAULT_LIMIT) String limit,
            @Context UriInfo uri) {
        int most = Given.limit(limit);
        List<DifferingDateJson> page = dates.differing(after(after), most + 1).stream()
                .map(DifferingDateJson::of)
                .toList();
        return Items.page(page, most, last -> Given.page(uri, "after", last.id()));
    }

    @POST
    @Path("vat-dates/{id}/choose")
    @RolesAllowed({Roles.FINANCE, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "chooseDate",
            summary = "Says with which day a document goes out whose period is closed, with the reason",
            description =
                    "With a closed-period setting of ask, again and again until it is sent. The day is neither before the true one nor"
                            + " after today, and Sage 200 takes documents of it. The next run plans the document with it")
    @APIResponse(responseCode = "200", description = "The document with its true day and the chosen one")
    @APIResponse(responseCode = "400", description = "The document cannot go out with that day")
    @APIResponse(responseCode = "409", description = "Nobody is asked under this id, or it may have been sent by now")
    @APIResponse(responseCode = "503", description = "Sage 200 cannot be asked about that day now")
    public DifferingDateJson choose(@PathParam("id") String id, InputStream body, @Context SecurityContext caller) {
        Body given = Body.of(body);
        Set<String> members = Set.of("date", "why");
        LocalDate date = date(given.text("date", DATE_LENGTH, members));
        String why = given.text("why", WHY_LENGTH, members);
        DifferingDate asked = dates.asked(Given.id(id)).orElseThrow(() -> nobodyAsks(id));
        objection(asked, date).ifPresent(words -> {
            throw new Refusal(Problem.with(
                    "date",
                    date.toString(),
                    words,
                    "Give a day from " + asked.trueDate() + " to today that Sage 200 takes documents of"));
        });
        String who = caller.getUserPrincipal().getName();
        if (!chosen.choose(asked.key(), date, who, why)) {
            throw nobodyAsks(id);
        }
        return DifferingDateJson.of(new DifferingDate(asked.id(), asked.key(), asked.trueDate(), date, who));
    }

    private static Refusal nobodyAsks(String id) {
        return Refusal.conflict(
                "Nobody is asked for a day under " + id + ", or its document may have been sent by now",
                "See /api/returns/vat-dates: those without a documentDate are asked for");
    }

    private Optional<String> objection(DifferingDate asked, LocalDate date) {
        try {
            return chosen.objection(asked, date);
        } catch (TargetUnavailable e) {
            throw new Refusal(Problem.of(
                    Status.SERVICE_UNAVAILABLE,
                    "Sage 200 cannot be asked about " + date + ": " + e.getMessage(),
                    "Mend the connection to Sage 200, and choose again"));
        }
    }

    private static long after(String text) {
        return Given.number("after", text, 0, Long.MAX_VALUE);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.with("date", text, "is no date", "Give a date such as 2026-12-01"));
        }
    }
}
