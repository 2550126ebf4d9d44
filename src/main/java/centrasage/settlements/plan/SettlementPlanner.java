package centrasage.settlements.plan;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.SupplierPayment;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is posted for a batch (posting rules, section 8): one transfer for each payout, one entry for each purpose and kind of what
 * was kept, or one payment of the provider as a supplier, one transfer for each pair of currencies. All of it together moves the clearing banks by what the batch moved them, but for what
 * settles nothing yet and what is carried. Asks nobody.
 */
public final class SettlementPlanner {
    /** As its posting's document. */
    public static final String DOCUMENT = DocumentVersion.SETTLEMENT;

    private static final String CONVERSION = "conversion";

    private final Function<BankEntry, String> entryText;
    private final Function<BankTransfer, String> transferText;
    private final Function<SupplierPayment, String> paymentText;

    /** They write down what is posted as the JSON text of a {@link Command}. */
    public SettlementPlanner(
            Function<BankEntry, String> entryText,
            Function<BankTransfer, String> transferText,
            Function<SupplierPayment, String> paymentText) {
        this.entryText = entryText;
        this.transferText = transferText;
        this.paymentText = paymentText;
    }

    /** What is posted for the line at this place of a batch, by the names of its postings: what it comes to more, and what of it is in suspense. */
    public static Set<String> namesOfLine(long place) {
        return Set.of(rounding(place), suspense(place));
    }

    private static String rounding(long place) {
        return "rounding-" + place;
    }

    private static String suspense(long place) {
        return "suspense-" + place;
    }

    /** In the order in which they go out; nothing for what comes to nothing. */
    public List<Intended> plan(ToPost batch, InForce mappings) {
        List<Intended> intended = new ArrayList<>();
        new TreeMap<>(batch.sums().exchanged()).forEach((currency, exchanged) -> {
            if (!exchanged.gross().isZero() || !exchanged.worth().isZero()) {
                intended.add(exchange(batch, "exchange-" + currency, exchanged, mappings));
            }
        });
        conversion(batch, mappings, intended);
        charges(batch, mappings, intended);
        batch.variances().stream()
                .filter(variance -> !variance.more().isZero())
                .forEach(variance -> intended.add(rounding(batch, variance, mappings)));
        batch.suspended().stream()
                .filter(suspended -> !suspended.moved().isZero())
                .forEach(suspended -> intended.add(suspense(batch, suspended, mappings)));
        batch.payouts().stream()
                .filter(payout -> !payout.line().own().isZero())
                .forEach(payout -> intended.add(payout(batch, payout, mappings)));
        return intended;
    }

    private Intended payout(ToPost batch, ToPost.Payout payout, InForce mappings) {
        SettlementLine line = payout.line();
        Money amount = line.own();
        Slot slot = new Slot(
                batch,
                PostingKind.PAYOUT,
                "payout-" + payout.number(),
                amount.abs(),
                Objects.requireNonNullElse(line.bookedOn(), batch.day()),
                List.of(amount));
        List<Reason> reasons = new ArrayList<>();
        InForce.Settlement banks = banks(batch, amount, mappings).orTell(reasons::add);
        BigDecimal rate = batch.rates().of(amount.currency());
        String difference =
                rate == null ? null : difference(batch, amount, "pays out " + amount.abs(), mappings, reasons);
        if (banks == null || !reasons.isEmpty()) {
            return slot.held(reasons);
        }
        boolean paidOut = amount.isNegative();
        String words = line.references().modification();
        return slot.posted(transferText.apply(new BankTransfer(
                batch.company(),
                paidOut ? banks.clearingBank() : banks.bank(),
                paidOut ? banks.bank() : banks.clearingBank(),
                SettlementReference.first(batch.key()),
                SettlementReference.second(batch.key(), slot.name()),
                slot.day(),
                slot.amount(),
                slot.amount(),
                difference,
                paidOut ? new BankTransfer.Rates(rate, null) : new BankTransfer.Rates(null, rate),
                (paidOut ? "Payout of " : "Payout returned to ")
                        + batch.key()
                        + (words.isEmpty() ? "" : ", " + words))));
    }

    /** Of the currency of an amount. */
    private static Mapped<InForce.Settlement> banks(ToPost batch, Money amount, InForce mappings) {
        return batch.key().banks(mappings, batch.company(), amount.currency());
    }

