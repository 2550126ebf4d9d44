package centrasage.sage200;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sales order as Sage 200 holds it.
 *
 * @param documentNo Sage's own number, such as {@code 0000000231}
 * @param documentDate null when the answer did not carry it
 * @param status such as {@code EnumDocumentStatusLive}
 * @param total gross total in the customer's currency, two decimals
 * @param lines of every type, as Sage lists them; null when the answer did not carry them
 */
public record SalesOrder(
        long id,
        String documentNo,
        String customerDocumentNo,
        long customerId,
        @Nullable LocalDate documentDate,
        String status,
        boolean draft,
        BigDecimal total,
        BigDecimal vat,
        @Nullable List<Line> lines,
        @Nullable Instant createdAt) {

    public SalesOrder {
        lines = lines == null ? null : List.copyOf(lines);
    }

    /**
     * One line as far as the answer tells of it: what is null was not told, and proves nothing.
     *
     * @param id by which a change of it names it
     * @param type such as {@code EnumLineTypeStandard}
     * @param code of the product or the additional charge
     * @param unitPrice before any discount, net or gross as the company's prices are; of a charge, all of it
     * @param moved how much of it is despatched or invoiced already
     */
    public record Line(
            @Nullable Long id,
            @Nullable String type,
            @Nullable Long productId,
            @Nullable String code,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable Long taxCodeId,
            @Nullable BigDecimal moved) {

        /** Where nobody asks whether anything of it has left. */
        public Line(
                @Nullable Long id,
                @Nullable String type,
                @Nullable Long productId,
                @Nullable String code,
                @Nullable BigDecimal quantity,
                @Nullable BigDecimal unitPrice,
                @Nullable Long taxCodeId) {
            this(id, type, productId, code, quantity, unitPrice, taxCodeId, null);
        }

        public boolean isComment() {
            return "EnumLineTypeComment".equals(type);
        }

        /** With its id, without what anybody wrote: {@code 41: 2 of AW1010-NAV-M at 66.67}. */
        public String words() {
            return id + ": " + (quantity == null || !isGoods() ? "" : plain(quantity) + " of ") + code + " at "
                    + (unitPrice == null ? "?" : plain(unitPrice));
        }

        private static String plain(BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }

        /** Whether anything of it is despatched or invoiced. */
        boolean hasMoved() {
            return moved != null && moved.signum() != 0;
        }

        /** Whether enough is known of it to change it. */
        boolean isWhole() {
            return id != null && type != null && unitPrice != null && (!isGoods() || quantity != null);
        }

        /** Whether it is known to be goods. */
        boolean isGoods() {
            return "EnumLineTypeStandard".equals(type);
        }

        /** Whether nothing is known of it but that it is there. */
        public boolean isBare() {
            return type == null && productId == null && code == null && quantity == null && unitPrice == null;
        }
    }

    /** Lines of every type; null when the answer did not carry them. */
    public @Nullable Integer lineCount() {
        return lines == null ? null : lines.size();
    }

    /** Whether enough is known of every line to change it. */
    public boolean tellsAllOfItsLines() {
        return lines != null && lines.stream().allMatch(line -> line.isComment() || line.isWhole());
    }

    /** Whether anything is known of every line. */
    public boolean tellsLines() {
        return lines != null && lines.stream().noneMatch(Line::isBare);
    }

    public boolean isCancelled() {
        return status.equals("EnumDocumentStatusCancelled");
    }

    /** The lines of which something is despatched or invoiced, in words. */
    public List<String> movedLines() {
        return lines == null
                ? List.of()
                : lines.stream().filter(Line::hasMoved).map(Line::words).toList();
    }

    /** Whether all of it is despatched and invoiced. */
    public boolean isComplete() {
        return status.equals("EnumDocumentStatusComplete");
    }

    /**
     * Whether this draft contains what a POST of that order can leave: its header, and some or all of its lines. Who made it
     * cannot be read from it: what we send in {@code document_created_by} may be replaced by the Sage user's name.
     */
    public boolean mayBeHalfOf(NewSalesOrder meant, Site site) {
        Site.Customer customer = site.customers().get(meant.customer());
        return draft
                && customer != null
                && customer.id() == customerId
                && meant.documentDate().equals(documentDate)
                && lines != null
                && lines.size() <= meant.lines().size();
    }
}
