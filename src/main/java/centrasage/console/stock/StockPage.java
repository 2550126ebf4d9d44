package centrasage.console.stock;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.console.words.Moments;
import centrasage.console.words.StockWords;
import centrasage.stock.audit.Difference;
import centrasage.stock.level.Level;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.ShelfName;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.Filter;
import centrasage.stock.level.StockBook.Search;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stock audit: SKU by SKU what Sage 200 has, what is taken off it, and what Centra shows, of a filter that is in the address. */
@Named
@RequestScoped
public class StockPage implements Listing<Level> {
    /** What waits for longer than this to be told is stale. */
    static final Duration STALE = Duration.ofMinutes(10);

    private static final String DIFFERING = "differing";
    private static final String LATE = "stale";

    private StockBook book;
    private StockWords words;
    private Moments moments;
    private Tables tables;
    private Address here;
    private Filter filter;
    private Map<ShelfName, Instant> readTo;
    private Cursor<Level> cursor;
    private @Nullable Table<Level> table;

    @SuppressWarnings("NullAway.Init")
    StockPage() {}

    @Inject
    StockPage(StockBook book, StockWords words, Moments moments, Tables tables, Clock clock) {
        this.book = book;
        this.words = words;
        this.moments = moments;
        this.tables = tables;
        Asked asked = Asked.now();
        here = asked.address("stock.xhtml", "q", "warehouse", "state", "only");
        readTo = book.readTo();
        filter = new Filter(
                null,
                asked.text("q").orElse(null),
                asked.text("warehouse").flatMap(Warehouses::named).orElse(null),
                asked.all("state", LevelState.class),
                only().equals(DIFFERING),
                only().equals(LATE) ? clock.instant().minus(STALE) : null);
        cursor = new Cursor<>((after, skip, most) -> book.levels(new Search(filter, after, skip, most)), Level::id);
    }

    /** Which of the narrowings is chosen: {@code differing}, {@code stale}, or none. */
    public String only() {
        return here.parts().getOrDefault("only", "");
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public List<Column<Level>> columns() {
        return List.of(
                Column.number("sku", "SKU", Level::sku).leadingTo(StockPage::page),
                Column.<Level>text("product", "Sage product", Level::product).atFirstHidden(),
                Column.text("warehouse", "Warehouse", (Level level) -> level.company() + "/" + level.warehouse()),
                Column.sign("state", "State", level -> words.level(level.state())),
                Column.count("on-hand", "On hand", level -> Figure.plain(level.inStock())),
                Column.count(
                        "allocated",
                        "Allocated",
                        level -> Figure.plain(level.allocated().add(level.reserved()))),
                Column.count("free", "Free", level -> Figure.plain(level.held().free())),
                Column.count(
                        "in-flight",
                        "In flight",
                        level -> Figure.plain(level.taken()
                                .openOrders()
                                .add(BigDecimal.valueOf(level.taken().inFlight())))),
                Column.count(
                        "buffer", "Buffer", level -> Figure.kept(level.taken().kept())),
                Column.<Level>text(
                                "rule",
                                "Buffer rule",
                                level -> level.taken().kept().rule())
                        .atFirstHidden(),
                Column.count("published", "Published", Level::sellable),
                Column.count("shown", "Centra shows", Level::shown),
                Column.count("difference", "Difference", Figure::difference),
                Column.<Level>age("read", "Read", level -> readTo.get(shelf(level))),
                Column.<Level>age("told", "Told", Level::publishedAt),
                Column.words("reason", "Why they differ", Difference::of));
    }

    private static ShelfName shelf(Level level) {
        return new ShelfName(level.company(), level.warehouse());
    }

    static String page(Level level) {
        return Address.of("stock.xhtml").with("sku", level.sku()).toString();
    }

    @Override
    public List<Level> rows(int from, int count) {
        return cursor.rows(from, count);
    }

    @Override
    public Address here() {
        return here;
    }

    @Override
    public String whenEmpty() {
        return readTo.isEmpty()
                ? "The stock of each SKU would be listed here, once stock-to-centra has read it. A row of warehouses.csv says which"
                        + " warehouses are sold (stock = yes)."
                : "No SKU matches this filter. Take a part of it away, or look for the beginning of a SKU or product.";
    }

    public Table<Level> table() {
        if (table == null) {
            table = tables.of(this);
        }
        return table;
    }

    /** The warehouses that are published, to choose from. */
    public List<String> warehouses() {
        return readTo.keySet().stream()
                .sorted(Comparator.comparing(ShelfName::company).thenComparing(ShelfName::centraWarehouse))
                .map(Warehouses::address)
                .toList();
    }

    public List<LevelState> states() {
        return List.of(LevelState.values());
    }

    public boolean chosen(LevelState state) {
        return filter.states().contains(state);
    }

    public String toggling(LevelState state) {
        Set<LevelState> states = new HashSet<>(filter.states());
        if (!states.remove(state)) {
            states.add(state);
        }
        return narrowed("state", states.stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
    }

    /** This view with one part changed, or without it where that is what is chosen. */
    public String toggled(String part, String value) {
        return narrowed(part, Objects.equals(here.parts().get(part), value) ? null : value);
    }

    private String narrowed(String part, @Nullable String value) {
        return here.with(part, value).toString();
    }

    /** What is chosen of a part; empty where anything is. */
    public String value(String part) {
        return here.parts().getOrDefault(part, "");
    }

    /** When the warehouse that was read longest ago was read: {@code read 40 s ago}; empty before the first time. */
    public String read() {
        return readTo.values().stream()
                .min(Comparator.naturalOrder())
                .map(at -> "read " + moments.age(at) + " ago")
                .orElse("");
    }
}
