package centrasage.settlements.adyen;

import centrasage.money.Money;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.LineReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a line of one row of Adyen's. */
final class AdyenLines implements LineReader {
    static final String PSP = "adyen";

    private final AdyenColumns columns;
    private final Map<String, LineKind> told;

    /** @param told what people have said of types that are not known here, by the type in lower case */
    AdyenLines(AdyenColumns columns, Map<String, LineKind> told) {
        this.columns = columns;
        this.told = told;
    }

    @Override
    public SettlementKey key(Cells cells) throws BadCell {
        return new SettlementKey(
                PSP,
                cells.needed(columns.account()),
                batch(cells),
                cells.currency(columns.net().currency()));
    }

    /** The number of a batch, in whichever way it is written: {@code 0380} is {@code 380}. */
    private String batch(Cells cells) throws BadCell {
        String text = cells.needed(columns.batch());
        return text.matches("0+\\d+") ? new BigInteger(text).toString() : text;
    }

    @Override
    public SettlementLine line(SettlementKey key, Cells cells) throws BadCell {
        AdyenType type = type(cells);
        BigDecimal net = net(cells, key.currency(), type);
        boolean isOfPayment = type.kind().isOfPayment();
        List<Fee> fees = fees(cells, key.currency(), type.kind());
        Money gross = isOfPayment ? gross(cells, type) : Money.zero(key.currency());
        if (!gross.isZero() && hasNoNet(cells)) {
            throw cells.bad(
                    columns.net().credit(),
                    "is empty, and " + columns.net().debit().name() + " too",
                    "Download the file from Adyen again; if it says the same, ask Adyen what this line is worth");
        }
        BigDecimal rate = isOfPayment ? rate(cells, gross, key.currency()) : BigDecimal.ONE;
        return new SettlementLine(
                key,
                cells.line(),
                cells.text(columns.type()),
                type.kind(),
                bookedOn(cells),
                gross,
                rate,
                new Money(net, key.currency()),
                fees,
                references(cells, isOfPayment),
                isOfPayment ? "" : cells.text(columns.modification()));
    }

    private BigDecimal rate(Cells cells, Money gross, Currency net) throws BadCell {
        if (cells.text(columns.rate()).isEmpty()
                && !gross.isZero()
                && !gross.currency().equals(net)) {
            throw cells.bad(
                    columns.rate(),
                    "is empty, and " + gross + " was paid out in " + net,
                    "Download the file from Adyen again; if it says the same, ask Adyen at which rate it was exchanged");
        }
        return cells.rate(columns.rate());
    }

    private BigDecimal net(Cells cells, Currency currency, AdyenType type) throws BadCell {
        BigDecimal net = cells.unsigned(columns.net().credit(), currency)
                .subtract(cells.unsigned(columns.net().debit(), currency));
        if (type.kind().isOfPayout() && net.signum() * type.sign() < 0) {
            throw cells.bad(
                    columns.type(),
                    "moves " + currency + " " + net.abs() + " the wrong way between Adyen and the bank",
                    "Download the file from Adyen again; if it says the same, ask Adyen about this line");
        }
        return net;
    }

    private boolean hasNoNet(Cells cells) {
        return cells.text(columns.net().credit()).isEmpty()
                && cells.text(columns.net().debit()).isEmpty();
    }

    private AdyenType type(Cells cells) throws BadCell {
        String name = cells.text(columns.type());
        Optional<AdyenType> known = AdyenType.of(name);
        if (known.isPresent()) {
            return known.get();
        }
        LineKind kind = told.get(name.toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw cells.bad(
                    columns.type(),
                    "is a type of line that is not known here, and none is posted on a guess",
                    "Ask Adyen what it is, and say so in settlements.types (" + PSP + "/" + name + " = ...)");
        }
        return new AdyenType(kind, 0);
    }

    /** Adyen's own sample has sales in the debit column: which of both is filled says nothing where the type says it. */
    private Money gross(Cells cells, AdyenType type) throws BadCell {
        Currency currency = cells.currency(columns.gross().currency());
        BigDecimal debit = cells.unsigned(columns.gross().debit(), currency);
        BigDecimal credit = cells.unsigned(columns.gross().credit(), currency);
        if (type.sign() == 0) {
            return new Money(credit.subtract(debit), currency);
        }
        if (debit.signum() != 0 && credit.signum() != 0) {
            throw cells.bad(
                    columns.gross().debit(),
                    "is filled, and " + columns.gross().credit().name() + " too",
                    "Ask Adyen which of both it is");
        }
        BigDecimal size = debit.add(credit);
        return new Money(type.sign() > 0 ? size : size.negate(), currency);
    }

    /** What a chargeback costs besides its amount is the fee for it, in whichever column it stands. */
    private List<Fee> fees(Cells cells, Currency currency, LineKind kind) throws BadCell {
        List<Fee> fees = new ArrayList<>();
        for (Map.Entry<Column, FeeKind> column : columns.fees().entrySet()) {
            BigDecimal amount = cells.signed(column.getKey(), currency);
            if (amount.signum() != 0) {
                boolean isOfChargeback = kind == LineKind.CHARGEBACK || kind == LineKind.CHARGEBACK_REVERSAL;
                fees.add(new Fee(isOfChargeback ? FeeKind.CHARGEBACK : column.getValue(), new Money(amount, currency)));
            }
        }
        return fees;
    }

    /** The label of the time zone cannot be trusted, and the day is Adyen's own as it stands. */
    private LocalDate bookedOn(Cells cells) throws BadCell {
        return cells.text(columns.booked()).isEmpty() ? cells.day(columns.created()) : cells.day(columns.booked());
    }

    private References references(Cells cells, boolean isOfPayment) throws BadCell {
        return isOfPayment
                ? new References(
                        cells.reference(columns.payment()),
                        cells.reference(columns.modification()),
                        cells.shopReference(columns.merchant()),
                        cells.reference(columns.order()))
                : References.NONE;
    }
}
