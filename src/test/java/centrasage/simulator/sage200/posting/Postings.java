package centrasage.simulator.sage200.posting;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Periods;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** What Sage gives every posting: its number, its day and its author. */
public final class Postings {
    private final Company company;

    public Postings(Company company) {
        this.company = company;
    }

    /** The next unique reference number of the company, one sequence for all ledgers. */
    public long nextUrn() {
        ObjectNode settings = company.settings("system_settings");
        long urn = settings.path("next_urn").asLong();
        settings.put("next_urn", Long.toString(urn + 1));
        return urn;
    }

    /** The user behind the API. */
    public String user() {
        return company.settings("current_user").path("logon_name").asText();
    }

    public String today() {
        return Moments.documentDate(LocalDate.now(company.clock()));
    }

    /** The date of a document, today when it is left out; refused when its period is closed for the ledger. */
    public String date(ObjectNode sent, String field, String ledger) {
        LocalDate day = sent.has(field) ? Moments.day(sent.path(field).asText()) : Moments.day(today());
        mustBeOpen(day, field, ledger);
        return Moments.documentDate(day);
    }

    private void mustBeOpen(LocalDate day, String field, String ledger) {
        ObjectNode judged = new Periods(company).classify(day, ledger);
        boolean closed = new Periods(company).isClosed(day, ledger);
        Refused.unless(!closed, "'" + field + "': the accounting period of " + day + " is closed.");
        Refused.unless(
                !judged.path("classification").asText().equals("Unacceptable"),
                "'" + field + "': " + judged.path("message").asText());
    }

    /** All that Sage says of a document that it has posted. */
    public static ObjectNode answer(long urn) {
        return Json.object().put("urn", Long.toString(urn));
    }

    /** Faults follow the references of a document, whichever attempt or thread brings it. */
    public static String identity(Request request) {
        try {
            ObjectNode sent = request.jsonObject();
            return sent.path("reference").asText() + " "
                    + sent.path("second_reference").asText();
        } catch (Refusal notJson) {
            return request.path();
        }
    }

    /** A posting is one transaction of Sage's: what breaks off half-way leaves nothing behind. */
    public static void mustBeWhole(Site site, Request request) {
        if (request.halfMade()) {
            throw new Refusal(
                    Response.message(site.options().number("halfMadeStatus"), "The posting could not be completed."));
        }
    }
}
