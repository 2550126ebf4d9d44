package centrasage.simulation;

import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.OpenOrder;
import centrasage.sage200.SalesOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sales order as the model of Sage 200 holds it. Quantities are whole, totals are pennies. */
final class SageOrder {
    final long id;
    final String key;
    final long customer;
    final LocalDate date;
    final Instant made;
    final List<Line> lines = new ArrayList<>();
    final boolean draft;
    boolean cancelled;
    boolean onHold;

    /** Until when somebody has it open. */
    Instant lockedUntil = Instant.MIN;

    static final class Line {
        final long id;
        final LineType type;
        final @Nullable String code;
        final int quantity;
        final int taxCode;
        BigDecimal price;
        int allocated;
        int despatched;

        Line(long id, NewSalesOrder.Line line) {
            this.id = id;
            this.type = line.type();
            this.code = line.code();
            this.quantity = line.quantity().intValueExact();
            this.taxCode = line.taxCode() == null ? 0 : line.taxCode();
            this.price = line.unitPrice();
            this.allocated = line.toAllocate().intValueExact();
        }

        boolean isGoods() {
            return type == LineType.STANDARD;
        }

        String product() {
            return String.valueOf(code);
        }
    }

    SageOrder(long id, NewSalesOrder order, Instant made, boolean draft) {
        this.id = id;
        this.key = order.customerDocumentNo();
        this.customer = 1;
        this.date = order.documentDate();
        this.made = made;
        this.draft = draft;
    }

    String number() {
        return "S" + id;
    }

    boolean isLive() {
        return !draft && !cancelled;
    }

    private String status() {
        return cancelled
                ? "EnumDocumentStatusCancelled"
                : onHold ? "EnumDocumentStatusOnHold" : "EnumDocumentStatusLive";
    }

    SalesOrder shown(SageTotals totals) {
        return new SalesOrder(
                id,
                number(),
                key,
                customer,
                date,
                status(),
                draft,
                BigDecimal.valueOf(totals.gross(lines), 2),
                BigDecimal.valueOf(totals.vat(lines), 2),
                lines.stream().map(SageOrder::shown).toList(),
                made);
    }

    private static SalesOrder.Line shown(Line line) {
        return switch (line.type) {
            case COMMENT -> new SalesOrder.Line(line.id, "EnumLineTypeComment", null, null, null, null, null);
            case CHARGE ->
                new SalesOrder.Line(
                        line.id,
                        "EnumLineTypeCharge",
                        null,
                        line.code,
                        BigDecimal.ONE,
                        line.price.multiply(BigDecimal.valueOf(line.quantity)),
                        (long) line.taxCode);
            case STANDARD ->
                new SalesOrder.Line(
                        line.id,
                        "EnumLineTypeStandard",
                        Shop.productId(line.product()),
                        line.code,
                        BigDecimal.valueOf(line.quantity),
                        line.price,
                        (long) line.taxCode);
        };
    }

    OpenOrder open() {
        return new OpenOrder(
                id,
                number(),
                key,
                status(),
                draft,
                lines.stream().filter(Line::isGoods).map(SageOrder::open).toList());
    }

    private static OpenOrder.Line open(Line line) {
        return new OpenOrder.Line(
                line.id,
                line.product(),
                BigDecimal.valueOf(line.quantity),
                BigDecimal.valueOf(line.despatched),
                null,
                1L);
    }
}
