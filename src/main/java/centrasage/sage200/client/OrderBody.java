package centrasage.sage200.client;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.OrderAmendment.Step;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /sop_orders}, or of the PUT that corrects its rounding line or amends its lines: codes resolved to the company's ids, empty fields left out because Sage refuses
 * them, totals left out because Sage computes them, and nothing of {@code payment_with_order}: the only receipt is the one
 * that the payment posts.
 *
 * @param json the body; not to be sent unless {@code missing} is empty
 * @param missing every code that the company does not have (any more)
 */
record OrderBody(JsonObject json, List<Reason> missing) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "OrderBody[missing=" + missing + "]";
    }

    static OrderBody of(NewSalesOrder order, Site site) {
        return new Writer(order.company(), site).body(order, true);
    }

    /** What {@code POST /sop_returns} takes: as an order, and nothing to allocate. */
    static OrderBody ofReturn(NewSalesOrder made, Site site) {
        return new Writer(made.company(), site).body(made, false);
    }

    /**
     * What {@code PUT /sop_orders/{id}} takes: the two fields that Sage's file calls required, and the one line. That the lines
     * that are not named stay as they are is inferred from its words, and read back.
     *
     * @param lineId of the rounding line that is there; null to add it
     */
    static OrderBody of(OrderCorrection correction, @Nullable Long lineId, Site site) {
        return new Writer(correction.company(), site).body(correction, lineId);
    }

    /** What {@code PUT /sop_orders/{id}} takes, with the lines that are to be others. */
    static OrderBody of(OrderAmendment amendment, List<Step> steps, Site site) {
        return new Writer(amendment.company(), site).body(amendment, steps);
    }

    /** Prices and quantities have five decimals at most; the JSON writer would put a scale below 0 as an exponent. */
    static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, Math.min(5, stripped.scale())), RoundingMode.UNNECESSARY);
    }

    /** Collects the body and all that is missing for it. */
    private static final class Writer {
        private final String company;
        private final Site site;
        private final List<Reason> missing = new ArrayList<>();

        Writer(String company, Site site) {
            this.company = company;
            this.site = site;
        }

        OrderBody body(NewSalesOrder order, boolean allocates) {
            JsonObjectBuilder json = Json.createObjectBuilder();
            customer(json, order.customer());
            json.add("customer_document_no", order.customerDocumentNo())
                    .add("document_date", midnight(order.documentDate()))
                    .add("use_invoice_address", false)
                    .add("is_to_sequence_lines", true)
                    .add("delivery_address", address(order.deliveryAddress()))
                    .add("lines", lines(order.lines(), allocates));
            order.fields().forEach((name, value) -> text(json, name, value));
            return new OrderBody(json.build(), List.copyOf(missing));
        }

        OrderBody body(OrderCorrection correction, @Nullable Long lineId) {
            JsonObjectBuilder line = line(correction.line(), true);
            if (lineId != null) {
                line.add("id", lineId.longValue());
            }
            JsonObjectBuilder json = Json.createObjectBuilder();
            customer(json, correction.customer());
            json.add("document_no", correction.documentNo())
                    .add("lines", Json.createArrayBuilder().add(line));
            return new OrderBody(json.build(), List.copyOf(missing));
        }

        OrderBody body(OrderAmendment amendment, List<Step> steps) {
            JsonObjectBuilder json = Json.createObjectBuilder();
            customer(json, amendment.order().customer());
            JsonArrayBuilder lines = Json.createArrayBuilder();
            steps.forEach(step -> lines.add(step(step)));
            json.add("document_no", amendment.documentNo()).add("lines", lines);
            return new OrderBody(json.build(), List.copyOf(missing));
        }

        /** What is allocated already stays so as far as the line still has it: nothing is asked for anew. */
        private JsonObjectBuilder step(Step step) {
            SalesOrder.Line held = step.held();
            JsonObjectBuilder json = step.change().after() == null
                    ? type(step.change().line().type()).add("is_to_delete", true)
                    : line(step.change().line(), false);
            if (held != null && held.id() != null) {
                json.add("id", held.id().longValue());
            }
            return json;
        }

        private void customer(JsonObjectBuilder json, String reference) {
            Site.Customer customer = site.customers().get(reference);
            if (customer == null) {
                missing("UNKNOWN_CUSTOMER", Owner.FINANCE, "customer account", reference);
            } else {
                json.add("customer_id", customer.id());
            }
        }

        /** Sage refuses a bare date. */
        private static String midnight(LocalDate date) {
            return date + "T00:00:00";
        }

        private JsonObjectBuilder address(DeliveryAddress address) {
            JsonObjectBuilder json = Json.createObjectBuilder();
            text(json, "postal_name", address.postalName());
            text(json, "address_1", address.address1());
            text(json, "address_2", address.address2());
            text(json, "address_3", address.address3());
            text(json, "address_4", address.address4());
            text(json, "city", address.city());
            text(json, "county", address.county());
            text(json, "country", countryName(address.countryCode()));
            text(json, "postcode", address.postcode());
            text(json, "contact", address.contact());
            text(json, "telephone_number", address.telephone());
            text(json, "email_address", address.email());
            text(json, "tax_number", address.taxNumber());
            if (!address.countryCode().isBlank()) {
                id(json, "country_code_id", site.countries(), address.countryCode(), "UNKNOWN_COUNTRY", "country");
            }
            return json;
        }

        /** The name for the despatch note; a code that is none of ISO's, such as XI, stands for itself. */
        private static String countryName(String code) {
            String name = new Locale.Builder()
                    .setRegion(code.isBlank() ? "" : code)
                    .build()
                    .getDisplayCountry(Locale.UK);
            return name.length() <= 60 ? name : code;
        }

        private JsonArrayBuilder lines(List<Line> lines, boolean allocates) {
            JsonArrayBuilder json = Json.createArrayBuilder();
            lines.forEach(line -> json.add(line(line, allocates)));
            return json;
        }

        private static JsonObjectBuilder type(LineType type) {
            return Json.createObjectBuilder()
                    .add(
                            "line_type",
                            switch (type) {
                                case STANDARD -> "EnumLineTypeStandard";
                                case CHARGE -> "EnumLineTypeCharge";
                                case COMMENT -> "EnumLineTypeComment";
                            });
        }

        private JsonObjectBuilder line(Line line, boolean allocates) {
            JsonObjectBuilder json = type(line.type());
            if (line.type() == LineType.STANDARD) {
                standard(json, line);
                if (allocates) {
                    json.add("to_allocate_quantity", plain(line.toAllocate()));
                }
            } else if (line.type() == LineType.CHARGE) {
                charge(json, line);
            }
            description(json, line);
            if (line.type() != LineType.COMMENT) {
                taxCode(json, line.taxCode());
                nominal(json, line.nominal());
            }
            line.fields().forEach((name, value) -> text(json, name, value));
            return json;
        }

        private void standard(JsonObjectBuilder json, Line line) {
            id(json, "product_id", site.products(), nonNull(line.code()), "UNKNOWN_PRODUCT", "product");
            id(json, "warehouse_id", site.warehouses(), nonNull(line.warehouse()), "UNKNOWN_WAREHOUSE", "warehouse");
            json.add("line_quantity", plain(line.quantity())).add("selling_unit_price", plain(line.unitPrice()));
        }

        /** A charge has no quantity in Sage: it is the price of all of it. */
        private void charge(JsonObjectBuilder json, Line line) {
            if (line.code() != null) {
                if (!site.charges().containsKey(line.code())) {
                    missing("UNKNOWN_CHARGE", Owner.FINANCE, "additional charge", line.code());
                }
                json.add("code", line.code());
            }
            json.add("selling_unit_price", plain(line.unitPrice().multiply(line.quantity())));
        }

        private static void description(JsonObjectBuilder json, Line line) {
            if (line.description() == null || line.description().isBlank()) {
                return;
            }
            json.add("description", line.description());
            if (line.type() != LineType.COMMENT) {
                json.add("use_description", true);
            }
        }

        private void taxCode(JsonObjectBuilder json, @Nullable Integer code) {
            if (code == null) {
                return;
            }
            Site.TaxCode taxCode = site.taxCodes().get(code);
            if (taxCode == null) {
                missing("UNKNOWN_TAX_CODE", Owner.FINANCE, "tax code", code.toString());
            } else {
                json.add("tax_code_id", taxCode.id());
            }
        }

        /** {@code 4000}, or with cost centre and department {@code 4000/LON/WEB}. */
        private static void nominal(JsonObjectBuilder json, @Nullable String nominal) {
            if (nominal == null || nominal.isBlank()) {
                return;
            }
            String[] parts = nominal.split("/", -1);
            text(json, "nominal_reference", parts[0]);
            text(json, "nominal_cost_centre", parts.length > 1 ? parts[1] : "");
            text(json, "nominal_department", parts.length > 2 ? parts[2] : "");
        }

        private void id(
                JsonObjectBuilder json, String field, Map<String, Long> ids, String code, String reason, String what) {
            Long id = ids.get(code);
            if (id == null) {
                missing(reason, Owner.OPERATIONS, what, code);
            } else {
                json.add(field, id.longValue());
            }
        }

        private void missing(String code, Owner owner, String what, String value) {
            missing.add(new Reason(
                    code,
                    owner,
                    "Company " + company + " in Sage 200 has no " + what + " \"" + value + "\"",
                    "Create the " + what + " in Sage 200, or correct the mapping, then press Plan again"));
        }

        private static void text(JsonObjectBuilder json, String field, String value) {
            if (!value.isBlank()) {
                json.add(field, value);
            }
        }

        private static String nonNull(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
