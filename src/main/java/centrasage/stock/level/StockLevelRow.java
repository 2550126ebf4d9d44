package centrasage.stock.level;

import centrasage.sage200.StockLevel;
import centrasage.stock.figure.Kept;
import centrasage.stock.figure.Sellable.Held;
import centrasage.stock.figure.Sellable.Taken;
import centrasage.stock.level.StockLevels.Unread;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A SKU in a warehouse as the store keeps it. */
@Entity
@Table(name = "stock_level")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class StockLevelRow {
    private static final int NOTE_MAX = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Column(name = "centra_warehouse")
    private String centraWarehouse;

    @Column(name = "holding_id")
    private long holdingId;

    private String product;
    private String sku;

    @Column(name = "in_stock")
    private BigDecimal inStock;

    private BigDecimal unconfirmed;
    private BigDecimal allocated;
    private BigDecimal reserved;
    private BigDecimal free;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "read_at")
    private Instant readAt;

    private long version;

    @Enumerated(EnumType.STRING)
    private LevelState state;

    @Column(name = "due_since")
    private @Nullable Instant dueSince;

    /** Asked for in queries only. */
    @Column(name = "not_before")
    @SuppressWarnings("UnusedVariable")
    private Instant notBefore;

    private int tries;
    private String note = "";
    private boolean released;

    @Column(name = "open_orders")
    private BigDecimal openOrders = BigDecimal.ZERO;

    @Column(name = "in_flight")
    private long inFlight;

    private int buffer;

    @Column(name = "buffer_rule")
    private String bufferRule = "";

    @Column(name = "stale_buffer")
    private int staleBuffer;

    private @Nullable Integer sellable;
    private @Nullable Integer usual;
    private @Nullable Integer sent;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    private long published;

    /** From Sage's last change until Centra had it; null of the first figure, which is no change. */
    @Column(name = "fresh_seconds")
    private @Nullable Integer freshSeconds;

    private @Nullable Integer shown;

    @Column(name = "shown_at")
    private @Nullable Instant shownAt;

    StockLevelRow() {}

    StockLevelRow(Shelf shelf, long holdingId, Instant now) {
        this.company = shelf.company();
        this.centraWarehouse = shelf.centraWarehouse();
        this.holdingId = holdingId;
        this.notBefore = now;
        this.state = LevelState.DUE;
    }

    long holdingId() {
        return holdingId;
    }

    boolean isOf(Shelf shelf) {
        return company.equals(shelf.company()) && centraWarehouse.equals(shelf.centraWarehouse());
    }

    long version() {
        return version;
    }

    LevelState state() {
        return state;
    }

    /** Whether what is here was read since, by our reading and by Sage's own account: either may be wrong, not both. */
    boolean wasReadSince(StockLevel level, Instant otherReadAt) {
        return version > 0 && !readAt.isBefore(otherReadAt) && !changedAt.isBefore(level.changedAt());
    }

    /** @return whether it says something else than before */
    boolean read(StockLevel level, String ofProduct, String asSku, Instant at, Instant now) {
        boolean isNews = version == 0
                || state == LevelState.UNREADABLE
                || !sku.equals(asSku)
                || !product.equals(ofProduct)
                || differs(inStock, level.inStock())
                || differs(unconfirmed, level.unconfirmed())
                || differs(allocated, level.allocated())
                || differs(reserved, level.reserved())
                || differs(free, level.free());
        if (!isNews && changedAt.equals(level.changedAt())) {
            return false; // written for each row of an overlap, it would cost more than all else
        }
        says(level, ofProduct, asSku);
        readAt = at;
        if (isNews) {
            note = state == LevelState.UNREADABLE ? "" : note;
            version++;
            due(level.changedAt(), now);
        }
        return isNews;
    }

    private void says(StockLevel level, String ofProduct, String asSku) {
        product = ofProduct;
        sku = asSku;
        inStock = level.inStock();
        unconfirmed = level.unconfirmed();
        allocated = level.allocated();
        reserved = level.reserved();
        free = level.free();
        changedAt = level.changedAt();
    }

    /** What it said before stays. What is being told keeps its state until that is over; by then it is read again. */
    void unread(Unread now, Instant at) {
        if (version == 0) {
            BigDecimal none = BigDecimal.ZERO;
            says(new StockLevel(holdingId, 0, 0, none, none, none, none, none, at), now.product(), now.sku());
        }
        readAt = at;
        if (state != LevelState.SENDING) {
            stopped(LevelState.UNREADABLE, now.why());
        }
    }

    /** Sage has no such holding any more. */
    void gone(Instant now) {
        BigDecimal none = BigDecimal.ZERO;
        if (version == 0 || differs(inStock, none) || differs(free, none)) {
            says(new StockLevel(holdingId, 0, 0, none, none, none, none, none, now), product, sku);
            readAt = now;
            version++;
            due(now, now);
        }
    }

    private static boolean differs(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }

    /**
     * What is being told keeps its time: until then a request without an answer may still be carried out. What is held stays so until a
     * person, or the guard rails themselves, let it go.
     */
    final void due(Instant since, Instant now) {
        if (dueSince == null) {
            dueSince = since;
        }
        if (state != LevelState.SENDING && state != LevelState.HELD) {
            goOn(now);
        }
    }

    final void goOn(Instant now) {
        state = LevelState.DUE;
        notBefore = now;
    }

    void sending(Instant until) {
        state = LevelState.SENDING;
        notBefore = until;
    }

    /** Centra has it; where Sage says something newer meanwhile, that is due. */
    void told(Told told, Instant now) {
        take(told);
        sent = told.quantity();
        Integer seconds = sinceChange(now);
        freshSeconds = seconds == null ? freshSeconds : seconds;
        published = told.level().version();
        publishedAt = now;
        seen(told.figure().units(), now);
        settle(told.level().version(), now);
        if (state == LevelState.SHOWN && told.isToBeLookedAtAgain()) {
            state = LevelState.DUE;
        }
    }

    /** What is due since before it was last told is no new change. */
    private @Nullable Integer sinceChange(Instant now) {
        Instant since = dueSince;
        boolean isChange = since != null && publishedAt != null && since.isAfter(publishedAt);
        return isChange
                ? Math.toIntExact(Math.max(0, Duration.between(since, now).toSeconds()))
                : null;
    }

    /** Centra shows it already. */
    void right(Told told, Instant now) {
        take(told);
        published = told.level().version();
        seen(told.figure().units(), now);
        settle(told.level().version(), now);
    }

    private void take(Told told) {
        openOrders = told.taken().openOrders();
        inFlight = told.taken().inFlight();
        buffer = told.taken().kept().buffer();
        bufferRule = told.taken().kept().rule();
        staleBuffer = told.taken().kept().stale();
        sellable = told.figure().units();
        usual = told.figure().usual();
        note = limited(String.join("; ", told.figure().remarks()));
    }

    private void settle(long toldVersion, Instant now) {
        tries = 0;
        released = false;
        state = version == toldVersion ? LevelState.SHOWN : LevelState.DUE;
        notBefore = now;
        dueSince = version == toldVersion ? null : dueSince;
    }

    /** Centra was told in vain; to be told anew with what is true then. */
    void later(String why, Instant at) {
        unanswered(why, at);
        state = LevelState.DUE;
    }

    /** Nobody knows whether Centra was told: whatever Sage says meanwhile, it is told when that cannot happen any more. */
    void unanswered(String why, Instant until) {
        tries++;
        note = limited(why);
        notBefore = until;
    }

    void stopped(LevelState as, String why) {
        state = as;
        note = limited(why);
    }

    final void seen(int free, Instant now) {
        shown = free;
        shownAt = now;
    }

    private static String limited(String text) {
        return text.length() <= NOTE_MAX ? text : text.substring(0, NOTE_MAX - 1) + "…";
    }

    Level toLevel() {
        return new Level(
                id,
                company,
                centraWarehouse,
                product,
                sku,
                inStock,
                allocated,
                reserved,
                new Held(free, unconfirmed),
                changedAt,
                version,
                state,
                dueSince,
                tries,
                note,
                released,
                new Taken(openOrders, inFlight, new Kept(buffer, bufferRule, staleBuffer)),
                sellable,
                usual == null ? sellable : usual,
                sent,
                publishedAt,
                published,
                shown,
                shownAt);
    }
}
