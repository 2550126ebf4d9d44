package centrasage.console.stock;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.live.Answer;
import centrasage.console.live.Questions;
import centrasage.stock.audit.Difference;
import centrasage.stock.level.Level;
import centrasage.stock.level.ShelfName;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.Filter;
import centrasage.stock.level.StockBook.Search;
import centrasage.stock.publish.ShownNow;
import centrasage.sync.demand.Demand;
import centrasage.sync.demand.Demand.InFlight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One SKU: its figures in each warehouse, how they come about, and which orders take of it. */
@Named
@RequestScoped
public class SkuPage {
    private static final int WAREHOUSES_MAX = 100;
    private static final int ORDERS_MAX = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private Demand demand;
    private String sku;
    private List<Level> levels;
    private Map<ShelfName, Instant> readTo;
    private Answer<Map<Long, Integer>> shown;
    private boolean asks;
    private @Nullable List<InFlight> orders;

    @SuppressWarnings("NullAway.Init")
    SkuPage() {}

    @Inject
    SkuPage(StockBook book, Demand demand, ShownNow shownNow, Questions questions) {
        this.demand = demand;
        Asked asked = Asked.now();
        sku = asked.text("sku").orElse("");
        levels = sku.isEmpty() ? List.of() : book.levels(new Search(Filter.ofSku(sku), 0, 0, WAREHOUSES_MAX));
        readTo = book.readTo();
        asks = asked.text("now").isPresent() && !levels.isEmpty();
        shown = asks ? questions.ask(() -> shownNow.of(levels), PATIENCE) : Answer.notAsked();
    }

    /** Empty where the address names none: then the list is shown. */
    public String sku() {
        return sku;
    }

    public List<Level> levels() {
        return levels;
    }

    public Figure figure(Level level) {
        return Figure.of(level);
    }

    public String difference(Level level) {
        return Difference.of(level);
    }

    public @Nullable Instant read(Level level) {
        return readTo.get(new ShelfName(level.company(), level.warehouse()));
    }

    public String plain(BigDecimal quantity) {
        return Figure.plain(quantity).toPlainString();
    }

    /** Orders that Sage 200 does not know yet, with the units of this SKU. */
    public List<InFlight> orders() {
        if (orders == null) {
            orders = demand.inFlight(sku, ORDERS_MAX);
        }
        return orders;
    }

    public boolean cut() {
        return orders().size() == ORDERS_MAX;
    }

    public String warehouse(Level level) {
        return level.company() + "/" + level.warehouse();
    }

    /** This page, with Centra being asked what it shows at this moment. */
    public String checking() {
        return Address.of("stock.xhtml").with("sku", sku).with("now", "yes").toString();
    }

    public boolean asks() {
        return asks;
    }

    /** Why Centra did not say; empty where it did, or was not asked. */
    public String unanswered() {
        return shown.why();
    }

    /** What Centra shows at this moment; words where it has no figure. */
    public String now(Level level) {
        Integer units = shown.said().orElse(Map.of()).get(level.id());
        return units == null ? "none" : units.toString();
    }
}
