package centrasage.stock.level;

import centrasage.stock.figure.Kept;
import centrasage.stock.figure.Sellable.Held;
import centrasage.stock.figure.Sellable.Taken;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** SKUs as a test has them: shown in Centra as Sage has them, but for what the test says. */
public final class Levels {
    private static final Instant CHANGED = Instant.parse("2026-11-23T07:59:00Z");

    private LevelState state = LevelState.SHOWN;
    private Held held = new Held(new BigDecimal("12.00000"), BigDecimal.ZERO);
    private Taken taken = new Taken(BigDecimal.ZERO, 0, Kept.NOTHING);
    private String product = "SHIRT";
    private String note = "";
    private int tries;
    private long published = 1;
    private @Nullable Integer shown = 12;

    private Levels() {}

    public static Levels shown() {
        return new Levels();
    }

    public Levels in(LevelState other, String why) {
        state = other;
        note = why;
        return this;
    }

    public Levels tries(int times) {
        tries = times;
        return this;
    }

    public Levels held(String free, String unconfirmed) {
        held = new Held(new BigDecimal(free), new BigDecimal(unconfirmed));
        return this;
    }

    public Levels taken(String openOrders, long inFlight, int buffer) {
        taken = new Taken(new BigDecimal(openOrders), inFlight, new Kept(buffer, "", 0));
        return this;
    }

    public Levels shows(int units) {
        shown = units;
        return this;
    }

    public Levels neverTold() {
        published = 0;
        shown = null;
        return this;
    }

    public Levels of(String code) {
        product = code;
        return this;
    }

    public Level level() {
        return new Level(
                7,
                "33",
                "Main",
                product,
                product,
                held.free(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                held,
                CHANGED,
                1,
                state,
                null,
                tries,
                note,
                false,
                taken,
                shown,
                shown,
                shown,
                shown == null ? null : CHANGED.plusSeconds(20),
                published,
                shown,
                shown == null ? null : CHANGED.plusSeconds(30));
    }
}
