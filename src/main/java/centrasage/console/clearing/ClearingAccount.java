package centrasage.console.clearing;

import centrasage.console.frame.Once;
import centrasage.console.plot.Plot;
import centrasage.console.plot.Point;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.money.Money;
import centrasage.settlements.day.ClearingDay;
import centrasage.settlements.day.ClearingDays;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One clearing bank: its proof as of today or of a past day, how it has moved, and what is open in it one by one. */
@Named
@RequestScoped
public class ClearingAccount {
    private static final int DAYS = 90;
    private static final int EXCEPTIONS_MAX = 5;
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private Account account;
    private @Nullable ClearingDay proof;
    private final Once once = new Once();
    private ClearingDays days;
    private Items items;
    private Desk desk;
    private ClearingWords words;
    private Amounts amounts;
    private Moments moments;
    private Tables tables;

    @SuppressWarnings("NullAway.Init")
    ClearingAccount() {}

    @Inject
    ClearingAccount(
            ClearingDays days,
            Items items,
            Desk desk,
            ClearingWords words,
            Amounts amounts,
            Moments moments,
            Tables tables) {
        this.days = days;
        this.items = items;
        this.desk = desk;
        this.words = words;
        this.amounts = amounts;
        this.moments = moments;
        this.tables = tables;
        account = Account.asked();
        LocalDate day = account.day();
        proof = days.on(account.company(), account.bank(), day == null ? ANY_DAY : day)
                .orElse(null);
    }

    public String company() {
        return account.company();
    }

    public String bank() {
        return account.bank();
    }

    /** Its proof; null where it was never proven, or not until that day. */
    public @Nullable ClearingDay proof() {
        return proof;
    }

    /** The past day as of which it is looked at, as the address has it; empty for now. */
    public String day() {
        LocalDate day = account.day();
        return day == null ? "" : day.toString();
    }

    public String show() {
        return account.show().name();
    }

    /** This bank with another list, or as of another day. */
    public String with(String part, @Nullable Object value) {
        return account.here().with(part, value).toString();
    }

    /** Its exceptions. */
    public List<BusinessException> exceptions() {
        Desk.Filter ofBank =
                new Desk.Filter(BusinessException.State.OPEN, null, null, account.company() + "/" + account.bank());
        return once.of("exceptions", () -> desk.list(ofBank, 0, EXCEPTIONS_MAX));
    }

    /** How its balance in Sage has moved, day by day; empty while there is one day alone. */
    public Plot history() {
        return once.of("history", this::plotted);
    }

    private Plot plotted() {
        LocalDate until = Optional.ofNullable(proof).map(ClearingDay::day).orElse(LocalDate.EPOCH);
        List<ClearingDays.Balance> balances =
                days.since(account.company(), account.bank(), until.minusDays(DAYS)).stream()
                        .filter(balance ->
                                balance.ledger() != null && !balance.day().isAfter(until))
                        .toList();
        List<Point> points = balances.stream().map(this::point).toList();
        return Plot.bars("Balance in Sage 200 at the end of each day", "Day", points.size() > 1 ? points : List.of());
    }

    private Point point(ClearingDays.Balance balance) {
        Money ledger = Optional.ofNullable(balance.ledger()).orElseThrow();
        String apart = balance.isProven() ? "" : ", " + amounts.inWords(ledger.minus(balance.open())) + " apart";
        return Point.of(moments.day(balance.day()), ledger.amount(), amounts.inWords(ledger) + apart)
                .in(balance.isProven() ? "accent" : "held")
                .leadingTo(with("day", balance.day()));
    }

    /** How old what is open is. */
    public Plot ageing() {
        ClearingDay of = Optional.ofNullable(proof).orElseThrow();
        List<Point> points = words.ages().stream()
                .map(age -> {
                    Money amount = words.of(of, age);
                    return Point.of(words.age(age), amount.amount(), amounts.inWords(amount))
                            .in(age.isLate() ? "locked" : "accent");
                })
                .toList();
        return Plot.bars("Open by age", "Age", of.open().isZero() && of.ages().isEmpty() ? List.of() : points);
    }

    /** What is listed. */
    public Listing<?> listing() {
        return once.of("listing", () -> items.of(account));
    }

    public Table<?> table() {
        return once.of("table", () -> tables.of(listing()));
    }
}
