package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Periods;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.sop.LineTypes;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What must be true of a despatch; the first thing that is not is the answer. */
final class DespatchRules {
    private static final String INTENT = "confirmation_intent_type";

    private final Site site;
    private final Company company;

    DespatchRules(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    /** The order that the body is about, if it can be despatched at all. */
    ObjectNode order(ObjectNode sent) {
        WriteCheck.ofNew().check("sop_confirm_despatch", sent);
        Refused.unless(sent.has("sop_order_return_id"), "'sop_order_return_id' is required.");
        Refused.unless(!sent.path("items").isEmpty(), "'items' is required.");
        ObjectNode order =
                company.named(Orders.TABLE, sent.path("sop_order_return_id").asLong(), "sop_order_return_id");
        new Orders(site, company).mustBeFree(RecordLocks.order(order.path("id").asLong()), 0);
        checkStatus(order);
        checkDate(sent);
        return order;
    }

    private static void checkStatus(ObjectNode order) {
        String status = order.path("document_status").asText();
        String number = "The order " + order.path("document_no").asText();
        Refused.unless(!order.path("is_draft").asBoolean(), number + " is a draft and cannot be despatched.");
        Refused.unless(!status.equals("EnumDocumentStatusOnHold"), number + " is on hold and cannot be despatched.");
        Refused.unless(
                status.equals("EnumDocumentStatusLive"),
                number + " is "
                        + status.substring("EnumDocumentStatus".length()).toLowerCase(Locale.ROOT)
                        + " and cannot be despatched.");
    }

    private void checkDate(ObjectNode sent) {
        if (!sent.has("despatch_receipt_date")) {
            return;
        }
        String date = sent.path("despatch_receipt_date").asText();
        for (String ledger : new String[] {"LedgerSOP", "LedgerStockControl"}) {
            Refused.unless(
                    !new Periods(company).isClosed(Moments.day(date), ledger),
                    "'despatch_receipt_date': the accounting period of " + date.substring(0, 10) + " is closed.");
        }
    }

    /** How much of which line goes, each line once. */
    List<LineQuantity> quantities(ObjectNode order, ObjectNode sent) {
        String intent = sent.path(INTENT).asText("ConfirmOnDespatch");
        Map<Long, BigDecimal> byLine = new LinkedHashMap<>();
        for (JsonNode item : sent.path("items")) {
            Refused.unless(item.has("id") && item.has("quantity"), "'id' and 'quantity' of an item are required.");
            byLine.merge(item.path("id").asLong(), Quantities.of(item, "quantity"), BigDecimal::add);
        }
        List<LineQuantity> quantities = new ArrayList<>();
        byLine.forEach((id, quantity) -> {
            ObjectNode line = line(order, id);
            checkLine(line, quantity, intent);
            quantities.add(new LineQuantity(line, quantity));
        });
        return quantities;
    }

    private static ObjectNode line(ObjectNode order, long id) {
        for (JsonNode line : order.path("lines")) {
            if (line.path("id").asLong() == id) {
                return (ObjectNode) line;
            }
        }
        throw Refused.because("'items': no line with id " + id + " on this order.");
    }

    private void checkLine(ObjectNode line, BigDecimal quantity, String intent) {
        String type = line.path("line_type").asText();
        String code = line.path(type.equals(LineTypes.STANDARD) ? "code" : "description")
                .asText();
        Refused.unless(LineTypes.isGoods(type), "'items': lines of type " + type + " are not despatched.");
        Refused.unless(
                intent.equals(intentOf(line, site)),
                "'confirmation_intent_type': " + code + " is confirmed by " + intentOf(line, site) + ", not by "
                        + intent + ".");
        BigDecimal outstanding = Quantities.outstanding(line);
        Refused.unless(
                quantity.signum() > 0 && quantity.compareTo(outstanding) <= 0,
                "'quantity' of " + code + " cannot be " + Quantities.shown(quantity) + ": "
                        + Quantities.shown(outstanding) + " outstanding.");
    }

    /** Goods go by despatch; how free text goes, where a line does not say it, is not documented: a site's choice here. */
    static String intentOf(ObjectNode line, Site site) {
        if (line.has(INTENT)) {
            return line.path(INTENT).asText();
        }
        return line.path("line_type").asText().equals(LineTypes.FREE_TEXT)
                ? site.options().text("freeTextIntent")
                : "ConfirmOnDespatch";
    }

    /** What is said of the consignment: at most once, of this order, by a courier that is known. */
    ObjectNode tracking(ObjectNode order, ObjectNode sent) {
        Refused.unless(
                sent.path("tracking_items").size() <= 1,
                "'tracking_items': more than one for the order of the despatch.");
        ObjectNode tracking = sent.path("tracking_items").path(0) instanceof ObjectNode given ? given : Json.object();
        Refused.unless(
                !tracking.has("sop_order_return_id")
                        || tracking.path("sop_order_return_id").asLong()
                                == order.path("id").asLong(),
                "'tracking_items[0].sop_order_return_id' is not the order of the despatch.");
        checkReferences(tracking);
        return tracking;
    }

    void checkReferences(ObjectNode tracking) {
        Map.of(
                        "courier_id",
                        "couriers",
                        "sop_incoterm_id",
                        "sop_incoterms",
                        "sop_export_reason_id",
                        "sop_export_reasons")
                .forEach((field, table) -> {
                    if (tracking.has(field)) {
                        company.named(table, tracking.path(field).asLong(), field);
                    }
                });
    }
}
