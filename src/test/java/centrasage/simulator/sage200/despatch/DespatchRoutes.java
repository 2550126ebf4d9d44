package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.lookup.Presenter;
import centrasage.simulator.sage200.odata.Query;
import centrasage.simulator.sage200.odata.QueryReader;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Despatches over the API: confirmed, read, and their tracking amended. */
public final class DespatchRoutes {
    private final Site site;

    public DespatchRoutes(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("POST", "/sop_confirm_despatch", this::despatch).write(DespatchRoutes::shipment);
        router.on("GET", "/sop_confirm_despatch", this::despatchable).read();
        router.on(
                        "GET",
                        "/sop_despatch_receipts",
                        request -> list(Receipts.TABLE, request, (views, query) -> views.receipts()))
                .read();
        router.on("GET", "/sop_despatch_receipts/{id}", this::receipt).read();
        router.on("PUT", "/sop_despatch_receipts/{id}", this::amend).write(request -> "PUT " + request.path());
        view(router, "sop_order_despatch_views", (views, query) -> views.despatches());
        view(router, "sop_order_despatch_line_views", DespatchViews::lines);
    }

    private void view(Router router, String name, BiFunction<DespatchViews, Query, Stream<ObjectNode>> rows) {
        router.on("GET", "/" + name, request -> list(name, request, rows)).read();
    }

    private Response list(String entity, Request request, BiFunction<DespatchViews, Query, Stream<ObjectNode>> rows) {
        Company company = site.companyOf(request);
        Query query = QueryReader.ofList(entity, request);
        return company.locked(
                () -> Response.json(new Presenter(company, query).page(rows.apply(new DespatchViews(company), query))));
    }

    /** Faults follow the shipment, which its notes name, whichever attempt or thread brings it. */
    private static String shipment(Request request) {
        try {
            ObjectNode sent = request.jsonObject();
            String order = "despatch of " + sent.path("sop_order_return_id").asText();
            return sent.path("tracking_items").path(0).path("notes").asText(order);
        } catch (Refusal notJson) {
            return request.path();
        }
    }

    private Response despatch(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        Query query = QueryReader.ofOne("sop_confirm_despatch", request).alsoExpanding("items", "tracking_items");
        return company.locked(() -> {
            String user = company.settings("current_user").path("logon_name").asText();
            ObjectNode note = new DespatchEntry(site, company).despatch(sent, user, request.halfMade());
            return Response.json(new Presenter(company, query).one(answer(company, sent, note)));
        });
    }

    /** What was sent, with what Sage now holds of each line. The number of the despatch note is not part of it. */
    private ObjectNode answer(Company company, ObjectNode sent, ObjectNode note) {
        ObjectNode order = company.named(Orders.TABLE, note.path("_order_id").asLong(), "sop_order_return_id");
        ObjectNode answer = sent.deepCopy();
        answer.set("despatch_receipt_date", note.path("despatch_date"));
        DespatchableLines lines = new DespatchableLines(site, company);
        for (JsonNode item : answer.path("items")) {
            for (JsonNode line : Orders.lines(order)) {
                if (line.path("id").asLong() == item.path("id").asLong()) {
                    ObjectNode shown = lines.item(order, (ObjectNode) line);
                    shown.set("quantity", item.path("quantity"));
                    ((ObjectNode) item).setAll(shown);
                }
            }
        }
        return answer;
    }

    /** What can be despatched, order by order. Whoever asks has all of these orders open for a minute. */
    private Response despatchable(Request request) {
        Company company = site.companyOf(request);
        Query filter = QueryReader.ofList("sop_confirm_despatch_filter", request);
        Query shown = QueryReader.all("sop_confirm_despatch").alsoExpanding("items", "tracking_items");
        return company.locked(() -> {
            ArrayNode groups = Json.array();
            for (ObjectNode group : new DespatchableLines(site, company).groups(filter)) {
                lock(company, group.path("sop_order_return_id").asLong());
                groups.add(new Presenter(company, shown).one(group));
            }
            return Response.json(groups);
        });
    }

    private static void lock(Company company, long order) {
        String record = RecordLocks.order(order);
        if (company.locks().on(record) == null) {
            String user = company.settings("current_user").path("logon_name").asText();
            company.locks().hold(record, user, "WEB-API", DespatchableLines.LOCKED);
        }
    }

    private Response receipt(Request request) {
        Company company = site.companyOf(request);
        Query query = QueryReader.ofOne(Receipts.TABLE, request);
        return company.locked(() -> Response.json(new Presenter(company, query).one(note(company, request))));
    }

    private static ObjectNode note(Company company, Request request) {
        ObjectNode note = company.row(Receipts.TABLE, LookupRoutes.id(request, "id"));
        if (note == null) {
            throw LookupRoutes.notThere(Receipts.TABLE);
        }
        return note;
    }

    private Response amend(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        Query query = QueryReader.ofOne(Receipts.TABLE, request);
        return company.locked(() -> {
            ObjectNode note = note(company, request);
            WriteCheck.ofAmendment().check(Receipts.TABLE, sent);
            Refused.unless(
                    !sent.has("id")
                            || sent.path("id").asLong() == note.path("id").asLong(),
                    "'id' is not the despatch of the path.");
            if (site.options().is("lockBlocksTracking")) {
                new Orders(site, company)
                        .mustBeFree(RecordLocks.order(note.path("_order_id").asLong()), 0);
            }
            new DespatchRules(site, company).checkReferences(sent);
            new Receipts(company).track(note, site.options().is("emptyTextIsLeftOut") ? withoutEmptyText(sent) : sent);
            return Response.json(new Presenter(company, query).one(note));
        });
    }

    private static ObjectNode withoutEmptyText(ObjectNode sent) {
        ObjectNode taken = sent.deepCopy();
        taken.properties()
                .removeIf(field -> field.getValue().isTextual()
                        && field.getValue().asText().isEmpty());
        return taken;
    }
}
