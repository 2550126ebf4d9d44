package centrasage.desk.feed;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counts of each feed by the hour, as they are kept. */
@ApplicationScoped
class FeedBook {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    FeedBook() {}

    @Inject
    FeedBook(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A feed that is known.
     *
     * @param knownAt since when it may be missed
     */
    record Known(String name, Instant knownAt, @Nullable Instant seenAt) {}

    /** Adds what has come. A row that another node makes in the same moment fails this, and the next time adds to it. */
    @Atomic(alone = true)
    public void add(Map<String, Integer> counts, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        counts.forEach((feed, many) -> {
            row(feed, now).seen(now);
            int changed = entities.createQuery("UPDATE FeedHourRow h SET h.counted = h.counted + :many"
                            + " WHERE h.feed = :feed AND h.hour = :hour")
                    .setParameter("many", many)
                    .setParameter("feed", feed)
                    .setParameter("hour", hour)
                    .executeUpdate();
            if (changed == 0) {
                entities.persist(new FeedHourRow(feed, hour, many));
            }
        });
    }

    /** From now on it may be missed, whether or not it ever comes. */
    @Atomic(alone = true)
    public void expect(String feed, Instant now) {
        row(feed, now);
    }

    private FeedRow row(String feed, Instant now) {
        return Optional.ofNullable(entities.find(FeedRow.class, feed)).orElseGet(() -> {
            FeedRow made = new FeedRow(feed, now);
            entities.persist(made);
            return made;
        });
    }

    @Atomic
    public List<Known> known() {
        return entities.createQuery("SELECT f FROM FeedRow f ORDER BY f.name", FeedRow.class).getResultList().stream()
                .map(row -> new Known(row.name(), row.knownAt(), row.seenAt()))
                .toList();
    }

    @Atomic
    public Counts counts(String feed, Instant from) {
        TreeMap<Instant, Integer> hours = new TreeMap<>();
        entities.createQuery(
                        "SELECT h.hour, h.counted FROM FeedHourRow h WHERE h.feed = :feed AND h.hour >= :from",
                        Object[].class)
                .setParameter("feed", feed)
                .setParameter("from", from)
                .getResultList()
                .forEach(row -> hours.put((Instant) row[0], (Integer) row[1]));
        return new Counts(hours);
    }

    @Atomic(alone = true)
    public void forget(Instant before) {
        entities.createQuery("DELETE FROM FeedHourRow h WHERE h.hour < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
