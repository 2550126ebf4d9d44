package centrasage.console.api.json;

import centrasage.flow.Plan;
import centrasage.orders.plan.OrderPreview;
import centrasage.orders.plan.Present;
import centrasage.sage200.NewSalesOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an order if it were planned now.
 *
 * @param order Centra's number
 * @param state of what is posted, or not, of it already; null where it was never planned
 * @param targetNumber Sage's number where it is there
 * @param wouldBeSent whether planning it now would send it, if {@code posting.mode} lets anything be sent
 * @param version of the order that was planned
 * @param mappings version of the mappings it was planned with
 * @param outcome {@code POST}, {@code SKIP} or {@code HOLD}
 * @param reasons all that speaks against sending it, what has become of it already first; none when it would be sent
 * @param document what would be posted; null when nothing would be
 */
@Schema(name = "OrderPreview")
public record PreviewJson(
        String order,
        @Nullable String state,
        @Nullable String targetNumber,
        boolean wouldBeSent,
        int version,
        int mappings,
        String outcome,
        List<ReasonJson> reasons,
        @Nullable Document document) {

    /**
     * The sales order as Sage 200 would be asked to hold it.
     *
     * @param total what Sage must arrive at, VAT included
     * @param fields analysis codes and spare texts of the order
     * @param body exactly what would be sent; null for callers who may not see personal data
     */
    @Schema(name = "PlannedDocument")
    public record Document(
            String company,
            String customer,
            String customerDocumentNo,

            @Schema(type = SchemaType.STRING, format = "date")
            LocalDate date,

            Amount total,
            Amount vat,
            Map<String, String> fields,
            List<Line> lines,
            @Nullable String body) {}

    /** @param text of a comment or charge; null for callers who may not see personal data */
    @Schema(name = "PlannedLine")
    public record Line(
            String type,
            @Nullable String code,
            @Nullable String text,
            BigDecimal quantity,
            BigDecimal toAllocate,
            BigDecimal unitPrice,
            @Nullable Integer taxCode,
            @Nullable String nominal,
            Map<String, String> fields) {
        private static Line of(NewSalesOrder.Line line, boolean withPersonalData) {
            return new Line(
                    line.type().name(),
                    line.code(),
                    withPersonalData ? line.description() : null,
                    line.quantity(),
                    line.toAllocate(),
                    line.unitPrice(),
                    line.taxCode(),
                    line.nominal(),
                    line.fields());
        }
    }

    public static PreviewJson of(String order, OrderPreview.Preview preview, boolean withPersonalData) {
        Plan plan = preview.plan();
        NewSalesOrder document = preview.document();
        Present present = preview.present();
        return new PreviewJson(
                order,
                present == null ? null : present.state().name(),
                present == null ? null : present.targetNumber(),
                preview.wouldBeSent(),
                preview.version(),
                preview.mappings(),
                plan.match(post -> "POST", skip -> "SKIP", hold -> "HOLD"),
                ReasonJson.of(preview.reasons()),
                document == null ? null : document(document, preview.body(), withPersonalData));
    }

    private static Document document(NewSalesOrder order, @Nullable String body, boolean withPersonalData) {
        return new Document(
                order.company(),
                order.customer(),
                order.customerDocumentNo(),
                order.documentDate(),
                Amount.of(order.total()),
                Amount.of(order.vat()),
                order.fields(),
                order.lines().stream()
                        .map(line -> Line.of(line, withPersonalData))
                        .toList(),
                withPersonalData ? body : null);
    }
}
