package centrasage.refunds.plan;

import centrasage.centra.OrderPayments;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.PaymentNumber;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundRules.WithoutReturnVat;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.SalesDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of one refund without a return: a credit note of what is due of it, skipped, or held with all the reasons. The
 * money itself goes its own way, with the payments of the order. Asks nobody and looks at no clock.
 */
final class GoodwillPlanner {
    private final Function<SalesDocument, String> text;
    private final RefundRules rules;

    /** @param text writes the credit note down as the JSON text of a {@link Command} */
    GoodwillPlanner(Function<SalesDocument, String> text, RefundRules rules) {
        this.text = text;
        this.rules = rules;
    }

    /**
     * @param due what is to be credited of it: {@link RefundsDue}
     * @param now its order is known, or of before the cut-over; its day is that of the refund
     */
    Plan plan(OrderPayments payments, OrderPayments.Entry refund, BigDecimal due, Situation now, Mappings mappings) {
        RefundReasons reasons = new RefundReasons(payments, refund);
        Standing standing = new Standing(now, reasons.standing());
        PostingKey order = now.order().key();
        Optional<Reason> notForTheLedger = standing.notForTheLedger();
        if (order == null || notForTheLedger.isPresent()) {
            return new Plan.Skip(notForTheLedger.orElseThrow());
        }
        if (refund.value().signum() == 0) {
            return new Plan.Skip(reasons.standing().noValue());
        }
        if (due.signum() == 0) {
            return new Plan.Skip(reasons.notDue());
        }
        List<Reason> against = new ArrayList<>();
        Money value = value(payments, refund, due, reasons, against);
        standing.byHand().or(standing::notYet).ifPresent(against::add);
        WithoutReturnVat rule = rules.withoutReturnVat().orElse(null);
        if (rule == null) {
            against.add(reasons.noVatRule());
        }
        NewSalesOrder sold = now.sold();
        Site site = now.site();
        if (value == null || rule == null || sold == null || site == null || !against.isEmpty()) {
            return new Plan.Hold(against);
        }
        if (!value.currency().equals(sold.total().currency())) {
            return new Plan.Hold(
                    List.of(reasons.otherCurrency(sold.total().currency().getCurrencyCode())));
        }
        Credit.Made credit = new RefundCredit(sold, site, mappings.on(now.completedOn()), reasons)
                .document(payments.order(), refund.id(), now.completedOn(), value, rule);
        SalesDocument whole = credit.document();
        return whole == null
                ? new Plan.Hold(credit.reasons())
                : credited(
                        payments,
                        refund,
                        standing.fitted(whole, reasons.otherCurrency(refund.currency()), rules.tolerance()));
    }

    private static @Nullable Money value(
            OrderPayments payments,
            OrderPayments.Entry refund,
            BigDecimal due,
            RefundReasons reasons,
            List<Reason> against) {
        try {
            Money value = Money.of(due, refund.currency());
            if (!refund.currency().equals(payments.currency())) {
                against.add(reasons.otherCurrency(payments.currency()));
            }
            return value;
        } catch (ArithmeticException | IllegalArgumentException e) {
            against.add(reasons.amount());
            return null;
        }
    }

    private Plan credited(OrderPayments payments, OrderPayments.Entry refund, Credit.Made credit) {
        SalesDocument document = credit.document();
        if (document == null) {
            return new Plan.Hold(credit.reasons());
        }
        return new Plan.Post(new Command(
                new PostingKey(document.company(), PostingKind.CREDIT_NOTE, sourceKey(payments, refund)),
                OrderName.object(document.company(), document.reference()),
                document.value(),
                new Money(document.tax(), document.value().currency()),
                document.date(),
                fingerprint(payments, refund),
                text.apply(document)));
    }

    static String sourceKey(OrderPayments payments, OrderPayments.Entry refund) {
        return PaymentNumber.of(Long.toString(payments.order()), refund.id());
    }

    /** What was given back and when: what of it is due may change without it. */
    static String fingerprint(OrderPayments payments, OrderPayments.Entry refund) {
        return Sha256.hex(String.join(
                "\n",
                "goodwill/1",
                sourceKey(payments, refund),
                refund.value().abs().stripTrailingZeros().toPlainString(),
                refund.currency(),
                refund.createdAt().toString()));
    }

    /** The money at risk. */
    static Money shown(OrderPayments.Entry refund, BigDecimal due) {
        return ShownAmount.of(due.signum() == 0 ? refund.value().abs() : due, refund.currency());
    }

    LocalDate date(OrderPayments.Entry refund) {
        return refund.createdAt().atZone(rules.zone()).toLocalDate();
    }

    /** Whether its order is from before the cut-over, so that nothing here will ever know it. */
    boolean isOfBefore(OrderPayments payments) {
        return rules.from()
                .isAfter(
                        payments.order(),
                        payments.orderedAt().atZone(rules.zone()).toLocalDate());
    }
}
