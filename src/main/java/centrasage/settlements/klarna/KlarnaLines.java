package centrasage.settlements.klarna;

import centrasage.money.Money;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.LineReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a line of one transaction of Klarna's; the fees of a sale are lines of their own, with the references of the sale. */
final class KlarnaLines implements LineReader {
    static final String PSP = "klarna";

    private final KlarnaForm form;
    private final KlarnaColumns columns;
    private final KlarnaSettings settings;
    private final Payouts payouts;

    /** To which payout a transaction belongs. */
    interface Payouts {
        SettlementKey key(Cells cells) throws BadCell;

        /** On which day it was paid out; null where the file does not say. */
        @Nullable
        LocalDate day(SettlementKey key);
    }

    KlarnaLines(KlarnaForm form, KlarnaColumns columns, KlarnaSettings settings, Payouts payouts) {
        this.form = form;
        this.columns = columns;
        this.settings = settings;
        this.payouts = payouts;
    }

    @Override
    public SettlementKey key(Cells cells) throws BadCell {
        return payouts.key(cells);
    }

    @Override
    public SettlementLine line(SettlementKey key, Cells cells) throws BadCell {
        String type = cells.text(columns.type());
        Optional<KlarnaType> known = KlarnaType.of(type);
        LineKind kind = known.isPresent() ? known.get().kind() : told(cells, type);
        Money net = new Money(
                signed(cells, currency(key, cells), known.map(KlarnaType::sign).orElse(0)), key.currency());
        return new SettlementLine(
                key,
                cells.line(),
                type,
                kind,
                cells.text(columns.captured()).isEmpty() ? payouts.day(key) : cells.day(columns.captured()),
                kind.isOfPayment() ? net : Money.zero(key.currency()),
                BigDecimal.ONE,
                net,
                List.of(),
                references(cells),
                cells.text(columns.detail()));
    }

    private LineKind told(Cells cells, String type) throws BadCell {
        LineKind kind = settings.types().get(type.toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw cells.bad(
                    columns.type(),
                    "is a type of line that is not known here, and none is posted on a guess",
                    "Ask Klarna what it is, and say so in settlements.types (" + PSP + "/" + type + " = ...)");
        }
        return kind;
    }

    /** One payout is one currency. */
    private Currency currency(SettlementKey key, Cells cells) throws BadCell {
        if (columns.currency().isThere() && !cells.currency(columns.currency()).equals(key.currency())) {
            throw cells.bad(
                    columns.currency(),
                    "is another currency than that of its payout, "
                            + key.currency().getCurrencyCode(),
                    "Ask Klarna at which rate it was settled");
        }
        return key.currency();
    }

    /** A file may be written with signs or without; the type says the sign, and what is written may not contradict it. */
    private BigDecimal signed(Cells cells, Currency currency, int sign) throws BadCell {
        Column column = columns.amount();
        if (cells.text(column).isEmpty()) {
            throw cells.bad(column, "is empty", "Download the file from Klarna again");
        }
        BigDecimal written = form.amount(cells, column, currency);
        boolean hasSign = written.signum() < 0;
        if (sign == 0 && !hasSign && !settings.signed() && written.signum() != 0) {
            throw cells.bad(
                    column,
                    "has no sign, and a " + cells.text(columns.type()) + " may be paid or taken",
                    "Have Klarna's Report Configurator write minus signs, and say so in the settings of this reader");
        }
        if (sign > 0 && hasSign) {
            throw cells.bad(column, "is below zero, and this type is always paid", "Ask Klarna what it is");
        }
        if (sign < 0 && settings.signed() && written.signum() > 0) {
            throw cells.bad(column, "has no minus sign, and this type is always taken", "Ask Klarna what it is");
        }
        return sign < 0 ? written.abs().negate() : written;
    }

    private References references(Cells cells) throws BadCell {
        String modification = "";
        for (Column column : columns.modification()) {
            modification = modification.isEmpty() ? cells.reference(column) : modification;
        }
        return new References(
                cells.reference(columns.order()),
                modification,
                cells.shopReference(columns.merchant()),
                cells.shopReference(columns.merchantOrder()));
    }
}
