package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Holdings;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The records that a line names must exist in this company; what the line leaves out comes from them. */
final class LineReferences {
    private final Company company;

    LineReferences(Company company) {
        this.company = company;
    }

    void check(ObjectNode line) {
        if (line.has("product_id")) {
            checkProduct(line);
        }
        if (line.has("tax_code_id")) {
            company.named("tax_codes", line.path("tax_code_id").asLong(), "tax_code_id");
        }
        boolean charge = line.path("line_type").asText().equals(LineTypes.CHARGE);
        if (charge && line.has("code")) {
            String code = line.path("code").asText();
            Refused.unless(
                    company.table("sop_additional_charges").firstWith("code", code) != null,
                    "'code': there is no additional charge '" + code + "'.");
        }
        if (line.has("nominal_reference")) {
            checkNominal(line);
        }
    }

    private void checkProduct(ObjectNode line) {
        ObjectNode product = company.named("products", line.path("product_id").asLong(), "product_id");
        company.named("warehouses", line.path("warehouse_id").asLong(), "warehouse_id");
        String code = product.path("code").asText();
        Refused.unless(
                product.path("product_status_type").asText().equals("Active")
                        && product.path("allow_sales_order").asBoolean(),
                "'product_id': " + code + " is inactive or not for sale.");
        boolean held = new Holdings(company)
                        .of(
                                line.path("product_id").asLong(),
                                line.path("warehouse_id").asLong())
                != null;
        Refused.unless(held, "'warehouse_id': " + code + " is not held in this warehouse.");
    }

    private void checkNominal(ObjectNode line) {
        boolean exists = company.table("nominal_codes")
                .rows()
                .anyMatch(nominal -> same(nominal, "reference", line, "nominal_reference")
                        && same(nominal, "cost_centre_code", line, "nominal_cost_centre")
                        && same(nominal, "department_code", line, "nominal_department"));
        Refused.unless(
                exists,
                "'nominal_reference': there is no nominal account "
                        + line.path("nominal_reference").asText() + "/"
                        + line.path("nominal_cost_centre").asText() + "/"
                        + line.path("nominal_department").asText() + ".");
    }

    private static boolean same(ObjectNode nominal, String field, ObjectNode line, String lineField) {
        return nominal.path(field)
                .asText("")
                .equalsIgnoreCase(line.path(lineField).asText(""));
    }

    void fillIn(ObjectNode order, ObjectNode line) {
        switch (line.path("line_type").asText()) {
            case LineTypes.STANDARD -> fillInProduct(line);
            case LineTypes.CHARGE -> fillInCharge(line);
            default -> {}
        }
        if (line.path("line_type").asText().equals(LineTypes.COMMENT)) {
            return;
        }
        ObjectNode customer =
                company.named("customers", order.path("customer_id").asLong(), "customer_id");
        setIfAbsent(line, "tax_code_id", customer.path("default_tax_code_id"));
        setIfAbsent(line, "nominal_reference", customer.path("default_nominal_code_reference"));
    }

    private void fillInProduct(ObjectNode line) {
        ObjectNode product = company.named("products", line.path("product_id").asLong(), "product_id");
        line.set("code", product.path("code"));
        setIfAbsent(line, "description", product.path("name"));
        setIfAbsent(line, "tax_code_id", product.path("tax_code_id"));
        if (!line.has("selling_unit_price")) {
            line.put("selling_unit_price", new BigDecimal(product.path("_price").asText("0")));
        }
    }

    private void fillInCharge(ObjectNode line) {
        ObjectNode charge = company.table("sop_additional_charges")
                .firstWith("code", line.path("code").asText());
        if (charge == null) {
            return;
        }
        ObjectNode nominal =
                company.row("nominal_codes", charge.path("nominal_code_id").asLong());
        setIfAbsent(line, "description", charge.path("name"));
        setIfAbsent(line, "tax_code_id", charge.path("tax_code_id"));
        setIfAbsent(line, "selling_unit_price", charge.path("charge_value"));
        if (nominal != null) {
            setIfAbsent(line, "nominal_reference", nominal.path("reference"));
        }
    }

    private static void setIfAbsent(ObjectNode line, String field, JsonNode value) {
        if (!line.has(field) && !value.isMissingNode()) {
            line.set(field, value);
        }
    }
}
