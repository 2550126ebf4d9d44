package centrasage.console.payouts;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Once;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.settlements.statement.StatementLine;
import centrasage.settlements.statement.StatementLines;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineTallies;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.settlements.store.SettlementSearch;
import centrasage.settlements.store.SettlementSearch.Filter;
import centrasage.settlements.store.SettlementSearch.Sort;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The payouts of a filter that is in the page's address. */
@Named
@RequestScoped
public class PayoutsPage implements Listing<PayoutRow> {
    private Address here;
    private Filter filter;
    private Sort sort;
    private SettlementSearch search;
    private LineTallies tallies;
    private StatementLines statements;
    private PayoutWords words;
    private Tables tables;
    private final Once once = new Once();

    @SuppressWarnings("NullAway.Init")
    PayoutsPage() {}

    @Inject
    PayoutsPage(
            SettlementSearch search, LineTallies tallies, StatementLines statements, PayoutWords words, Tables tables) {
        this.search = search;
        this.tallies = tallies;
        this.statements = statements;
        this.words = words;
        this.tables = tables;
        Asked asked = Asked.now();
        here = asked.address("payouts.xhtml", "psp", "currency", "state", "company", "from", "to", "differing", "sort");
        filter = filter(asked);
        sort = asked.one("sort", Sort.class).orElse(Sort.LATEST);
    }

    private static Filter filter(Asked asked) {
        return new Filter(
                asked.text("psp").orElse(null),
                asked.text("currency").orElse(null),
                asked.text("company").orElse(null),
                asked.all("state", BatchState.class),
                day(asked, "from"),
                day(asked, "to"),
                asked.text("differing").isPresent());
    }

    private static @Nullable LocalDate day(Asked asked, String name) {
        try {
            return asked.text(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public List<Column<PayoutRow>> columns() {
        return List.of(
                Column.<PayoutRow>day("day", "Paid out on", row -> row.batch().last())
                        .sortedBy(Sort.LATEST, Sort.EARLIEST),
                Column.<PayoutRow>text(
                        "psp", "Provider", row -> words.psp(row.batch().key().psp())),
                Column.<PayoutRow>text(
                        "account", "Merchant account", row -> row.batch().key().account()),
                Column.<PayoutRow>number(
                                "batch", "Payout", row -> row.batch().key().batch())
                        .leadingTo(row -> "payout.xhtml?id=" + row.batch().id()),
                Column.<PayoutRow>sign("state", "State", row -> words.state(row.batch(), row.explained())),
                Column.<PayoutRow>amount("gross", "Sales", row -> PayoutProof.gross(row.batch())),
                Column.<PayoutRow>amount("fees", "Fees", row -> PayoutProof.fees(row.batch())),
                Column.<PayoutRow>amount(
                                "paid-out", "Paid out", row -> row.batch().paidOut())
                        .sortedBy(Sort.LARGEST, Sort.SMALLEST),
                Column.<PayoutRow>difference("difference", "Difference", PayoutRow::difference),
                Column.<PayoutRow>count("lines", "Lines", row -> row.batch().lines())
                        .sortedBy(Sort.MOST_LINES, Sort.FEWEST_LINES),
                Column.<PayoutRow>count("waiting", "Lines that wait", PayoutRow::waitingLines),
                Column.<PayoutRow>amount("received", "On a statement", PayoutRow::received),
                Column.<PayoutRow>text(
                                "currency",
                                "Currency",
                                row -> row.batch().key().currency().getCurrencyCode())
                        .atFirstHidden(),
                Column.<PayoutRow>text("company", "Company", row -> row.batch().company())
                        .atFirstHidden(),
                Column.<PayoutRow>text(
                                "bank", "Clearing bank", row -> row.batch().clearingBank())
                        .atFirstHidden());
    }

    @Override
    public List<PayoutRow> rows(int from, int count) {
        List<SettlementBatch> batches = search.page(filter, sort, from, count);
        List<Long> ids = batches.stream().map(SettlementBatch::id).toList();
        Map<Long, List<SettlementLines.Group>> groups = tallies.kept(ids);
        Map<Long, List<StatementLine>> arrived = statements.of(ids);
        return batches.stream()
                .map(batch -> new PayoutRow(
                        batch, groups.getOrDefault(batch.id(), List.of()), arrived.getOrDefault(batch.id(), List.of())))
                .toList();
    }

    @Override
    public Address here() {
        return here;
    }

    @Override
    public String whenEmpty() {
        return "What payment providers pay out is listed here once their files are in the inbox. Nothing matches this filter.";
    }

    /** Computed once: the page asks for it several times. */
    public Table<PayoutRow> table() {
        return once.of("table", () -> tables.of(this));
    }

    public SettlementSearch.Choices choices() {
        return once.of("choices", search::choices);
    }

    /** How many there are, and what they have paid out, in each currency. */
    public List<SettlementSearch.Total> totals() {
        return once.of("totals", () -> search.totals(filter));
    }

    /** The states that there are to choose from. */
    public List<BatchState> states() {
        return List.of(
                BatchState.STOPPED,
                BatchState.PROVEN,
                BatchState.PLANNED,
                BatchState.SETTLED,
                BatchState.DIFFERS,
                BatchState.SUPERSEDED);
    }

    /** Whether this is chosen of a part of the filter. */
    public boolean chosen(String part, Object value) {
        return value(part).filter(value.toString()::equals).isPresent();
    }

    private Optional<String> value(String part) {
        return Optional.ofNullable(here.parts().get(part));
    }

    /** What is chosen of a part of the filter; empty where anything is. */
    public String given(String part) {
        return value(part).orElse("");
    }

    /** This view with this part, or without it where that is what is chosen. */
    public String toggling(String part, Object value) {
        return here.with(part, chosen(part, value) ? null : value).toString();
    }

    /** What a form of days sends along. */
    public Set<Map.Entry<String, String>> others() {
        return here.with("from", null).with("to", null).parts().entrySet();
    }
}
