package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.SiteOptions;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Takes one line of an order: its rules, the records it names, and what Sage fills in itself. */
final class LineEntry {
    private static final Set<String> QUANTITY_ALONE = Set.of("id", "line_type", "line_quantity");

    private final Company company;
    private final SiteOptions options;
    private final LineRules rules;
    private final LineReferences references;

    LineEntry(Company company, SiteOptions options) {
        this.company = company;
        this.options = options;
        this.rules = new LineRules(new Permissions(company), options);
        this.references = new LineReferences(company);
    }

    /** A new line, not yet part of the order. */
    ObjectNode enter(ObjectNode order, ObjectNode sent) {
        Refused.unless(sent.has("line_type"), "'line_type' is required.");
        ObjectNode line = Json.object()
                .put("id", company.newId())
                .put("sop_order_id", order.path("id").asLong())
                .put("date_time_created", company.now());
        line.put("allocated_quantity", Scaled.decimal(0, Scaled.FIVE));
        line.put("despatch_receipt_quantity", Scaled.decimal(0, Scaled.FIVE));
        line.put("invoice_credit_quantity", Scaled.decimal(0, Scaled.FIVE));
        line.put("posted_invoice_credit_quantity", Scaled.decimal(0, Scaled.FIVE));
        line.put("despatch_receipt_status", "EnumLineStatusNone");
        line.put("invoice_credit_status", "EnumLineStatusNone");
        line.put("is_complete", false).put("is_line_deletable", true);
        apply(order, line, sent);
        return line;
    }

    /** Changes a line; when it is refused the line stays as it was. */
    void amend(ObjectNode order, ObjectNode line, ObjectNode sent) {
        Refused.unless(
                !sent.has("line_type") || sent.path("line_type").equals(line.path("line_type")),
                "'line_type' cannot be changed.");
        boolean moved = Scaled.of(line.path("despatch_receipt_quantity"), Scaled.FIVE) > 0
                || Scaled.of(line.path("invoice_credit_quantity"), Scaled.FIVE) > 0;
        Refused.unless(
                !moved || lowersToDespatched(line, sent),
                "The line has been despatched or invoiced and cannot be amended.");
        ObjectNode changed = line.deepCopy();
        apply(order, changed, sent);
        line.setAll(changed);
    }

    /** Whether what is still outstanding of a despatched line can be given up is not known: a site's choice here. */
    private boolean lowersToDespatched(ObjectNode line, ObjectNode sent) {
        long quantity = Scaled.of(sent.path("line_quantity"), Scaled.FIVE);
        return options.is("amendDespatched")
                && sent.properties().stream().allMatch(field -> QUANTITY_ALONE.contains(field.getKey()))
                && quantity >= Scaled.of(line.path("despatch_receipt_quantity"), Scaled.FIVE)
                && quantity <= Scaled.of(line.path("line_quantity"), Scaled.FIVE);
    }

    private void apply(ObjectNode order, ObjectNode line, ObjectNode sent) {
        JsonNode type = sent.has("line_type") ? sent.path("line_type") : line.path("line_type");
        rules.checkSent(sent, type.asText());
        sent.properties().stream()
                .filter(field -> !field.getKey().equals("id") && !field.getKey().equals("is_to_delete"))
                .forEach(field -> line.set(field.getKey(), field.getValue()));
        rules.checkWhole(line, type.asText());
        references.check(line);
        references.fillIn(order, line);
        discount(line, sent);
        line.set("stock_unit_line_quantity", line.path("line_quantity"));
        line.put("date_time_updated", company.now());
    }

    /** Which of the three ways to state a discount was used decides which one is computed. */
    private static void discount(ObjectNode line, ObjectNode sent) {
        boolean goods = LineTypes.isGoods(line.path("line_type").asText());
        if (sent.has("unit_discount_value")) {
            line.put("discount_percent_specified", false);
        } else if (sent.has("unit_discount_percent")) {
            line.put("discount_percent_specified", true);
        } else if (sent.has("discounted_unit_price")) {
            long price = Scaled.of(line.path("selling_unit_price"), Scaled.FIVE);
            long discounted = Scaled.of(line.path("discounted_unit_price"), Scaled.FIVE);
            line.put("unit_discount_value", Scaled.decimal(price - discounted, Scaled.FIVE));
            line.put("discount_percent_specified", false);
        } else if (goods && !line.has("discount_percent_specified")) {
            line.put("discount_percent_specified", true);
        }
    }
}
