package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.ReturnNumber;
import centrasage.flow.Sha256;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundRules.CreditWhen;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.SalesDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of one return: a credit note or a sales return exactly so, skipped, or held with all the reasons. How its money went, and whether
 * other goods were sent instead, does not matter here. Asks nobody and looks at no clock.
 */
final class CreditPlanner {
    private static final Set<String> STATUSES = Set.of("PENDING", "COMPLETED");

    private final Function<SalesDocument, String> text;
    private final RefundRules rules;
    private final @Nullable SalesReturns salesReturns;

    /**
     * @param text writes the credit note down as the JSON text of a {@link Command}
     * @param salesReturns what makes sales returns; null where all becomes credit notes
     */
    CreditPlanner(Function<SalesDocument, String> text, RefundRules rules, @Nullable SalesReturns salesReturns) {
        this.text = text;
        this.rules = rules;
        this.salesReturns = salesReturns;
    }

    /** @param now its order is known, or of before the cut-over */
    Plan plan(OrderReturn made, Situation now, Mappings mappings) {
        CreditReasons reasons = new CreditReasons(made);
        PostingKey order = now.order().key();
        if (made.isGone()) {
            return new Plan.Skip(reasons.deleted());
        }
        if (!STATUSES.contains(made.status())) {
            return hold(reasons.unknownStatus());
        }
        if (!made.isCompleted()) {
            return new Plan.Skip(reasons.notCompleted());
        }
        Standing standing = new Standing(now, reasons.standing());
        Optional<Reason> notForTheLedger = standing.notForTheLedger();
        if (order == null || notForTheLedger.isPresent()) {
            return new Plan.Skip(notForTheLedger.orElseThrow());
        }
        if (made.total().signum() == 0) {
            return new Plan.Skip(reasons.standing().noValue());
        }
        List<Reason> against = against(made, now, standing, reasons);
        NewSalesOrder sold = now.sold();
        Site site = now.site();
        if (sold == null || site == null || !against.isEmpty()) {
            return new Plan.Hold(against);
        }
        SalesReturns returns = returns(now);
        Drawn drawn = returns == null
                ? creditNote(
                        new Credit(made, sold, site, now.completedOn(), rules, reasons).document(mappings),
                        standing,
                        reasons)
                : salesReturn(returns.drawn(made, now, mappings), standing, reasons);
        return credited(made, order, drawn, now);
    }

    /** Null where it becomes a credit note: what was never a sales order of Sage's has nothing to go back to. */
    private @Nullable SalesReturns returns(Situation now) {
        return now.order().isInvoicedByShipment() ? null : salesReturns;
    }

    private Drawn creditNote(Credit.Made credit, Standing standing, CreditReasons reasons) {
        SalesDocument whole = credit.document();
        if (whole == null) {
            return Drawn.none(credit.reasons());
        }
        Credit.Made fitted = standing.fitted(whole, reasons.otherCurrencyInSage(), rules.tolerance());
        SalesDocument document = fitted.document();
        return document == null
                ? Drawn.none(fitted.reasons())
                : Drawn.of(
                        document.value(),
                        new Money(document.tax(), document.value().currency()),
                        text.apply(document));
    }

    private static Drawn salesReturn(Drawn drawn, Standing standing, CreditReasons reasons) {
        Drawn.Content content = drawn.content();
        List<Reason> above =
                content == null ? List.of() : standing.above(content.value(), reasons.otherCurrencyInSage());
        return above.isEmpty() ? drawn : Drawn.none(above);
    }

    /** What stands against it whatever its amounts. */
    private List<Reason> against(OrderReturn made, Situation now, Standing standing, CreditReasons reasons) {
        Optional<Reason> byHand = standing.byHand();
        if (byHand.isPresent()) {
            return List.of(byHand.get());
        }
        List<Reason> against = new ArrayList<>();
        if (rules.creditWhen() == CreditWhen.RETURNED_TO_STOCK && !made.returnedToStock()) {
            against.add(reasons.notReturnedToStock());
        }
        standing.notYet().ifPresent(against::add);
        if (!now.perhapsCredited().isEmpty()) {
            against.add(reasons.perhapsCredited(now.perhapsCredited()));
        }
        if (returns(now) != null && !now.noSalesReturns().isEmpty() && now.sold() != null) {
            against.add(reasons.noSalesReturns(now.sold().company(), now.noSalesReturns()));
        }
        return against;
    }

    private Plan credited(OrderReturn made, PostingKey order, Drawn drawn, Situation now) {
        Drawn.Content content = drawn.content();
        if (content == null) {
            return new Plan.Hold(drawn.reasons());
        }
        return new Plan.Post(new Command(
                new PostingKey(order.company(), PostingKind.CREDIT_NOTE, sourceKey(made)),
                OrderName.object(order.company(), OrderName.of(made.order())),
                content.value(),
                content.vat(),
                now.completedOn(),
                fingerprint(made),
                content.text()));
    }

    private static Plan hold(Reason reason) {
        return new Plan.Hold(List.of(reason));
    }

    static String sourceKey(OrderReturn made) {
        return ReturnNumber.of(made.order(), made.id());
    }

    /** What came back, and what was given for it. */
    static String fingerprint(OrderReturn made) {
        OrderReturn.Totals totals = made.totals();
        String lines = made.lines().stream()
                .map(line -> line.id() + "*" + line.quantity() + "=" + plain(line.gross()) + "/" + plain(line.net()))
                .collect(Collectors.joining(","));
        return Sha256.hex(String.join(
                "\n",
                "credit/1",
                sourceKey(made),
                plain(made.total()),
                plain(made.net()),
                made.currency(),
                lines,
                plain(totals.shipping().value()),
                plain(totals.handling().value()),
                plain(totals.returnCost().value()),
                plain(totals.discounts().value())));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** The money at risk. */
    static Money shown(OrderReturn made) {
        return ShownAmount.of(made.total().abs(), made.currency());
    }

    /** Whether its order is from before the cut-over, so that nothing here will ever know it. */
    boolean isOfBefore(OrderReturn made) {
        LocalDate ordered = made.orderedAt().atZone(rules.zone()).toLocalDate();
        return rules.from().isAfter(made.order(), ordered);
    }
}
