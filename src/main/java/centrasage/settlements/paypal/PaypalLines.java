package centrasage.settlements.paypal;

import centrasage.money.Money;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.LineReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a line of one row of PayPal's; what it adds to the balance is its amount less its fee, each with its side. */
final class PaypalLines implements LineReader {
    static final String PSP = "paypal";

    private final String account;
    private final String batch;
    private final PaypalColumns columns;
    private final Map<String, LineKind> told;

    /** @param told what people have said of codes that are not known here, by the code in lower case */
    PaypalLines(String account, String batch, PaypalColumns columns, Map<String, LineKind> told) {
        this.account = account;
        this.batch = batch;
        this.columns = columns;
        this.told = told;
    }

    @Override
    public SettlementKey key(Cells cells) throws BadCell {
        return new SettlementKey(PSP, account, batch, cells.currency(columns.currency()));
    }

    @Override
    public SettlementLine line(SettlementKey key, Cells cells) throws BadCell {
        Currency currency = key.currency();
        BigDecimal gross = columns.gross().of(cells, currency);
        LineKind kind = kind(cells, gross.signum());
        BigDecimal kept = kept(cells, currency, kind);
        return new SettlementLine(
                key,
                cells.line(),
                cells.text(columns.code()),
                kind,
                bookedOn(cells),
                kind.isOfPayment() ? new Money(gross, currency) : Money.zero(currency),
                BigDecimal.ONE,
                new Money(gross.subtract(kept), currency),
                kept.signum() == 0 ? List.of() : List.of(new Fee(feeKind(kind), new Money(kept, currency))),
                references(cells, kind),
                kind.isOfPayout() ? cells.text(columns.bank()) : "");
    }

    private LineKind kind(Cells cells, int sign) throws BadCell {
        String name = cells.text(columns.code());
        Optional<PaypalCode> known = PaypalCode.of(name.toUpperCase(Locale.ROOT));
        if (known.filter(code -> code.allows(sign)).isPresent()) {
            return known.get().kind();
        }
        LineKind kind = told.get(name.toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw cells.bad(
                    columns.code(),
                    known.isPresent()
                            ? "is a code of money that " + (sign < 0 ? "comes" : "goes") + ", and here it is "
                                    + cells.text(columns.gross().side())
                            : "is a code that is not known here, and none is posted on a guess",
                    "Ask PayPal what it is, and say so in settlements.types (" + PSP + "/" + name + " = ...)");
        }
        return kind;
    }

    /** A debit is kept by PayPal. What a transfer would be less its fee is the bank's to say. */
    private BigDecimal kept(Cells cells, Currency currency, LineKind kind) throws BadCell {
        BigDecimal kept = columns.fee().of(cells, currency).negate();
        if (kept.signum() == 0) {
            return kept;
        }
        if (!cells.currency(columns.feeCurrency()).equals(currency)) {
            throw cells.bad(
                    columns.feeCurrency(),
                    "is another currency than that of the amount, " + currency,
                    "Ask PayPal about this row");
        }
        if (!kind.isOfPayment() && kind != LineKind.FEE) {
            throw cells.bad(
                    columns.fee().size(), "is a fee, and a row of this code has none", "Ask PayPal what it is for");
        }
        return kept;
    }

    private static FeeKind feeKind(LineKind kind) {
        return switch (kind) {
            case CHARGEBACK, CHARGEBACK_REVERSAL -> FeeKind.CHARGEBACK;
            case FEE -> FeeKind.PROCESSING;
            default -> FeeKind.COMMISSION;
        };
    }

    private LocalDate bookedOn(Cells cells) throws BadCell {
        boolean isCompleted = !cells.text(columns.completed()).isEmpty();
        return PaypalDay.of(cells, isCompleted ? columns.completed() : columns.initiated());
    }

    /** All but a sale refer to what they are of; what a sale refers to is an agreement or an order at PayPal. */
    private References references(Cells cells, LineKind kind) throws BadCell {
        String transaction = cells.reference(columns.transaction());
        return new References(
                kind == LineKind.SALE ? transaction : cells.reference(columns.reference()),
                transaction,
                cells.shopReference(columns.invoice()),
                cells.shopReference(columns.custom()));
    }
}
