package centrasage.payments.plan;

import centrasage.centra.OrderPayments;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Owner;
import centrasage.flow.PaymentNumber;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.mapping.Sale;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.payments.GiftBank;
import centrasage.payments.PaymentRules;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.MoneyEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of one payment entry of Centra's that is money taken or given back: a receipt or a refund exactly so, skipped, or
 * held with all the reasons. Asks nobody and looks at no clock.
 */
final class MoneyPlanner {
    /** Gift cards are a bank of their own in each currency, which proves to nothing: {@code GIFTGBP}. */
    private final Function<MoneyEntry, String> text;

    private final PaymentRules rules;

    /** @param text writes the entry down as the JSON text of a {@link Command} */
    MoneyPlanner(Function<MoneyEntry, String> text, PaymentRules rules) {
        this.text = text;
        this.rules = rules;
    }

    List<OrderPayments.Entry> money(OrderPayments payments) {
        return payments.money(rules.money());
    }

    /** Whether what was taken is what the order comes to, and by how much it is not. */
    Optional<CaptureSum> difference(OrderPayments payments) {
        return CaptureSum.of(payments, rules.money());
    }

    /** What such an entry is posted as. */
    static PostingKind kind(OrderPayments.Entry entry) {
        return entry.isRefund() ? PostingKind.CUSTOMER_REFUND : PostingKind.RECEIPT;
    }

    /**
     * @param order known, or of before the cut-over
     * @param account the customer account that its order was posted to; empty where that is not known
     */
    Plan plan(
            OrderPayments payments,
            OrderPayments.Entry entry,
            OrderStanding order,
            Optional<String> account,
            Mappings mappings) {
        PostingKey key = order.key();
        if (key == null || (order.state() == PostingState.SKIPPED && !order.isInvoicedByShipment())) {
            return new Plan.Skip(orderNotPosted(payments, order));
        }
        if (order.state() == PostingState.ABANDONED) {
            return new Plan.Hold(List.of(givenUp(payments, entry)));
        }
        if (entry.value().signum() == 0) {
            return new Plan.Skip(new Reason("NO_MONEY", Owner.FINANCE, "It comes to nothing", "Nothing to do"));
        }
        List<Reason> reasons = new ArrayList<>();
        Money value = value(payments, entry, reasons);
        aboveWhatWasPaid(payments, entry).ifPresent(reasons::add);
        String bank = bank(key.company(), entry, mappings, reasons);
        String customer = account.orElseGet(() -> mapped(payments, mappings, reasons));
        if (value == null || bank == null || customer == null || !reasons.isEmpty()) {
            return new Plan.Hold(reasons);
        }
        MoneyEntry money = new MoneyEntry(
                entry.isRefund() ? EntryKind.PAYMENT : EntryKind.RECEIPT,
                key.company(),
                customer,
                bank,
                OrderName.of(payments.order()),
                PaymentKey.of(entry),
                date(entry),
                value,
                entry.reference());
        Command command = new Command(
                new PostingKey(key.company(), kind(entry), sourceKey(payments, entry)),
                OrderName.object(key.company(), money.reference()),
                value,
                null,
                money.date(),
                fingerprint(payments, entry),
                text.apply(money));
        return new Plan.Post(command, waitsForNothing(order) ? null : key);
    }

    /** Money for an order that was cancelled in Sage after it was posted is on its account all the same, and goes back from there. */
    private static boolean waitsForNothing(OrderStanding order) {
        return order.isPosted() || order.state() == PostingState.REVERSED || order.isInvoicedByShipment();
    }

    /**
     * Of the refunds of an order, in the order in which Centra made them, the first that would bring their sum above what was taken, and
     * all after it.
     */
    private Optional<Reason> aboveWhatWasPaid(OrderPayments payments, OrderPayments.Entry entry) {
        if (!entry.isRefund()) {
            return Optional.empty();
        }
        BigDecimal taken = OrderPayments.sum(payments.taken(rules.money()));
        BigDecimal givenBack = OrderPayments.sum(payments.givenBack().stream()
                .filter(other -> OrderPayments.MADE.compare(other, entry) <= 0)
                .toList());
        return givenBack.compareTo(taken) <= 0
                ? Optional.empty()
                : Optional.of(reason(
                        "REFUND_ABOVE_PAID",
                        payments,
                        "of " + shown(entry) + " was given back, which makes " + payments.currency() + " "
                                + givenBack.toPlainString() + " in all, and " + taken.toPlainString() + " were taken",
                        "Find out at the payment provider whether the money was given back twice. If it is right as it is, enter the"
                                + " refund in Sage 200 by hand, then resolve this"));
    }

