package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.mapping.AnalysisField;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.Words;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The analysis codes and spare texts of an order: constants, and values that the order has. */
final class Analysis {
    private final Order order;
    private final ZoneId zone;
    private final InForce mappings;
    private final Complaints complaints;

    Analysis(Order order, ZoneId zone, InForce mappings, Complaints complaints) {
        this.order = order;
        this.zone = zone;
        this.mappings = mappings;
        this.complaints = complaints;
    }

    /**
     * The fields by Sage's names, without empty ones.
     *
     * @param line null for what does not stand on a line of Centra's
     */
    Map<String, String> of(String company, AnalysisField.Document document, @Nullable OrderLine line) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<Mapped<AnalysisField>> mapped = mappings.analysis(company, document);
        for (Mapped<AnalysisField> field : mapped) {
            Optional.ofNullable(field.orTell(complaints::add)).ifPresent(known -> {
                String value = value(known, line);
                if (isGood(known, value)) {
                    fields.put(known.field(), value);
                }
            });
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private String value(AnalysisField field, @Nullable OrderLine line) {
        return Words.text(field.isConstant() ? field.value() : value(field.source(), line));
    }

    private @Nullable String value(String source, @Nullable OrderLine line) {
        Address to = order.shippingAddress();
        Order.Reseller reseller = order.reseller();
        return switch (source) {
            case "order-number" -> Long.toString(order.number());
            case "order-date" -> order.createdAt().atZone(zone).toLocalDate().toString();
            case "store" -> order.store();
            case "market" -> order.market();
            case "country" -> to == null ? null : to.countryCode();
            case "currency" -> order.currency();
            case "shipping-option" -> order.shippingOption();
            case "gateway" -> order.gateway();
            case "reseller" -> reseller == null ? null : reseller.account();
            case "purchase-order" -> reseller == null ? null : reseller.purchaseOrder();
            case "sku" -> line == null ? null : line.sku();
            case "product-name" -> line == null ? null : line.productName();
            default -> throw new IllegalArgumentException("no order has a value called " + source);
        };
    }

    /** A code that is cut off is another code, so what is too long holds the order. */
    private boolean isGood(AnalysisField field, String value) {
        String name = field.document().word() + "." + field.field();
        if (value.isEmpty() && field.mandatory()) {
            complaints.add(
                    "MANDATORY_FIELD",
                    FINANCE,
                    "The company insists on " + name + ", and the order has no "
                            + field.source().replace('-', ' ') + " to fill it with (analysis.csv)",
                    "Complete the order in Centra, or name another source in analysis.csv");
            return false;
        }
        if (value.length() > field.lengthMax()) {
            complaints.add(
                    "FIELD_TOO_LONG",
                    FINANCE,
                    "The " + field.source().replace('-', ' ') + " has " + value.length() + " characters, and " + name
                            + " of Sage 200 takes " + field.lengthMax() + " (analysis.csv)",
                    "Map it to a spare_text field, or name another source in analysis.csv");
            return false;
        }
        return true;
    }
}
