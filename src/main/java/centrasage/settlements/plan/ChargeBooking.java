package centrasage.settlements.plan;

import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.settlements.file.FeeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Books what was kept of a batch: each purpose and kind to its own account with its own tax code. VAT that the file states goes to the account
 * of the row for it, or, where that row has none, into the entry of a fee with the same tax code; a row without a tax code books nothing.
 */
final class ChargeBooking {
    /** Where the pennies of orders go, those of payouts go as well. */
    static final String ROUNDING = "rounding";

    private static final String VAT = FeeKind.TAX.name().toLowerCase(Locale.ROOT);

    private final ToPost batch;
    private final InForce mappings;

    ChargeBooking(ToPost batch, InForce mappings) {
        this.batch = batch;
        this.mappings = mappings;
    }

    private record Row(Charge charge, InForce.@Nullable Booking booking, List<Reason> reasons) {
        @Nullable
        Integer taxCode() {
            return booking == null ? null : booking.taxCode();
        }

        boolean isVat() {
            return charge.kind().equals(VAT);
        }

        boolean isFee() {
            return !isVat() && charge.purpose().equals("fee");
        }

        boolean isIntoAnother() {
            return isVat() && booking != null && booking.nominal() == null && booking.taxCode() != null;
        }

        boolean isBooked() {
            return booking != null && booking.nominal() != null && booking.taxCode() != null;
        }
    }

    List<Booked> book(List<Charge> charges) {
        List<Row> rows = charges.stream().map(this::row).toList();
        Optional<Row> vat = rows.stream().filter(Row::isVat).findFirst();
        Optional<Row> fee = vat.flatMap(row -> bearing(row, rows));
        List<Booked> booked = new ArrayList<>();
        for (Row row : rows) {
            if (fee.isPresent() && row == fee.get()) {
                booked.add(entry(row, vat.orElseThrow().charge().kept()));
            } else if (vat.isEmpty() || row != vat.get()) {
                booked.add(waitsFor(vat.filter(tax -> fee.isEmpty()), row) ? waiting(row) : alone(row));
            } else if (fee.isEmpty()) {
                booked.add(row.isIntoAnother() ? held(row, noFee(row)) : alone(row));
            }
        }
        return booked;
    }

    private Booked alone(Row row) {
        return entry(row, Money.zero(row.charge().kept().currency()));
    }

    private static Booked held(Row row, Reason reason) {
        return new Booked(row.charge(), row.charge().kept(), null, List.of(reason));
    }

    /** Until it is known where the VAT goes: it may be in any fee, and one that is sent takes none any more. */
    private boolean waitsFor(Optional<Row> vat, Row row) {
        return vat.isPresent()
                && !vat.get().isBooked()
                && row.isFee()
                && !isSent(vat.get())
                && !isSent(row)
                && row.reasons().isEmpty();
    }

    private Booked waiting(Row row) {
        return held(
                row,
                SettlementPlanner.reason(
                        "VAT_WITHOUT_FEE",
                        batch,
                        "has " + row.charge().words() + ", which waits until it is known where the VAT on fees goes",
                        "Give the fee that the VAT is on the same tax_code, or the VAT a nominal of its own"));
    }

    private boolean isSent(Row row) {
        return batch.sent().containsKey(row.charge().name());
    }

    /** The fee with which the VAT goes, or went: what was sent stays as it was, whatever is mapped by now. */
    private Optional<Row> bearing(Row vat, List<Row> rows) {
        Optional<Row> with = rows.stream()
                .filter(Row::isFee)
                .filter(row -> batch.isSent(
                        row.charge().name(),
                        row.charge().kept().plus(vat.charge().kept()).abs()))
                .findFirst();
        boolean isFree = with.isEmpty() && vat.isIntoAnother() && !isSent(vat);
        return isFree
                ? withTheTaxCodeOf(
                        vat, rows.stream().filter(row -> !isSent(row)).toList())
                : with;
    }

    Booked book(Charge charge) {
        return alone(row(charge));
    }

    private Row row(Charge charge) {
        List<Reason> reasons = new ArrayList<>();
        return new Row(charge, booking(charge).orTell(reasons::add), reasons);
    }

    private Mapped<InForce.Booking> booking(Charge charge) {
        String currency = charge.kept().currency().getCurrencyCode();
        return charge.purpose().equals(ROUNDING)
                ? mappings.rounding(batch.company(), currency)
                : mappings.charge(batch.company(), charge.purpose(), batch.key().psp(), charge.kind(), currency);
    }

    /** The largest fee: VAT that is more than the fee it is on would be none. */
    private static Optional<Row> withTheTaxCodeOf(Row vat, List<Row> rows) {
        return rows.stream()
                .filter(Row::isFee)
                .filter(row -> row.taxCode() != null && row.taxCode().equals(vat.taxCode()))
                .filter(row ->
                        row.charge().kept().isNegative() == vat.charge().kept().isNegative())
                .max(Comparator.comparing((Row row) -> row.charge().kept().abs()));
    }

    private Reason noFee(Row vat) {
        return SettlementPlanner.reason(
                "VAT_WITHOUT_FEE",
                batch,
                "has VAT of " + vat.charge().kept() + " on fees, and no fee of it has the tax code " + vat.taxCode()
                        + " that nominals.csv names for it",
                "Give the fee that the VAT is on the same tax_code, or the VAT a nominal of its own");
    }

    private Booked entry(Row row, Money vat) {
        Charge charge = row.charge();
        List<Reason> reasons = new ArrayList<>(row.reasons());
        InForce.Booking booking = row.booking();
        if (booking != null && (booking.nominal() == null || booking.taxCode() == null)) {
            reasons.add(
                    SettlementPlanner.reason(
                            "CHARGE_BOOKING",
                            batch,
                            "has " + charge.words() + ", and its row in nominals.csv has no "
                                    + (booking.nominal() == null ? "nominal" : "tax_code"),
                            "Name the account, and the tax code that your adviser says: none is assumed. It is planned again by itself"));
        }
        String bank = bank(charge, reasons);
        if (booking == null || bank == null || booking.nominal() == null || booking.taxCode() == null) {
            return new Booked(charge, charge.kept().plus(vat), null, reasons);
        }
        BankEntry entry = new BankEntry(
                charge.kept().isNegative() ? BankEntry.Way.RECEIPT : BankEntry.Way.PAYMENT,
                batch.company(),
                bank,
                SettlementReference.first(batch.key()),
                SettlementReference.second(batch.key(), charge.name()),
                charge.day(),
                charge.kept().plus(vat).abs(),
                vat.abs(),
                booking.nominal(),
                booking.taxCode(),
                batch.rates().of(charge.kept().currency()),
                charge.words() + ", " + batch.key());
        return new Booked(charge, charge.kept().plus(vat), entry, List.of());
    }

    private @Nullable String bank(Charge charge, List<Reason> reasons) {
        InForce.Settlement banks = batch.key()
                .banks(mappings, batch.company(), charge.kept().currency())
                .orTell(reasons::add);
        return banks == null ? null : banks.clearingBank();
    }
}
