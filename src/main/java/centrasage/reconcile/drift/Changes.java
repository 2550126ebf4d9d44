package centrasage.reconcile.drift;

import centrasage.desk.BusinessException.Kind;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderComparison;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sync.store.PostedDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an order in Sage is not as it was posted. Comments may come and go: people write notes for the warehouse. Of an order
 * whose person was erased only its key, total and VAT are known.
 */
final class Changes {
    private final Command command;
    private final @Nullable NewSalesOrder meant;
    private final Site site;
    private final boolean totalsTold;
    private final boolean wasOff;
    private final @Nullable Money answered;

    /**
     * @param correction of its total, where one was posted: it changed the rounding line
     * @param wasOff whether a person may have put its totals right, at whatever line: then prices are not compared
     * @param told what people were told already: totals that were other ones from the beginning are not told again, for as long as
     *     they are those
     */
    Changes(PostedDocument posted, Optional<OrderCorrection> correction, boolean wasOff, Site site, Set<Kind> told) {
        this.command = posted.command();
        this.answered = posted.targetTotal();
        this.meant = command.isErased() ? null : meant(SalesOrderJson.read(command.document()), correction);
        this.wasOff = wasOff;
        this.site = site;
        this.totalsTold = told.contains(Kind.TOTAL_DIFFERS) || told.contains(Kind.VAT_DIFFERS);
    }

    private static NewSalesOrder meant(NewSalesOrder sent, Optional<OrderCorrection> correction) {
        return correction.map(made -> made.applied(sent)).orElse(sent);
    }

    /** In words; none where it is as it was posted. */
    List<String> of(SalesOrder order) {
        List<String> others = new ArrayList<>();
        String key = OrderName.of(command.key().sourceKey());
        if (!order.customerDocumentNo().equalsIgnoreCase(key)) {
            others.add("its customer order number is \"" + order.customerDocumentNo() + "\", not " + key);
        }
        if (meant != null) {
            OrderComparison comparison = new OrderComparison(order, meant, site);
            comparison.customer().ifPresent(others::add);
            boolean putRight = wasOff && totals(order).isEmpty();
            others.addAll(putRight ? comparison.goods() : comparison.lines());
        }
        boolean isKnown = others.isEmpty() && totalsTold && isAsAnswered(order);
        List<String> all = new ArrayList<>(isKnown ? List.of() : totals(order));
        all.addAll(others);
        return all;
    }

    /** What Sage answered was not kept by older versions. */
    private boolean isAsAnswered(SalesOrder order) {
        return answered == null || order.total().compareTo(answered.amount()) == 0;
    }

    /** How its totals differ, in words. */
    List<String> totals(SalesOrder order) {
        List<String> words = new ArrayList<>();
        if (!isZero(totalOff(order))) {
            words.add("its total is " + order.total().toPlainString() + ", not " + command.amount());
        }
        Money vat = command.vat();
        if (vat != null && !isZero(vatOff(order))) {
            words.add("its VAT is " + order.vat().toPlainString() + ", not " + vat);
        }
        return words;
    }

    /** The difference in the total, or else in the VAT; the whole order where it stands in another account. */
    Money atRisk(SalesOrder order) {
        boolean otherAccount = meant != null
                && new OrderComparison(order, meant, site).customer().isPresent();
        if (otherAccount) {
            return command.amount();
        }
        BigDecimal off = isZero(totalOff(order)) ? vatOff(order) : totalOff(order);
        return Money.rounded(off.abs(), command.amount().currency(), RoundingMode.UP);
    }

    /** Whether finance must look at it, rather than the warehouse. */
    boolean concernMoney(SalesOrder order) {
        return !atRisk(order).isZero();
    }

    private BigDecimal totalOff(SalesOrder order) {
        return order.total().subtract(command.amount().amount());
    }

    private BigDecimal vatOff(SalesOrder order) {
        Money vat = command.vat();
        return vat == null ? BigDecimal.ZERO : order.vat().subtract(vat.amount());
    }

    private static boolean isZero(BigDecimal amount) {
        return amount.signum() == 0;
    }
}
