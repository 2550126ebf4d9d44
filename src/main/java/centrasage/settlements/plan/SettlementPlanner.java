package centrasage.settlements.plan;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import centrasage.sync.posting.Planned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is posted for a batch (posting rules, section 8): one transfer for each payout, one entry for each purpose and kind of what
 * was kept, one transfer for each pair of currencies. All of it together moves the clearing bank by what the batch moved it, but for what
 * settles nothing yet. Asks nobody.
 */
public final class SettlementPlanner {
    /** As its posting's document. */
    public static final String DOCUMENT = "settlement";

    private static final Map<LineKind, Charge> PURPOSES = purposes();

    private final Function<BankEntry, String> entryText;
    private final Function<BankTransfer, String> transferText;

    /** Both write down what is posted as the JSON text of a {@link Command}. */
    public SettlementPlanner(Function<BankEntry, String> entryText, Function<BankTransfer, String> transferText) {
        this.entryText = entryText;
        this.transferText = transferText;
    }

    /** Of which purpose the lines of a kind are, without their sum. */
    private static Map<LineKind, Charge> purposes() {
        Money none = Money.of("0", "GBP");
        Map<LineKind, Charge> purposes = new EnumMap<>(LineKind.class);
        purposes.put(LineKind.CHARGEBACK, Charge.of("chargeback", "chargeback", none));
        purposes.put(LineKind.CHARGEBACK_REVERSAL, Charge.of("chargeback-reversal", "chargeback", none));
        purposes.put(LineKind.RESERVE, Charge.of("reserve", "reserve", none));
        purposes.put(LineKind.INVOICE_DEDUCTION, Charge.of("invoice-deduction", "invoice-deduction", none));
        return purposes;
    }

    /** In the order in which they go out; nothing for what comes to nothing. */
    public List<Planned> plan(ToPost batch, InForce mappings) {
        List<Planned> plans = new ArrayList<>();
        String here = batch.key().currency().getCurrencyCode();
        new TreeMap<>(batch.sums().exchanged())
                .forEach((currency, exchanged) ->
                        plans.add(exchange(batch, "exchange-" + currency, exchanged, currency, here, mappings)));
        conversion(batch, mappings, plans);
        plans.addAll(charges(batch, mappings));
        batch.variances().forEach(variance -> plans.add(rounding(batch, variance, mappings)));
        batch.payouts().stream()
                .filter(payout -> !payout.line().own().isZero())
                .forEach(payout -> plans.add(payout(batch, payout, mappings)));
        return plans;
    }

    private Planned payout(ToPost batch, ToPost.Payout payout, InForce mappings) {
        SettlementLine line = payout.line();
        Money amount = line.own();
        LocalDate day = Objects.requireNonNullElse(line.bookedOn(), batch.day());
        String name = "payout-" + payout.place();
        List<Reason> reasons = new ArrayList<>();
        InForce.Settlement banks =
                banks(batch, batch.key().currency().getCurrencyCode(), mappings).orTell(reasons::add);
        if (banks == null) {
            return held(batch, PostingKind.PAYOUT, name, amount.abs(), day, reasons);
        }
        boolean paidOut = amount.isNegative();
        BankTransfer transfer = new BankTransfer(
                batch.company(),
                paidOut ? banks.clearingBank() : banks.bank(),
                paidOut ? banks.bank() : banks.clearingBank(),
                SettlementReference.first(batch.key()),
                SettlementReference.second(batch.key(), name),
                day,
                amount.abs(),
                amount.abs(),
                null,
                (paidOut ? "Payout of " : "Payout returned to ")
                        + batch.key()
                        + (line.references().modification().isEmpty()
                                ? ""
                                : ", " + line.references().modification()));
        return posted(batch, PostingKind.PAYOUT, name, amount.abs(), day, transferText.apply(transfer));
    }

    private static Mapped<InForce.Settlement> banks(ToPost batch, String currency, InForce mappings) {
        return mappings.settlement(
                batch.company(), batch.key().psp(), batch.key().account(), currency);
    }

    private Planned exchange(
            ToPost batch, String name, BatchSums.Exchanged exchanged, String here, String there, InForce mappings) {
        List<Reason> reasons = new ArrayList<>();
        InForce.Settlement from = banks(batch, here, mappings).orTell(reasons::add);
        InForce.Settlement to = banks(batch, there, mappings).orTell(reasons::add);
        InForce.Booking difference = mappings.charge(
                        batch.company(), "fx", batch.key().psp(), "", there)
                .orTell(reasons::add);
        if (exchanged.gross().isZero()
                || exchanged.worth().isZero()
                || exchanged.gross().isNegative() != exchanged.worth().isNegative()) {
            reasons.add(reason(
                    "EXCHANGE_CONTRADICTS",
                    batch,
                    "exchanges " + exchanged.gross() + " for " + exchanged.worth(),
                    "Ask the provider, and enter the transfer between both clearing banks by hand"));
        }
        if (from == null || to == null || difference == null || !reasons.isEmpty()) {
            return held(
                    batch,
                    PostingKind.CURRENCY_TRANSFER,
                    name,
                    exchanged.worth().abs(),
                    batch.day(),
                    reasons);
        }
        boolean back = exchanged.gross().isNegative();
        BankTransfer transfer = new BankTransfer(
                batch.company(),
                back ? to.clearingBank() : from.clearingBank(),
                back ? from.clearingBank() : to.clearingBank(),
                SettlementReference.first(batch.key()),
                SettlementReference.second(batch.key(), name),
                batch.day(),
                (back ? exchanged.worth() : exchanged.gross()).abs(),
                (back ? exchanged.gross() : exchanged.worth()).abs(),
                difference.nominal(),
                "Exchanged by " + batch.key());
        return posted(
                batch,
                PostingKind.CURRENCY_TRANSFER,
                name,
                exchanged.worth().abs(),
                batch.day(),
                transferText.apply(transfer));
    }

