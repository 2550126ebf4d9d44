package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Periods;
import centrasage.simulator.sage200.data.SiteOptions;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes an order out of a draft: everything that must be true of it, then stock, status and payment. */
final class OrderConfirmation {
    private static final String ORDER_CLASS = "Sage.Accounting.SOP.SOPOrder";
    private static final String LINE_CLASS = "Sage.Accounting.SOP.SOPOrderLine";

    private final Company company;
    private final SiteOptions options;

    OrderConfirmation(Company company, SiteOptions options) {
        this.company = company;
        this.options = options;
    }

    void confirm(ObjectNode order) {
        Refused.unless(!order.path("lines").isEmpty(), "'lines': an order needs at least one line.");
        checkAnalysis(order);
        checkPeriod(order);
        totals(order);
        CreditControl credit = new CreditControl(company, options);
        credit.judge(order);
        new Allocation(company).allocateAll(order);
        order.put("is_draft", false);
        new PaymentWithOrder(company).book(order);
    }

    void totals(ObjectNode order) {
        new OrderTotals(company, TaxPolicy.of(company, options)).compute(order);
    }

    private void checkAnalysis(ObjectNode order) {
        checkAnalysis(order, ORDER_CLASS);
        for (JsonNode line : order.path("lines")) {
            checkAnalysis((ObjectNode) line, LINE_CLASS);
        }
    }

    private void checkAnalysis(ObjectNode row, String className) {
        company.table("analysis_code_mappings")
                .rows()
                .filter(mapping -> mapping.path("class_name").asText().equals(className)
                        && mapping.path("is_mandatory").asBoolean())
                .forEach(mapping -> {
                    String field = "analysis_code_" + mapping.path("slot").asInt();
                    Refused.unless(
                            !row.path(field).asText("").isBlank(),
                            "'" + field + "' is required: the analysis code "
                                    + mapping.path("friendly_property_name").asText() + " is mandatory.");
                });
    }

    private void checkPeriod(ObjectNode order) {
        String date = order.path("document_date").asText();
        Refused.unless(
                !new Periods(company).isClosed(Moments.day(date), "LedgerSOP"),
                "'document_date': the accounting period of " + date.substring(0, 10) + " is closed.");
    }
}
