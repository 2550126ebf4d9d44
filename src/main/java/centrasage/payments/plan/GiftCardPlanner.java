package centrasage.payments.plan;

import centrasage.centra.OrderPayments;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.payments.GiftBank;
import centrasage.sage200.ledger.BankEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Decides how what a gift card paid leaves the bank of gift cards for what is owed for them, or comes back from there: so that the bank
 * proves to nothing. Asks nobody.
 */
final class GiftCardPlanner {
    private final Function<BankEntry, String> text;

    /** @param text writes the entry down as the JSON text of a {@link Command} */
    GiftCardPlanner(Function<BankEntry, String> text) {
        this.text = text;
    }

    /**
     * @param money how the same entry is posted to the customer account: this goes out after it
     * @param bank that it is posted to there
     */
    Plan plan(OrderPayments payments, OrderPayments.Entry entry, Command money, String bank, Mappings mappings) {
        PostingKey key = money.key();
        LocalDate day = money.businessDate();
        List<Reason> reasons = new ArrayList<>();
        InForce.Booking booking =
                mappings.on(day).giftCards(key.company(), entry.currency()).orTell(reasons::add);
        if (booking == null) {
            return new Plan.Hold(reasons);
        }
        String nominal = booking.nominal();
        Integer taxCode = booking.taxCode();
        if (nominal == null || taxCode == null) {
            return new Plan.Hold(List.of(incomplete(payments, money.amount())));
        }
        BankEntry leaves = new BankEntry(
                key.kind() == PostingKind.RECEIPT ? BankEntry.Way.PAYMENT : BankEntry.Way.RECEIPT,
                key.company(),
                bank,
                OrderName.of(payments.order()),
                PaymentKey.ofGiftCard(entry),
                day,
                money.amount(),
                nominal,
                taxCode,
                "Gift card, order " + payments.order());
        return new Plan.Post(
                new Command(
                        new PostingKey(key.company(), PostingKind.GIFT_CARD, key.sourceKey()),
                        money.object(),
                        money.amount(),
                        null,
                        day,
                        money.fingerprint(),
                        text.apply(leaves)),
                key);
    }

    /** Whoever settled the money by hand settles this as well: nobody else knows into which bank it went. */
    static Plan settledByHand(OrderPayments payments, OrderPayments.Entry entry, Money value) {
        String bank = GiftBank.of(entry.currency());
        return new Plan.Hold(List.of(new Reason(
                "GIFT_CARD_MONEY_BY_HAND",
                Owner.FINANCE,
                "What a gift card paid or got back of order " + payments.order() + ", " + value
                        + ", was settled by hand, so what follows from it in the bank " + bank
                        + " is not entered either",
                "Where the money stands in the bank " + bank
                        + ", enter by hand how it leaves it for what is owed for gift cards, or"
                        + " comes from there, so that the bank comes to 0.00. Then resolve this")));
    }

    private static Reason incomplete(OrderPayments payments, Money value) {
        return new Reason(
                "GIFT_CARD_BOOKING",
                Owner.FINANCE,
                "A gift card paid " + value + " of order " + payments.order()
                        + ", and the row of nominals.csv for gift-card has no nominal or no tax_code",
                "Give it the account of what is owed for gift cards, and a tax code that is off the VAT return; it is planned again by"
                        + " itself");
    }
}
