package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.SiteOptions;
import centrasage.simulator.sage200.fields.Catalogue;
import centrasage.simulator.sage200.fields.Field;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What a line of each type must, may and must not carry. */
final class LineRules {
    private static final List<String> OVERRIDING_FIELDS =
            List.of("selling_unit_price", "unit_discount_percent", "unit_discount_value", "discounted_unit_price");
    /** Live integrations send a quantity on charges, and Sage ignores it. */
    private static final Set<String> HARMLESS_ON_CHARGES = Set.of("line_quantity");

    private final Permissions permissions;
    private final SiteOptions options;

    LineRules(Permissions permissions, SiteOptions options) {
        this.permissions = permissions;
        this.options = options;
    }

    /** Holds the fields that were sent to the line type. */
    void checkSent(ObjectNode sent, String type) {
        sent.fieldNames().forEachRemaining(name -> checkAllowed(name, type));
        if (type.equals(LineTypes.STANDARD) && OVERRIDING_FIELDS.stream().anyMatch(sent::has)) {
            permissions.mustHave("override_prices_discounts");
        }
        if (sent.has("cost_price")) {
            permissions.mustHave("override_cost_price");
        }
        if (sent.has("nominal_reference")) {
            permissions.mustAllow("amend_nominal_codes", "nominal_reference");
        }
    }

    private void checkAllowed(String name, String type) {
        Field field = Catalogue.entity("sop_order_lines").field(name);
        boolean harmless = type.equals(LineTypes.CHARGE) && HARMLESS_ON_CHARGES.contains(name);
        boolean allowed = field == null || field.lineTypes().contains(LineTypes.letter(type)) || harmless;
        Refused.unless(allowed, "'" + name + "' cannot be set for lines of type " + type + ".");
        if (name.startsWith("analysis_code_")) {
            permissions.mustAllow("amend_analysis_codes", name);
        }
    }

    /** Holds the whole line, as sent or as it would be after the change, to its type. */
    void checkWhole(ObjectNode line, String type) {
        switch (type) {
            case LineTypes.STANDARD -> required(line, "product_id", "warehouse_id", "line_quantity");
            case LineTypes.FREE_TEXT -> required(line, "description", "line_quantity");
            case LineTypes.COMMENT -> required(line, "description");
            default ->
                Refused.unless(
                        line.has("code") || line.has("description"),
                        "'code' is required for a charge without a 'description'.");
        }
        if (LineTypes.isGoods(type)) {
            Refused.unless(line.path("line_quantity").decimalValue().signum() > 0, "'line_quantity' must be above 0.");
        }
        checkSign(line, type);
    }

    private static void required(ObjectNode line, String... names) {
        for (String name : names) {
            Refused.unless(
                    line.has(name) && !line.path(name).asText().isEmpty(),
                    "'" + name + "' is required for lines of type "
                            + line.path("line_type").asText() + ".");
        }
    }

    /** Whether Sage takes negative prices is not known: a site's choice here. */
    private void checkSign(ObjectNode line, String type) {
        if (line.path("selling_unit_price").decimalValue().signum() >= 0) {
            return;
        }
        boolean taken = switch (type) {
            case LineTypes.FREE_TEXT -> options.is("negativeFreeText");
            case LineTypes.CHARGE -> options.is("negativeCharge");
            default -> false;
        };
        Refused.unless(taken, "'selling_unit_price' must not be negative for lines of type " + type + ".");
    }
}