    /** Posted by the batch from which the money goes; where there are more than two currencies, a person says which went where. */
    private void conversion(ToPost batch, InForce mappings, List<Planned> plans) {
        Money ours = batch.sums().own(LineKind.CONVERSION, batch.key().currency());
        if (ours.isZero()) {
            return;
        }
        Map<String, Money> others = new TreeMap<>(batch.conversions());
        others.remove(batch.key().currency().getCurrencyCode());
        others.values().removeIf(Money::isZero);
        Money other = others.size() == 1 ? others.values().iterator().next() : null;
        if (other == null || other.isNegative() == ours.isNegative()) {
            plans.add(
                    held(
                            batch,
                            PostingKind.CURRENCY_TRANSFER,
                            "conversion",
                            ours.abs(),
                            batch.day(),
                            List.of(
                                    reason(
                                            "CONVERSION_UNCLEAR",
                                            batch,
                                            "exchanges " + ours + ", and "
                                                    + (others.isEmpty()
                                                            ? "no batch in another currency is known that exchanges the same"
                                                            : "it cannot be told for which of " + others.values()),
                                            "Enter the transfer between both clearing banks by hand as the provider's report says it, then resolve this"))));
        } else if (ours.isNegative()) {
            Money none = Money.zero(ours.currency());
            plans.add(exchange(
                    batch,
                    "conversion",
                    new BatchSums.Exchanged(none.minus(ours), other),
                    ours.currency().getCurrencyCode(),
                    other.currency().getCurrencyCode(),
                    mappings));
        }
    }

    private List<Planned> charges(ToPost batch, InForce mappings) {
        List<Charge> charges = new ArrayList<>();
        kept(batch).forEach((kind, kept) -> charges.add(Charge.fee(kind, kept)));
        PURPOSES.forEach((kind, charge) -> charges.add(Charge.of(charge.name(), charge.purpose(), taken(batch, kind))));
        charges.removeIf(charge -> charge.kept().isZero());
        return new ChargeBooking(batch, mappings)
                .book(charges).stream()
                        .map(booked -> booked.match(
                                entry -> entry(batch, booked.charge(), entry),
                                reasons -> held(
                                        batch,
                                        PostingKind.SETTLEMENT_CHARGE,
                                        booked.charge().name(),
                                        booked.charge().kept().abs(),
                                        batch.day(),
                                        reasons)))
                        .toList();
    }

    /** Fees of lines, with the lines that are fees: what stands in a line of its own was kept for no single payment. */
    private static Map<FeeKind, Money> kept(ToPost batch) {
        Map<FeeKind, Money> kept = new EnumMap<>(FeeKind.class);
        batch.sums().fees().forEach(kept::put);
        kept.merge(FeeKind.PROCESSING, taken(batch, LineKind.FEE), Money::plus);
        kept.merge(FeeKind.TAX, taken(batch, LineKind.TAX), Money::plus);
        return kept;
    }

    private static Money taken(ToPost batch, LineKind kind) {
        Money none = Money.zero(batch.key().currency());
        return none.minus(batch.sums().own(kind, batch.key().currency()));
    }

    private Planned entry(ToPost batch, Charge charge, BankEntry entry) {
        return posted(
                batch,
                PostingKind.SETTLEMENT_CHARGE,
                charge.name(),
                entry.value(),
                entry.date(),
                entryText.apply(entry));
    }

    private Planned rounding(ToPost batch, ToPost.Variance variance, InForce mappings) {
        Money more = variance.more();
        Charge charge = Charge.of(
                "rounding-" + variance.place(),
                ChargeBooking.ROUNDING,
                Money.zero(more.currency()).minus(more));
        return new ChargeBooking(batch, mappings)
                .book(charge)
                .match(
                        entry -> entry(batch, charge, entry),
                        reasons -> held(
                                batch, PostingKind.SETTLEMENT_CHARGE, charge.name(), more.abs(), batch.day(), reasons));
    }

    private static Planned posted(
            ToPost batch, PostingKind kind, String name, Money amount, LocalDate day, String document) {
        PostingKey key = key(batch, kind, name);
        Command command = new Command(key, batch.object(), amount, null, day, Sha256.hex(document), document);
        return planned(batch, key, amount, day, new Plan.Post(command), command.fingerprint());
    }

    private static Planned held(
            ToPost batch, PostingKind kind, String name, Money amount, LocalDate day, List<Reason> reasons) {
        return planned(batch, key(batch, kind, name), amount, day, new Plan.Hold(reasons), null);
    }

    private static Planned planned(
            ToPost batch, PostingKey key, Money amount, LocalDate day, Plan plan, @Nullable String fingerprint) {
        return new Planned(
                key,
                batch.object(),
                new DocumentVersion(DOCUMENT, batch.key().name(), 1),
                amount,
                day,
                plan,
                fingerprint);
    }

    private static PostingKey key(ToPost batch, PostingKind kind, String name) {
        return new PostingKey(batch.company(), kind, batch.key().name() + "/" + name);
    }

    static Reason reason(String code, ToPost batch, String what, String remedy) {
        return new Reason(code, Owner.FINANCE, "The batch " + batch.key() + " " + what, remedy);
    }
}
