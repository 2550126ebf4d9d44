package centrasage.stock.publish;

import centrasage.centra.client.CentraStock;
import centrasage.centra.client.wire.Mutated;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.StockSettings;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.Told;
import centrasage.stock.shelf.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Tells Centra a page of figures by exactly one request, and keeps what became of it. What is refused is tried again as long as it is true;
 * what nobody knows of, when it cannot be carried out any more.
 */
@ApplicationScoped
public class TellCentra {
    /** What Centra refuses is seldom mended by itself. */
    private static final Duration REFUSED = Duration.ofMinutes(10);

    /** Enough to find two SKUs among a hundred. */
    private static final int SPLITS_MAX = 14;

    /** A process that was stopped between its intent and its request for longer than this part of the time leaves it. */
    private static final int FRESH_PART = 4;

    private CentraStock centra;
    private StockLevels levels;
    private StockSettings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    TellCentra() {}

    @Inject
    public TellCentra(CentraStock centra, StockLevels levels, StockSettings settings, Clock clock) {
        this.centra = centra;
        this.levels = levels;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param isUrgent whether it goes before other stock
     * @param goesOn asked before each request
     * @return how many Centra has now
     * @throws TargetUnavailable when it takes nothing at the moment, by whatever it is about
     */
    public long tell(Shelf shelf, List<Told> page, boolean isUrgent, BooleanSupplier goesOn) throws TargetUnavailable {
        return tell(new Page(shelf, isUrgent, goesOn, new AtomicInteger(SPLITS_MAX)), page);
    }

    /** What is the same for a page and the parts that it is split into. */
    private record Page(Shelf shelf, boolean isUrgent, BooleanSupplier goesOn, AtomicInteger splits) {}

    private long tell(Page of, List<Told> page) throws TargetUnavailable {
        if (!of.goesOn().getAsBoolean()) {
            return 0;
        }
        Instant began = clock.instant();
        List<Told> intended = levels.intend(page, settings.settle());
        if (intended.isEmpty()) {
            return 0;
        }
        boolean isFresh = clock.instant().isBefore(began.plus(settings.settle().dividedBy(FRESH_PART)));
        Mutated became = isFresh
                ? centra.set(
                        of.shelf().centraId(),
                        quantities(intended),
                        settings.type(),
                        of.shelf().sageWarehouse(),
                        of.isUrgent())
                : new Mutated.Unsent("it took too long to send it");
        return concluded(of, intended, became);
    }

    /** Of two holdings with one SKU, which there are only until all are read again, the lesser counts. */
    private static Map<String, Integer> quantities(List<Told> page) {
        return page.stream().collect(Collectors.toMap(told -> told.level().sku(), Told::quantity, Math::min));
    }

    private long concluded(Page of, List<Told> page, Mutated became) throws TargetUnavailable {
        if (became instanceof Mutated.Lost lost) {
            levels.unanswered(page, lost.why(), settings.settle());
            return 0;
        }
        if (became instanceof Mutated.Unsent && centra.room(of.isUrgent()) == 0) { // what goes first has taken it
            levels.due(page);
            return 0;
        }
        if (became instanceof Mutated.Unsent unsent) {
            levels.later(page, unsent.why(), Duration.ZERO);
            throw new TargetUnavailable(unsent.why());
        }
        if (became instanceof Mutated.NotUnderstood not) {
            levels.later(page, not.why(), REFUSED);
            throw new TargetUnavailable(not.why());
        }
        Mutated.Answered answered = (Mutated.Answered) became;
        return answered.errors().isEmpty()
                ? taken(page, answered.warnings())
                : refused(of, page, String.join("; ", answered.errors()));
    }

    /** What a warning names was left out; where one names none of the page, Centra is looked at before anything is told again. */
    private long taken(List<Told> page, List<String> warnings) {
        Map<Boolean, List<Told>> byLeftOut = page.stream()
                .collect(Collectors.partitioningBy(
                        told -> warning(told, warnings).isPresent()));
        List<Told> leftOut = byLeftOut.getOrDefault(true, List.of());
        List<Told> rest = byLeftOut.getOrDefault(false, List.of());
        levels.stopped(
                leftOut.stream().map(Told::level).toList(),
                LevelState.UNMATCHED,
                level -> String.join(
                        "; ",
                        warnings.stream()
                                .filter(words -> names(words, level.sku()))
                                .toList()));
        boolean allNamed = warnings.stream()
                .allMatch(words ->
                        page.stream().anyMatch(told -> names(words, told.level().sku())));
        if (allNamed) {
            levels.told(rest);
            return rest.size();
        }
        levels.later(rest, "Centra says: " + String.join("; ", warnings), Duration.ZERO);
        return 0;
    }

    private static Optional<String> warning(Told told, List<String> warnings) {
        return warnings.stream()
                .filter(words -> names(words, told.level().sku()))
                .findFirst();
    }

    /** As a word of its own: a SKU may be the beginning of another. */
    private static boolean names(String words, String sku) {
        return List.of(words.split("[\\s'\",;:()]+", -1)).contains(sku);
    }

    /**
     * Centra takes all of a page or nothing: by halves it shows which SKU it is about, and keeps no other from being told. Where it is about
     * all of them, that would use up the quota: then what is left waits.
     */
    private long refused(Page of, List<Told> page, String why) throws TargetUnavailable {
        boolean isSplit = page.size() > 1 && of.splits().getAndDecrement() > 0;
        levels.later(page, "Centra rejects it: " + why, isSplit ? Duration.ZERO : REFUSED);
        if (!isSplit) {
            return 0;
        }
        int half = page.size() / 2;
        return tell(of, page.subList(0, half)) + tell(of, page.subList(half, page.size()));
    }
}
