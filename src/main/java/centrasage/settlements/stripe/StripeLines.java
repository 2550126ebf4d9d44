package centrasage.settlements.stripe;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a line of one row of Stripe's. */
final class StripeLines implements LineReader {
    static final String PSP = "stripe";

    /** Before the day of what no automatic payout has paid out. */
    private static final String UNPAID = "none-";

    private final StripeProfile profile;
    private final StripeColumns columns;
    private final Set<SettlementKey> turned;
    private final StripeNotes notes = new StripeNotes();

    /** @param turned the batches whose payouts are written with the opposite sign */
    StripeLines(StripeProfile profile, StripeColumns columns, Set<SettlementKey> turned) {
        this.profile = profile;
        this.columns = columns;
        this.turned = turned;
    }

    /** Whether its lines have a payout that can prove them. */
    static boolean isPaidOut(SettlementKey key) {
        return !key.batch().startsWith(UNPAID);
    }

    StripeNotes notes() {
        return notes;
    }

    @Override
    public SettlementKey key(Cells cells) throws BadCell {
        String payout = cells.reference(columns.payout());
        return new SettlementKey(
                PSP,
                profile.account(),
                payout.isEmpty() ? UNPAID + made(cells) : payout,
                cells.currency(columns.amounts().currency()));
    }

    /** Where it is no day, the line itself says so. */
    private String made(Cells cells) {
        try {
            return cells.day(columns.created()).toString();
        } catch (BadCell e) {
            return "undated";
        }
    }

    @Override
    public SettlementLine line(SettlementKey key, Cells cells) throws BadCell {
        StripeCategory category = category(cells);
        StripeAmounts amounts = StripeAmounts.of(cells, columns, key.currency(), category);
        boolean isOfPayment = category.kind().isOfPayment();
        boolean isTurned = columns.isOfPayout(cells) && turned.contains(key);
        SettlementLine line = new SettlementLine(
                key,
                cells.line(),
                cells.text(columns.category()),
                category.kind(),
                bookedOn(key, cells),
                isOfPayment ? amounts.gross() : Money.zero(key.currency()),
                isOfPayment ? amounts.rate() : BigDecimal.ONE,
                isTurned ? Money.zero(key.currency()).minus(amounts.net()) : amounts.net(),
                fees(amounts.fee(), category.kind()),
                isOfPayment ? references(cells) : References.NONE,
                isOfPayment ? "" : text(cells));
        if (!amounts.off().isZero() && line.unexplained().isZero()) {
            notes.isUneven(line, amounts);
        }
        return line;
    }

    private StripeCategory category(Cells cells) throws BadCell {
        String name = cells.text(columns.category());
        Optional<StripeCategory> known = StripeCategory.of(name);
        if (known.isPresent()) {
            return known.get();
        }
        LineKind kind = profile.told().get(name.toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw cells.bad(
                    columns.category(),
                    "is a category that is not known here, and none is posted on a guess",
                    "Ask Stripe what it is, and say so in settlements.types (" + PSP + "/" + name + " = ...)");
        }
        return new StripeCategory(kind, 0);
    }

    private static List<Fee> fees(Money fee, LineKind kind) {
        FeeKind what = switch (kind) {
            case CHARGEBACK, CHARGEBACK_REVERSAL -> FeeKind.CHARGEBACK;
            case FEE -> FeeKind.PROCESSING;
            default -> FeeKind.COMMISSION;
        };
        return fee.isZero() ? List.of() : List.of(new Fee(what, fee));
    }

    /** A payout is of the day on which it is taken from the balance, which is when the bank should have it. */
    private LocalDate bookedOn(SettlementKey key, Cells cells) throws BadCell {
        if (!cells.text(columns.effective()).isEmpty()) {
            LocalDate day = cells.day(columns.effective());
            notes.isEffective(key, day);
            if (columns.isOfPayout(cells)) {
                return day;
            }
        }
        return cells.day(columns.created());
    }

    private References references(Cells cells) throws BadCell {
        String intent = cells.reference(columns.payment());
        String merchant = "";
        for (Column column : columns.merchant()) {
            merchant = merchant.isEmpty() ? cells.shopReference(column) : merchant;
        }
        return new References(
                intent.isEmpty() ? cells.reference(columns.charge()) : intent,
                cells.reference(columns.source()),
                merchant,
                "");
    }

    private String text(Cells cells) {
        return (cells.text(columns.texts().description()) + " "
                        + cells.text(columns.texts().trace()))
                .strip();
    }
}