    private Intended exchange(ToPost batch, String name, BatchSums.Exchanged exchanged, InForce mappings) {
        Money gross = exchanged.gross();
        Money worth = exchanged.worth();
        boolean back = gross.isNegative();
        Slot slot = new Slot(
                batch,
                PostingKind.CURRENCY_TRANSFER,
                name,
                (back ? worth : gross).abs(),
                batch.day(),
                List.of(Money.zero(gross.currency()).minus(gross), worth));
        List<Reason> reasons = new ArrayList<>();
        InForce.Settlement here = banks(batch, gross, mappings).orTell(reasons::add);
        InForce.Settlement there = banks(batch, worth, mappings).orTell(reasons::add);
        String difference = difference(batch, worth, "exchanges " + gross + " for " + worth, mappings, reasons);
        if (gross.isZero() || worth.isZero() || gross.isNegative() != worth.isNegative()) {
            reasons.add(reason(
                    "EXCHANGE_CONTRADICTS",
                    batch,
                    "exchanges " + gross + " for " + worth,
                    "Ask the provider, and enter the transfer between both clearing banks by hand"));
        }
        if (here == null || there == null || difference == null || !reasons.isEmpty()) {
            return slot.held(reasons);
        }
        BigDecimal ofGross = batch.rates().of(gross.currency());
        BigDecimal ofWorth = batch.rates().kept(gross, worth);
        return slot.posted(transferText.apply(new BankTransfer(
                batch.company(),
                back ? there.clearingBank() : here.clearingBank(),
                back ? here.clearingBank() : there.clearingBank(),
                SettlementReference.first(batch.key()),
                SettlementReference.second(batch.key(), name),
                slot.day(),
                slot.amount(),
                (back ? gross : worth).abs(),
                difference,
                back ? new BankTransfer.Rates(ofWorth, ofGross) : new BankTransfer.Rates(ofGross, ofWorth),
                "Exchanged by " + batch.key())));
    }

    /** The account of what an amount gains or loses in the company's own currency; null where none is named, with the reason. */
    private static @Nullable String difference(
            ToPost batch, Money amount, String what, InForce mappings, List<Reason> reasons) {
        InForce.Booking booking = mappings.charge(
                        batch.company(),
                        "fx",
                        batch.key().psp(),
                        "",
                        amount.currency().getCurrencyCode())
                .orTell(reasons::add);
        if (booking != null && booking.nominal() == null) {
            reasons.add(reason(
                    "CHARGE_BOOKING",
                    batch,
                    what + ", and its row fx in nominals.csv has no nominal",
                    "Name the account of exchange differences. It is planned again by itself"));
        }
        return booking == null ? null : booking.nominal();
    }

    /** Posted by the batch from which the money goes; where there are more than two currencies, a person says which went where. */
    private void conversion(ToPost batch, InForce mappings, List<Intended> intended) {
        Money ours = batch.sums().own(LineKind.CONVERSION, batch.key().currency());
        if (ours.isZero()) {
            return;
        }
        Map<String, Money> others = new TreeMap<>(batch.conversions());
        others.remove(batch.key().currency().getCurrencyCode());
        others.values().removeIf(Money::isZero);
        Money other = others.size() == 1 ? others.values().iterator().next() : null;
        if (other == null || other.isNegative() == ours.isNegative()) {
            Slot slot =
                    new Slot(batch, PostingKind.CURRENCY_TRANSFER, CONVERSION, ours.abs(), batch.day(), List.of(ours));
            intended.add(slot.held(List.of(unclear(batch, ours, others))));
        } else if (ours.isNegative()) {
            Money paid = Money.zero(ours.currency()).minus(ours);
            intended.add(exchange(batch, CONVERSION, new BatchSums.Exchanged(paid, other), mappings));
        }
    }

    private static Reason unclear(ToPost batch, Money ours, Map<String, Money> others) {
        return reason(
                "CONVERSION_UNCLEAR",
                batch,
                "exchanges " + ours + ", and "
                        + (others.isEmpty()
                                ? "no batch in another currency is known that exchanges the same"
                                : "it cannot be told for which of " + others.values()),
                "Enter the transfer between both clearing banks by hand as the provider's report says it, then resolve this");
    }

    private void charges(ToPost batch, InForce mappings, List<Intended> intended) {
        SupplierDeduction deduction = new SupplierDeduction(batch, mappings, paymentText);
        ChargeBooking booking = new ChargeBooking(batch, mappings);
        for (List<Charge> charges : Charge.of(batch)) {
            booking.book(charges.stream()
                            .filter(Predicate.not(deduction::takes))
                            .toList())
                    .forEach(booked -> intended.add(charge(batch, booked)));
            charges.stream().filter(deduction::takes).map(deduction::intended).forEach(intended::add);
        }
    }

    private Intended charge(ToPost batch, Booked booked) {
        Money kept = booked.kept();
        Slot slot = new Slot(
                batch,
                PostingKind.SETTLEMENT_CHARGE,
                booked.charge().name(),
                kept.abs(),
                booked.charge().day(),
                List.of(Money.zero(kept.currency()).minus(kept)));
        return booked.match(entry -> slot.posted(entryText.apply(entry)), slot::held);
    }

    /** Of a line that comes to more than what it settles, more is in the clearing bank than was taken for granted. */
    private Intended rounding(ToPost batch, ToPost.Variance variance, InForce mappings) {
        return ofLine(batch, rounding(variance.place()), ChargeBooking.ROUNDING, variance.more(), mappings);
    }

    private Intended suspense(ToPost batch, ToPost.Suspended suspended, InForce mappings) {
        return ofLine(batch, suspense(suspended.place()), "suspense", suspended.moved(), mappings);
    }

    private Intended ofLine(ToPost batch, String name, String purpose, Money given, InForce mappings) {
        Money kept = Money.zero(given.currency()).minus(given);
        return charge(batch, new ChargeBooking(batch, mappings).book(Charge.of(name, purpose, kept, batch.day())));
    }

    static Reason reason(String code, ToPost batch, String what, String remedy) {
        return new Reason(code, Owner.FINANCE, "The batch " + batch.key() + " " + what, remedy);
    }
}