    private static @Nullable Money value(OrderPayments payments, OrderPayments.Entry entry, List<Reason> reasons) {
        if (!entry.currency().equals(payments.currency())) {
            reasons.add(reason(
                    "PAYMENT_CURRENCY",
                    payments,
                    "is in " + entry.currency() + " and the order in " + payments.currency(),
                    "Compare the payments of the order in Centra, and enter this one by hand, then resolve this"));
        }
        try {
            return Money.of(entry.value().abs(), entry.currency());
        } catch (ArithmeticException | IllegalArgumentException e) {
            reasons.add(reason(
                    "PAYMENT_AMOUNT",
                    payments,
                    "comes to " + entry.value() + " " + entry.currency() + ", which is no amount of that currency",
                    "Compare the payments of the order in Centra, and enter this one by hand, then resolve this"));
            return null;
        }
    }

    private @Nullable String bank(String company, OrderPayments.Entry entry, Mappings mappings, List<Reason> reasons) {
        if (entry.isOfGiftCard()) {
            return GiftBank.of(entry.currency());
        }
        InForce inForce = mappings.on(date(entry));
        InForce.Gateway gateway =
                inForce.gateway(company, entry.gateway(), entry.currency()).orTell(reasons::add);
        return gateway == null ? null : gateway.clearingBank();
    }

    private @Nullable String mapped(OrderPayments payments, Mappings mappings, List<Reason> reasons) {
        Sale sale = new Sale(
                payments.store(), payments.market(), payments.currency(), payments.country(), payments.account());
        InForce.Account account = mappings.on(day(payments)).account(sale).orTell(reasons::add);
        return account == null ? null : account.customer();
    }

    static String sourceKey(OrderPayments payments, OrderPayments.Entry entry) {
        return PaymentNumber.of(Long.toString(payments.order()), entry.id());
    }

    /** What was paid, by which way and when. */
    static String fingerprint(OrderPayments payments, OrderPayments.Entry entry) {
        return Sha256.hex(String.join(
                "\n",
                entry.isRefund() ? "refund/1" : "receipt/1",
                sourceKey(payments, entry),
                entry.type(),
                entry.value().abs().stripTrailingZeros().toPlainString(),
                entry.currency(),
                entry.gateway(),
                entry.reference(),
                entry.createdAt().toString()));
    }

    /** The money at risk. */
    static Money shown(OrderPayments.Entry entry) {
        return ShownAmount.of(entry.value().abs(), entry.currency());
    }

    LocalDate date(OrderPayments.Entry entry) {
        return entry.createdAt().atZone(rules.zone()).toLocalDate();
    }

    private LocalDate day(OrderPayments payments) {
        return payments.orderedAt().atZone(rules.zone()).toLocalDate();
    }

    /** Whether its order is from before the cut-over, so that nothing here will ever know it. */
    boolean isOfBefore(OrderPayments payments) {
        return rules.from().isAfter(payments.order(), day(payments));
    }

    private static Reason orderNotPosted(OrderPayments payments, OrderStanding order) {
        List<String> why = order.reasons().stream().map(Reason::what).toList();
        return new Reason(
                "ORDER_NOT_POSTED",
                Owner.FINANCE,
                "Its order " + payments.order() + " is not posted to Sage 200"
                        + (why.isEmpty()
                                ? ": it is from before the cut-over (orders.from)"
                                : ": " + String.join("; ", why)),
                "Nothing: if the order is posted after all, the payment is posted then");
    }

    private static Reason givenUp(OrderPayments payments, OrderPayments.Entry entry) {
        return reason(
                "ORDER_GIVEN_UP",
                payments,
                "of " + shown(entry) + " belongs to an order that was settled by hand",
                "Enter the payment in Sage 200 by hand, then resolve this");
    }

    private static Reason reason(String code, OrderPayments payments, String what, String remedy) {
        return new Reason(code, Owner.FINANCE, "A payment of order " + payments.order() + " " + what, remedy);
    }
}
