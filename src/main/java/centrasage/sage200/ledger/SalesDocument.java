package centrasage.sage200.ledger;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A ledger invoice or credit note with its VAT exactly as it is to be: Sage takes it from here, unlike that of its orders.
 *
 * @param kind {@link EntryKind#INVOICE} or {@link EntryKind#CREDIT_NOTE}
 * @param taxes one for each tax code; their goods and taxes come to the value
 * @param nominals where the goods are posted; they come to the goods of the taxes
 */
public record SalesDocument(
        EntryKind kind,
        String company,
        String customer,
        String reference,
        String secondReference,
        LocalDate date,
        Money value,
        List<TaxShare> taxes,
        List<NominalShare> nominals)
        implements NewEntry {
    public SalesDocument {
        taxes = List.copyOf(taxes);
        nominals = List.copyOf(nominals);
        BigDecimal goods = sum(taxes.stream().map(TaxShare::goods).toList());
        BigDecimal tax = sum(taxes.stream().map(TaxShare::tax).toList());
        if (goods.add(tax).compareTo(value.amount()) != 0
                || goods.compareTo(
                                sum(nominals.stream().map(NominalShare::value).toList()))
                        != 0) {
            throw new IllegalArgumentException(
                    "the taxes " + taxes + " and the nominals " + nominals + " do not come to " + value);
        }
    }

    /**
     * What bears one tax code.
     *
     * @param taxCode Sage's code, such as 1 for the standard rate
     * @param goods without VAT
     */
    public record TaxShare(int taxCode, BigDecimal goods, BigDecimal tax) {}

    /**
     * What is posted to one nominal account.
     *
     * @param nominal the account, or {@code account/cost centre/department}
     * @param value without VAT
     */
    public record NominalShare(String nominal, BigDecimal value) {}

    /** The same for less: what is taken off lessens the largest of its goods, and no VAT. */
    public SalesDocument less(Money off) {
        List<TaxShare> lessTaxed = new ArrayList<>(taxes);
        TaxShare tax = Collections.max(taxes, Comparator.comparing(TaxShare::goods));
        lessTaxed.set(
                taxes.indexOf(tax), new TaxShare(tax.taxCode(), tax.goods().subtract(off.amount()), tax.tax()));
        List<NominalShare> lessPosted = new ArrayList<>(nominals);
        NominalShare nominal = Collections.max(nominals, Comparator.comparing(NominalShare::value));
        lessPosted.set(
                nominals.indexOf(nominal),
                new NominalShare(nominal.nominal(), nominal.value().subtract(off.amount())));
        return new SalesDocument(
                kind, company, customer, reference, secondReference, date, value.minus(off), lessTaxed, lessPosted);
    }

    public BigDecimal goods() {
        return sum(taxes.stream().map(TaxShare::goods).toList());
    }

    public BigDecimal tax() {
        return sum(taxes.stream().map(TaxShare::tax).toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
