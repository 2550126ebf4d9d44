package centrasage.settlements.klarna;

import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.UnreadableFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file says of one payout as a whole. */
final class KlarnaPayout {
    static final String REPAID = "repay";
    static final String DEPOSITED = "deposit";
    static final String SETTLED = "settlement";

    private final KlarnaForm form;
    private final Cells cells;
    private final SettlementKey key;
    private final Column day;
    private final Column settlementType;
    private final Map<String, Column> totals;

    private KlarnaPayout(KlarnaForm form, Cells cells, SettlementKey key, Header header) throws UnreadableFile {
        this.form = form;
        this.cells = cells;
        this.key = key;
        this.day = header.optional("payout_date");
        this.settlementType = header.optional("merchant_settlement_type");
        this.totals = totals(form, header);
    }

    /** @throws UnreadableFile when it does not say which payout it is */
    static KlarnaPayout of(KlarnaForm form, Header header, Cells cells) throws UnreadableFile {
        try {
            SettlementKey key = new SettlementKey(
                    KlarnaLines.PSP,
                    cells.fits(header).needed(header.required("merchant_id")),
                    cells.needed(header.required("payment_reference")),
                    cells.currency(header.required(form.payoutCurrency())));
            return new KlarnaPayout(form, cells, key, header);
        } catch (BadCell e) {
            throw new UnreadableFile(e.fault());
        }
    }

    private static Map<String, Column> totals(KlarnaForm form, Header header) throws UnreadableFile {
        Map<String, Column> totals = new HashMap<>();
        for (String name : KlarnaType.totals()) {
            totals.put(name, header.optional(form.total(name)));
        }
        for (String name : new String[] {REPAID, DEPOSITED, SETTLED}) {
            totals.put(name, header.optional(form.total(name)));
        }
        totals.put(form.opening(), header.optional(form.opening()));
        totals.put(form.closing(), header.optional(form.closing()));
        return totals;
    }

    SettlementKey key() {
        return key;
    }

    long line() {
        return cells.line();
    }

    /** When Klarna paid it out: the day in UTC, as the file has it; null where it does not say. */
    @Nullable
    LocalDate day() throws BadCell {
        return cells.text(day).isEmpty() ? null : cells.day(day);
    }

    /** Klarna's invoice for fees that no payout was made smaller by; it looks like a payout. */
    boolean isInvoiceOfFees() {
        return cells.text(settlementType).equalsIgnoreCase("GROSS_FEE");
    }

    /** As it is written; empty where the file has no such total. */
    Optional<BigDecimal> total(String name) throws BadCell {
        Column column = column(name);
        return cells.text(column).isEmpty()
                ? Optional.empty()
                : Optional.of(form.amount(cells, column, key.currency()));
    }

    Optional<BigDecimal> openingDebt() throws BadCell {
        return debt(form.opening());
    }

    Optional<BigDecimal> closingDebt() throws BadCell {
        return debt(form.closing());
    }

    /** Nobody has said what a debt below zero would be. */
    private Optional<BigDecimal> debt(String name) throws BadCell {
        Optional<BigDecimal> debt = total(name);
        if (debt.isPresent() && debt.get().signum() < 0) {
            throw bad(name, "is below zero", "Ask Klarna who owes it to whom");
        }
        return debt;
    }

    /** {@code total_sale_amount}. */
    String nameOf(String total) {
        return column(total).name();
    }

    private Column column(String total) {
        return Optional.ofNullable(totals.get(total)).orElseThrow();
    }

    BadCell bad(String total, String why, String remedy) {
        return cells.bad(column(total), why, remedy);
    }

    BadCell badType(String why, String remedy) {
        return cells.bad(settlementType, why, remedy);
    }
}
