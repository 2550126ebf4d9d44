package centrasage.console.clearing;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Once;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.settlements.day.ClearingDay;
import centrasage.settlements.day.ClearingDays;
import centrasage.settlements.proof.Age;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All clearing banks, each as it was proven last. */
@Named
@RequestScoped
public class ClearingPage implements Listing<ClearingDay> {
    private Address here;
    private List<ClearingDay> banks;
    private ClearingWords words;
    private Tables tables;
    private final Once once = new Once();

    @SuppressWarnings("NullAway.Init")
    ClearingPage() {}

    @Inject
    ClearingPage(ClearingDays days, ClearingWords words, Tables tables) {
        this.words = words;
        this.tables = tables;
        here = Asked.now().address("clearing.xhtml");
        banks = days.current();
    }

    /** The address of one of them. */
    public static String address(ClearingDay bank) {
        return Address.of("clearing-account.xhtml")
                .with("company", bank.company())
                .with("bank", bank.bank())
                .toString();
    }

    @Override
    public String name() {
        return "clearing";
    }

    @Override
    public List<Column<ClearingDay>> columns() {
        List<Column<ClearingDay>> columns = new ArrayList<>(List.of(
                Column.<ClearingDay>number("bank", "Clearing bank", ClearingDay::bank)
                        .leadingTo(ClearingPage::address),
                Column.<ClearingDay>sign("state", "State", words::bank),
                Column.<ClearingDay>amount("ledger", "Sage 200 holds", ClearingDay::ledger),
                Column.<ClearingDay>amount("open", "Open in it", ClearingDay::open),
                Column.<ClearingDay>difference("difference", "Difference", ClearingDay::difference),
                Column.<ClearingDay>difference(
                        "base",
                        "In own currency",
                        day -> day.base() == null ? null : day.base().difference())));
        for (Age age : Age.values()) {
            columns.add(Column.amount(
                    age.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    words.age(age),
                    day -> day.ages().get(age.name())));
        }
        columns.add(Column.day("oldest", "Oldest", ClearingDay::oldest));
        columns.add(Column.age("read", "Read", ClearingDay::provenAt));
        columns.add(Column.<ClearingDay>text("company", "Company", ClearingDay::company)
                .atFirstHidden());
        return columns;
    }

    @Override
    public List<ClearingDay> rows(int from, int count) {
        return banks.stream().skip(from).limit(count).toList();
    }

    @Override
    public Address here() {
        return here;
    }

    @Override
    public String whenEmpty() {
        return "Each clearing bank would be here, with what Sage 200 holds in it and what is open. They are first proven by the job settlement-post.";
    }

    public Table<ClearingDay> table() {
        return once.of("table", () -> tables.of(this));
    }

    public List<ClearingDay> banks() {
        return banks;
    }

    public long differing() {
        return banks.stream().filter(bank -> !bank.isProvenInBoth()).count();
    }

    /** When Sage was asked longest ago; null before the first time. */
    public @Nullable Instant readAt() {
        return banks.stream()
                .map(ClearingDay::provenAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
