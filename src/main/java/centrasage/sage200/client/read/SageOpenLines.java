package centrasage.sage200.client.read;

import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Holding;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What open sales orders in Sage 200 still ask for and Sage has allocated nothing for. */
@ApplicationScoped
public class SageOpenLines {
    private static final String VIEW = "sop_order_line_views";
    private static final String ID = "sop_order_line_id";
    private static final String KEY = "sop_order_customer_document_no";
    private static final String QUANTITY = "sop_order_line_quantity";
    private static final String ALLOCATED = "sop_order_line_allocated_quantity";
    private static final String DESPATCHED = "sop_order_line_despatch_receipt_quantity";
    private static final String FIELDS =
            String.join(",", ID, KEY, QUANTITY, ALLOCATED, DESPATCHED, "product_code", "warehouse_name");
    private static final String STATUS = "sop_order_document_status";
    private static final String OPEN =
            STATUS + " ne 'EnumDocumentStatusComplete' and " + STATUS + " ne 'EnumDocumentStatusCancelled'";

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    SageOpenLines() {}

    @Inject
    public SageOpenLines(SageReads reads) {
        this.reads = reads;
    }

    /**
     * Ordered, and neither allocated nor despatched, by where it lies; what is complete is left out. An order may be completed while they
     * are read.
     *
     * @param ofAll whether orders that are none of Centra's count, too
     */
    public Map<Holding, BigDecimal> unallocated(String company, boolean ofAll) throws TargetUnavailable {
        try {
            List<JsonObject> lines = Pages.behind(reads, company, VIEW, Query.select(FIELDS), OPEN, ID);
            Map<Holding, BigDecimal> open = new HashMap<>();
            for (JsonObject json : lines) {
                Row row = new Row(json);
                boolean counts = ofAll || isCentras(row.optionalText(KEY).orElse(""));
                Optional<String> product = row.optionalText("product_code").filter(code -> counts); // of goods alone
                if (product.isPresent() && left(row).signum() > 0) {
                    open.merge(new Holding(product.get(), row.text("warehouse_name")), left(row), BigDecimal::add);
                }
            }
            return open;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's open orders cannot be read: " + e.getMessage(), e);
        }
    }

    private static BigDecimal left(Row row) {
        return row.decimal(QUANTITY)
                .subtract(row.optionalDecimal(ALLOCATED).orElse(BigDecimal.ZERO))
                .subtract(row.optionalDecimal(DESPATCHED).orElse(BigDecimal.ZERO));
    }

    private static boolean isCentras(String customerDocumentNo) {
        return OrderName.number(customerDocumentNo)
                .filter(number -> number.chars().allMatch(Character::isDigit))
                .isPresent();
    }
}
