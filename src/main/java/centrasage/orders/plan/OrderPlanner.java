package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.orders.PostAs;
import centrasage.orders.charged.Charges;
import centrasage.orders.charged.Charging;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.ByHand;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.Fingerprint;
import centrasage.orders.check.GiftCards;
import centrasage.orders.check.OrderChecks;
import centrasage.orders.check.OrderRules;
import centrasage.orders.check.PaymentCover;
import centrasage.orders.check.Standing;
import centrasage.orders.document.CodedOrder;
import centrasage.orders.document.Coding;
import centrasage.orders.document.Totalling;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.InvoicedOrder;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of one order of Centra's in Sage 200: posted exactly so, skipped, or held with all the reasons. Asks
 * nobody and looks at no clock: the same order, mappings, site and rules give the same plan.
 */
final class OrderPlanner {
    /** Everything was checked as if the order were posted. */
    private static final Reason VALIDATED = new Reason(
            OrderStanding.VALIDATED_ONLY,
            Owner.FINANCE,
            "The order is validated, and nothing of it is posted as a sales order (orders.post-as = sales-invoice)",
            "Nothing: each of its shipments is invoiced once it has left");

    private final Function<NewSalesOrder, String> text;
    private final Function<InvoicedOrder, String> invoicedText;
    private final PostAs postAs;

    /** @param text writes the order down as the JSON text of a {@link Command} */
    OrderPlanner(Function<NewSalesOrder, String> text) {
        this(text, invoiced -> "", PostAs.SALES_ORDER);
    }

    /** @param invoicedText writes the order down where its shipments are invoiced */
    OrderPlanner(Function<NewSalesOrder, String> text, Function<InvoicedOrder, String> invoicedText, PostAs postAs) {
        this.text = text;
        this.invoicedText = invoicedText;
        this.postAs = postAs;
    }

    Plan plan(Order order, Mappings mappings, Site site, OrderRules rules) {
        Complaints complaints = new Complaints();
        Standing standing = new Standing(order, rules);
        Optional<Reason> skip = standing.skip();
        if (skip.isPresent()) {
            return new Plan.Skip(skip.get());
        }
        standing.complain(complaints);
        new OrderChecks(order, complaints).run();
        new GiftCards(order, rules, complaints).run();
        new PaymentCover(order, complaints).run();
        Command command = command(order, mappings, site, rules, complaints);
        if (command == null || !complaints.none()) {
            return new Plan.Hold(complaints.reasons());
        }
        return postAs == PostAs.SALES_INVOICE ? new Plan.Skip(VALIDATED, command) : new Plan.Post(command);
    }

    /** The company whose Sage is to be looked at for this order: of no account, the usual one. */
    static String company(Order order, Mappings mappings, OrderRules rules) {
        InForce.Account account = new Coding(order, mappings.on(date(order, rules)), rules, new Complaints()).account();
        return account == null || account.company() == null ? rules.defaultCompany() : account.company();
    }

    private @Nullable Command command(
            Order order, Mappings mappings, Site site, OrderRules rules, Complaints complaints) {
        LocalDate date = date(order, rules);
        InForce inForce = mappings.on(date);
        new AmountChecks(order, complaints).run();
        Charges charges = new Charging(order, rules.giftCards().areVouchersTender(), complaints).charges();
        Coding coding = new Coding(order, inForce, rules, complaints);
        InForce.Account account = coding.account();
        if (account != null && !site.company().equals(account.company())) {
            complaints.add(
                    "OTHER_COMPANY",
                    Owner.FINANCE,
                    "The order belongs to Sage company " + account.company() + ", and what was read is company "
                            + site.company() + " (accounts.csv)",
                    "Correct accounts.csv" + ByHand.OR_ENTER);
            return null;
        }
        CodedOrder coded = coding.code(site.company(), account == null ? null : account.customer(), charges, site);
        return coded == null || !complaints.none()
                ? null
                : command(order, coded, charges, inForce, new Totalling(order, site, rules, complaints), date);
    }

    private @Nullable Command command(
            Order order, CodedOrder coded, Charges charges, InForce inForce, Totalling totalling, LocalDate date) {
        if (postAs == PostAs.SALES_INVOICE) {
            InvoicedOrder invoiced = totalling.invoiced(coded, charges, date);
            return invoiced == null ? null : command(order, invoiced.order(), invoicedText.apply(invoiced));
        }
        NewSalesOrder document = totalling.total(coded, charges, inForce, date);
        return document == null ? null : command(order, document, text.apply(document));
    }

    private static LocalDate date(Order order, OrderRules rules) {
        return order.createdAt().atZone(rules.zone()).toLocalDate();
    }

    private static Command command(Order order, NewSalesOrder document, String written) {
        String company = document.company();
        return new Command(
                new PostingKey(company, PostingKind.ORDER, Long.toString(order.number())),
                OrderName.object(company, document.customerDocumentNo()),
                document.total(),
                document.vat(),
                document.documentDate(),
                Fingerprint.of(order),
                written);
    }
}
