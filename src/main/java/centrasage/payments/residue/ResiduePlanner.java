package centrasage.payments.residue;

import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sha256;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.payments.ResidueRules;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.SalesDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides whether what is open of an order is a residue, and which document clears it: a credit note where the customer owes it, an invoice
 * where the account is in credit; without VAT, to the nominal account of rounding. Asks nobody and looks at no clock.
 */
final class ResiduePlanner {
    private final ResidueRules rules;
    private final Function<SalesDocument, String> text;

    /** @param text writes the document down as the JSON text of a {@link Command} */
    ResiduePlanner(ResidueRules rules, Function<SalesDocument, String> text) {
        this.rules = rules;
        this.text = text;
    }

    /**
     * Empty where it is none, or not yet: what is open on both sides is still to be set off. Empty as well where {@code nominals.csv} does
     * not say where rounding is posted, which the check of mappings tells.
     *
     * @param today which the document bears: no VAT hangs on it
     */
    Optional<Command> plan(LeftOpen account, LocalDate today, InForce mappings) {
        Money sum = account.sum();
        boolean isResidue = !sum.isZero()
                && sum.amount().compareTo(rules.most()) <= 0
                && !account.last().plus(rules.after()).isAfter(today);
        Set<Boolean> owed = account.owed();
        return isResidue && owed.size() == 1
                ? booked(account, sum, mappings)
                        .map(booked -> command(account, sum, owed.contains(true), booked, today))
                : Optional.empty();
    }

    private record Booked(String nominal, int taxCode) {}

    private static Optional<Booked> booked(LeftOpen account, Money sum, InForce mappings) {
        return mappings.rounding(account.company(), sum.currency().getCurrencyCode())
                .match(ResiduePlanner::booked, missing -> Optional.empty());
    }

    private static Optional<Booked> booked(InForce.Booking row) {
        String nominal = row.nominal();
        Integer taxCode = row.taxCode();
        return nominal == null || taxCode == null ? Optional.empty() : Optional.of(new Booked(nominal, taxCode));
    }

    private Command command(LeftOpen account, Money value, boolean owed, Booked booked, LocalDate today) {
        String name = "PENNIES-" + (account.cleared() + 1);
        String reference = OrderName.ofObject(account.object());
        SalesDocument document = new SalesDocument(
                owed ? EntryKind.CREDIT_NOTE : EntryKind.INVOICE,
                account.company(),
                account.customer(),
                reference,
                name,
                today,
                value,
                List.of(new SalesDocument.TaxShare(booked.taxCode(), value.amount(), BigDecimal.ZERO)),
                List.of(new SalesDocument.NominalShare(booked.nominal(), value.amount())));
        String written = text.apply(document);
        return new Command(
                new PostingKey(
                        account.company(),
                        owed ? PostingKind.PENNY_CREDIT : PostingKind.PENNY_INVOICE,
                        OrderName.number(reference).orElse(reference) + "/" + name),
                account.object(),
                value,
                Money.zero(value.currency()),
                today,
                Sha256.hex(written),
                written);
    }
}
