package centrasage.console.clearing;

import centrasage.console.frame.Address;
import centrasage.console.payouts.PayoutWords;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.mapping.Mappings;
import centrasage.settlements.proof.WaitingLines;
import centrasage.settlements.proof.WaitingLines.Waiting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines of payouts that settle nothing known, as they are open in a clearing bank; payout by payout. */
final class LineList implements Listing<Waiting> {
    private final Account account;
    private final PayoutWords words = new PayoutWords();
    private final Onward<Waiting> onward;

    /** @param mappings which say what lines are of the bank; where there are none, none is listed */
    LineList(Account account, WaitingLines waiting, Optional<Mappings> mappings) {
        this.account = account;
        onward = new Onward<>((last, most) ->
                mappings.map(known -> waiting.after(asked(last), most, known)).orElse(List.of()));
    }

    private WaitingLines.Asked asked(@Nullable Waiting last) {
        return last == null
                ? new WaitingLines.Asked(account.company(), account.bank(), 0, 0)
                : new WaitingLines.Asked(
                        account.company(),
                        account.bank(),
                        last.batch().id(),
                        last.stored().place());
    }

    @Override
    public String name() {
        return "clearing-lines";
    }

    @Override
    public List<Column<Waiting>> columns() {
        return List.of(
                Column.day("day", "Day", Waiting::day),
                Column.<Waiting>text("batch", "Payout", row -> row.batch().key().toString())
                        .leadingTo(row -> "payout.xhtml?id=" + row.batch().id()),
                Column.<Waiting>number(
                                "line",
                                "Line",
                                row -> Long.toString(row.stored().line().number()))
                        .leadingTo(row -> "payout.xhtml?id=" + row.batch().id() + "&line="
                                + row.stored().place()),
                Column.text("type", "Type", row -> row.stored().line().type()),
                Column.number(
                        "order",
                        "Shop's reference",
                        row -> row.stored().line().references().merchant()),
                Column.number(
                        "reference",
                        "Provider's reference",
                        row -> row.stored().line().references().payment()),
                Column.amount("amount", "In the bank", Waiting::open),
                Column.words(
                        "why",
                        "Why",
                        row -> words.how(row.stored().state(), row.stored().how())));
    }

    @Override
    public List<Waiting> rows(int from, int count) {
        return onward.rows(from, count);
    }

    @Override
    public Address here() {
        return account.here();
    }

    @Override
    public String whenEmpty() {
        return "Lines of payouts that settle nothing known are listed here. There are none.";
    }
}
