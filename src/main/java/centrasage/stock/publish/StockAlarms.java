package centrasage.stock.publish;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemFinding.Kind;
import centrasage.flow.event.SystemMended;
import centrasage.stock.figure.StalePolicy;
import centrasage.stock.level.Level;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.ShelfName;
import centrasage.stock.level.StockLevels;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people of stock that does not reach Centra; each closes itself with the first run that finds nothing of it. */
@ApplicationScoped
public class StockAlarms {
    /** What fails once is mostly over with the next run. */
    private static final int TRIES = 3;

    private static final int SHOWN = 5;
    private static final String AREA = "stock/";

    /** As long as the subject of an exception may be. */
    private static final int SUBJECT_MAX = 60;

    private static final Set<Kind> OF_A_SHELF = EnumSet.of(
            Kind.STOCK_HELD,
            Kind.STOCK_NOT_SHOWN,
            Kind.STOCK_UNMATCHED,
            Kind.STOCK_NOT_PUBLISHED,
            Kind.STOCK_ONLY_IN_CENTRA,
            Kind.STOCK_BY_API);

    private StockLevels levels;
    private Consumer<SystemFinding> found;
    private Consumer<SystemMended> mended;

    @SuppressWarnings("NullAway.Init")
    StockAlarms() {}

    @Inject
    public StockAlarms(StockLevels levels, Event<SystemFinding> found, Event<SystemMended> mended) {
        this.levels = levels;
        this.found = found::fire;
        this.mended = mended::fire;
    }

    /**
     * @param held why the guard rails let nothing pass; empty where they do
     * @param unread why Sage's database was not read although it should be; empty otherwise
     */
    @Atomic(alone = true)
    public void ofRun(Shelf shelf, Optional<String> held, Optional<String> unread) {
        tell(
                Kind.STOCK_HELD,
                shelf,
                held.map(why -> "In Centra's warehouse " + shelf.centraWarehouse() + " " + why),
                "Look at the figures in Sage 200 (GET /api/stock?state=HELD). Mend what is wrong there, or release them (POST"
                        + " /api/stock/release)");
        tell(Kind.STOCK_NOT_PUBLISHED, shelf, Optional.empty(), "");
        tell(
                Kind.STOCK_BY_API,
                shelf,
                unread.map(why -> why + ". Its stock is read through the API meanwhile"),
                "Have the database's administrator mend it, or set stock.source = api: docs/configuration.md says what it needs");
        tell(
                Kind.STOCK_NOT_SHOWN,
                shelf,
                words(levels.inVain(shelf, TRIES, SHOWN + 1), level -> level.sku() + " (" + level.note() + ")"),
                "See what Centra says, and mend it there; it is tried again by itself with what is true then");
        tell(
                Kind.STOCK_UNMATCHED,
                shelf,
                words(nameless(shelf), Level::note),
                "Give the SKU in Centra the product's code, add a row to skus.csv, or leave it: GET /api/stock?state=UNMATCHED lists"
                        + " them all. What cannot be read (state=UNREADABLE) is mended in Sage 200");
    }

    /** A run for a warehouse has ended by something that nobody expected. */
    @Atomic(alone = true)
    public void ofFailure(Shelf shelf, RuntimeException why) {
        tell(
                Kind.STOCK_NOT_PUBLISHED,
                shelf,
                Optional.of(
                        "The stock of Centra's warehouse " + shelf.centraWarehouse() + " could not be told: " + why),
                "It is tried again with each run. If it lasts, send the application's log to its support");
    }

    /** A warehouse is not sold any more. */
    @Atomic(alone = true)
    public void over(ShelfName shelf) {
        String subject = subject(shelf.company() + "/" + shelf.centraWarehouse());
        OF_A_SHELF.forEach(kind -> mended.accept(new SystemMended(kind, subject)));
    }

    /** What a comparison found that Centra sells in a warehouse, and Sage has no stock of there. */
    @Atomic(alone = true)
    public void ofStrays(Shelf shelf, Strays.Found stray) {
        tell(
                Kind.STOCK_ONLY_IN_CENTRA,
                shelf,
                stray.skus() == 0 ? Optional.empty() : Optional.of(stray.words()),
                "Set them to 0 in Centra, give the SKU to its product in skus.csv, or leave them if they are sold without Sage 200. With"
                        + " stock.only-in-centra = zero each comparison sets them to 0");
    }

    /** What cannot be read first: it is seldom meant. */
    private List<Level> nameless(Shelf shelf) {
        return Stream.of(LevelState.UNREADABLE, LevelState.UNMATCHED)
                .flatMap(state -> levels.inState(shelf, state, SHOWN + 1).stream())
                .toList();
    }

    /** @param kept units more of each SKU that are kept back while Sage cannot be read; all where that stops the sale */
    @Atomic(alone = true)
    public void ofOldStock(Shelf shelf, int kept) {
        String what = kept >= StalePolicy.EVERYTHING
                ? "nothing is sold in Centra's warehouse " + shelf.centraWarehouse() + " (stock.stale-stop)"
                : kept + " units more of each SKU are kept back in Centra's warehouse " + shelf.centraWarehouse()
                        + " (stock.stale-after, stock.stale-buffer)";
        tell(
                Kind.STOCK_NOT_PUBLISHED,
                shelf,
                Optional.of("Sage 200's stock cannot be read: " + what),
                "Find out why Sage 200 does not answer: what was sold before is sold again with the first run that reads it");
    }

    /** @param why nothing of a company's warehouses is published, or of some of them; empty where all are */
    @Atomic(alone = true)
    public void ofCompany(String company, List<String> why) {
        String subject = AREA + company;
        if (why.isEmpty()) {
            mended.accept(new SystemMended(Kind.STOCK_NOT_PUBLISHED, subject));
        } else {
            found.accept(new SystemFinding(
                    Kind.STOCK_NOT_PUBLISHED,
                    subject,
                    new Reason(
                            Kind.STOCK_NOT_PUBLISHED.name(),
                            Owner.OPERATIONS,
                            String.join("; ", why),
                            "Correct warehouses.csv, or create the warehouse")));
        }
    }

    private void tell(Kind kind, Shelf shelf, Optional<String> what, String remedy) {
        String subject = subject(shelf.name());
        what.ifPresentOrElse(
                words -> found.accept(
                        new SystemFinding(kind, subject, new Reason(kind.name(), Owner.OPERATIONS, words, remedy))),
                () -> mended.accept(new SystemMended(kind, subject)));
    }

    private static String subject(String shelf) {
        String name = AREA + shelf;
        return name.substring(0, Math.min(name.length(), SUBJECT_MAX));
    }

    private static Optional<String> words(List<Level> levels, Function<Level, String> words) {
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(levels.stream().limit(SHOWN).map(words).collect(Collectors.joining("; "))
                        + (levels.size() > SHOWN ? "; and more" : ""));
    }
}
