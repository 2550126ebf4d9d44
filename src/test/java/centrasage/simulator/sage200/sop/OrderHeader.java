package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** The header of an order: what it takes over from the caller and what from the customer. */
final class OrderHeader {
    private static final Set<String> NOT_KEPT =
            Set.of("id", "lines", "memos", "is_editing", "is_to_sequence_lines", "lock_id", "document_no");
    private static final BigDecimal DISCOUNT_LIMIT = new BigDecimal("99.99");

    private final Company company;

    OrderHeader(Company company) {
        this.company = company;
    }

    /** A new header with the defaults of its customer, not yet kept. */
    ObjectNode defaults(ObjectNode customer) {
        String today = Moments.documentDate(LocalDate.now(company.clock()));
        long currencyId = customer.path("currency_id").asLong();
        ObjectNode order = Json.object()
                .put("customer_id", customer.path("id").asLong())
                .put("currency_id", currencyId)
                .put("document_date", today)
                .put("requested_delivery_date", today)
                .put("promised_delivery_date", today)
                .put("customer_type", "EnumCustomerTypeCredit")
                .put("use_invoice_address", true)
                .put("payment_with_order", false)
                .put("is_triangulated", false);
        order.put("document_status", "EnumDocumentStatusDraft").put("is_draft", true);
        order.put("is_credit_limit_exceeded", false);
        order.set(
                "exchange_rate",
                company.named("currencies", currencyId, "currency_id").path("core_currency_rate"));
        order.put("document_discount_percent", Scaled.decimal(0, Scaled.PENCE));
        for (String status : new String[] {"despatch_receipt_status", "invoice_credit_status", "cancelled_status"}) {
            order.put(status, "EnumLineStatusNone");
        }
        order.putArray("lines");
        order.putArray("memos");
        return order;
    }

    /** Takes over the fields that were sent; the body has passed the field check. */
    void apply(ObjectNode order, ObjectNode sent) {
        check(sent);
        checkRate(order, sent);
        sent.properties().stream()
                .filter(field -> !NOT_KEPT.contains(field.getKey()))
                .forEach(field -> order.set(field.getKey(), field.getValue()));
        if (sent.has("document_date") && !sent.has("requested_delivery_date")) {
            order.set("requested_delivery_date", sent.path("document_date"));
        }
        if (sent.path("delivery_address") instanceof ObjectNode address) {
            deliverTo(order, address, sent.has("use_invoice_address"));
        }
        order.put("payment_declared", order.path("payment_value").decimalValue());
    }

    private void deliverTo(ObjectNode order, ObjectNode address, boolean choiceWasSent) {
        ObjectNode kept = address.deepCopy();
        kept.put("id", company.newId()).put("date_time_created", company.now()).put("date_time_updated", company.now());
        order.set("delivery_address", kept);
        if (!choiceWasSent) {
            order.put("use_invoice_address", false);
        }
    }

    private void check(ObjectNode sent) {
        BigDecimal discount = sent.path("document_discount_percent").decimalValue();
        Refused.unless(
                discount.abs().compareTo(DISCOUNT_LIMIT) <= 0,
                "'document_discount_percent' must lie between -99.99 and 99.99.");
        Permissions permissions = new Permissions(company);
        if (discount.signum() != 0) {
            permissions.mustHave("override_prices_discounts");
        }
        sent.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("analysis_code_")) {
                permissions.mustAllow("amend_header_analysis_codes", name);
            }
        });
        Refused.unless(
                !sent.has("customer_delivery_address_id"),
                "'customer_delivery_address_id': the customer has no such delivery address.");
        checkNamed(sent, "tax_code_id", "tax_codes");
        checkNamed(sent, "country_code_id", "country_codes");
        new PaymentWithOrder(company).check(sent);
    }

    private void checkNamed(ObjectNode sent, String field, String table) {
        if (sent.path("delivery_address").has(field)) {
            company.named(table, sent.path("delivery_address").path(field).asLong(), "delivery_address." + field);
        }
    }

    private void checkRate(ObjectNode order, ObjectNode sent) {
        if (!sent.has("exchange_rate")) {
            return;
        }
        BigDecimal rate = sent.path("exchange_rate").decimalValue();
        Refused.unless(rate.signum() > 0, "'exchange_rate' must be above 0.");
        ObjectNode currency =
                company.named("currencies", order.path("currency_id").asLong(), "currency_id");
        Refused.unless(
                !currency.path("is_base_currency").asBoolean() || rate.compareTo(BigDecimal.ONE) == 0,
                "'exchange_rate' must be 1 for the base currency.");
    }
}
