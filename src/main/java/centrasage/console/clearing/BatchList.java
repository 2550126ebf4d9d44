package centrasage.console.clearing;

import centrasage.console.frame.Address;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.settlements.base.BaseBook;
import java.math.RoundingMode;
import java.util.List;

/** Payouts behind the proof of a clearing bank in the company's own currency. */
final class BatchList implements Listing<BaseBook.OfBatch> {
    private static final int PENCE = 2;

    private final Account account;
    private final Onward<BaseBook.OfBatch> onward;

    BatchList(Account account, BaseBook bases) {
        this.account = account;
        onward = new Onward<>((last, most) -> bases.batches(
                account.company(),
                account.bank(),
                last == null ? 0 : last.batch().id(),
                most));
    }

    @Override
    public String name() {
        return "clearing-payouts";
    }

    @Override
    public List<Column<BaseBook.OfBatch>> columns() {
        return List.of(
                Column.<BaseBook.OfBatch>text(
                                "batch", "Payout", row -> row.batch().key().toString())
                        .leadingTo(row -> "payout.xhtml?id=" + row.batch().id()),
                Column.day("day", "Paid out on", row -> row.batch().last()),
                Column.text("what", "What", row -> row.kind().words()),
                Column.count("base", "In own currency", row -> row.amount().setScale(PENCE, RoundingMode.HALF_UP)));
    }

    @Override
    public List<BaseBook.OfBatch> rows(int from, int count) {
        return onward.rows(from, count);
    }

    @Override
    public Address here() {
        return account.here();
    }

    @Override
    public String whenEmpty() {
        return "Payouts that are under way in the bank, or have left something there in the company's own currency, are listed here. There are none.";
    }
}
