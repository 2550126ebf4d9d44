package centrasage.settlements.profile;

import centrasage.money.Money;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.LineReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a line of one row as its profile says. */
final class ProfileLines implements LineReader {
    private static final String AGAIN = "Download the file from the provider again, or mend its profile";

    private final Profile profile;
    private final ProfileColumns columns;
    private final ProfileAmounts amounts;
    private final String batch;

    /** @param batch what the name of the file says of it; empty when it says nothing */
    ProfileLines(Profile profile, ProfileColumns columns, String batch) {
        this.profile = profile;
        this.columns = columns;
        this.amounts = new ProfileAmounts(profile, columns);
        this.batch = batch;
    }

    @Override
    public SettlementKey key(Cells cells) throws BadCell {
        String constant = profile.constants().get(Field.CURRENCY);
        return new SettlementKey(
                profile.psp(),
                said(cells, Field.ACCOUNT, ""),
                said(cells, Field.BATCH, batch),
                constant == null
                        ? cells.currency(columns.of(Field.CURRENCY))
                        : Currency.getInstance(constant.toUpperCase(Locale.ROOT)));
    }

    private String said(Cells cells, Field field, String otherwise) throws BadCell {
        Column column = columns.of(field);
        String said = profile.constants().getOrDefault(field, column.isThere() ? cells.reference(column) : otherwise);
        if (said.isEmpty()) {
            throw cells.bad(column, "is empty", AGAIN);
        }
        return said;
    }

    @Override
    public SettlementLine line(SettlementKey key, Cells cells) throws BadCell {
        ProfileType type = type(cells);
        boolean isOfPayment = type.kind().isOfPayment();
        List<Fee> fees = fees(cells, key.currency());
        BigDecimal kept = fees.stream().map(fee -> fee.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = amounts.net(cells, key.currency(), type, kept);
        Money gross =
                isOfPayment ? amounts.gross(cells, key.currency(), type, net.add(kept)) : Money.zero(key.currency());
        return new SettlementLine(
                key,
                cells.line(),
                cells.text(columns.of(Field.TYPE)),
                type.kind(),
                day(cells),
                gross,
                isOfPayment ? amounts.rate(cells, gross.currency(), key.currency()) : BigDecimal.ONE,
                new Money(net, key.currency()),
                isOfPayment ? fees : List.of(),
                references(cells),
                cells.text(columns.of(Field.TEXT)));
    }

    private ProfileType type(Cells cells) throws BadCell {
        Column column = columns.of(Field.TYPE);
        String word = cells.text(column);
        ProfileType type = profile.types().get(word.toLowerCase(Locale.ROOT));
        if (type == null) {
            throw cells.bad(
                    column,
                    "is a type of line that its profile does not know, and none is posted on a guess",
                    "Ask the provider what it is, and say so in the profile (type." + word + " = ...)");
        }
        return type;
    }

    private List<Fee> fees(Cells cells, Currency currency) throws BadCell {
        List<Fee> fees = new ArrayList<>();
        for (Map.Entry<Column, FeeKind> fee : columns.fees().entrySet()) {
            BigDecimal written = profile.layout().notation().amount(cells, fee.getKey(), currency);
            if (written.signum() != 0) {
                BigDecimal kept = profile.isFeeNegative() ? written.negate() : written;
                fees.add(new Fee(fee.getValue(), new Money(kept, currency)));
            }
        }
        return fees;
    }

    private @Nullable LocalDate day(Cells cells) throws BadCell {
        Column column = columns.of(Field.DATE);
        DateTimeFormatter date = profile.layout().date();
        if (!column.isThere()) {
            return null;
        }
        if (date == null) {
            return cells.day(column);
        }
        try {
            return LocalDate.parse(cells.text(column), date);
        } catch (DateTimeException e) {
            throw cells.bad(column, "is no day as its profile writes them", AGAIN);
        }
    }

    private References references(Cells cells) throws BadCell {
        return new References(
                cells.reference(columns.of(Field.PAYMENT)),
                cells.reference(columns.of(Field.MODIFICATION)),
                cells.shopReference(columns.of(Field.MERCHANT)),
                cells.reference(columns.of(Field.ORDER)));
    }
}
