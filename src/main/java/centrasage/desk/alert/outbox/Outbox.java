package centrasage.desk.alert.outbox;

import centrasage.desk.alert.channel.Notice;
import centrasage.desk.alert.rule.Recipient;
import centrasage.flow.Sha256;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be told and was told. A message is written in the transaction that found what it tells. */
@ApplicationScoped
public class Outbox {
    private static final Set<MessageState> UNDONE =
            Set.of(MessageState.WAITING, MessageState.SENDING, MessageState.PARKED);

    private static final int ONCE_MAX = 140;

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Outbox() {}

    @Inject
    Outbox(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Writes a message, in the caller's transaction, unless this recipient was written the same before.
     *
     * @return false when it was
     */
    @Atomic
    public boolean write(Letter letter, Recipient to, Instant notBefore, Instant now) {
        String once = once(letter, to);
        boolean isKnown = entities.createQuery("SELECT COUNT(m) FROM MessageRow m WHERE m.once = :once", Long.class)
                        .setParameter("once", once)
                        .getSingleResult()
                > 0;
        if (!isKnown) {
            entities.persist(new MessageRow(once, letter, to, notBefore, now));
        }
        return !isKnown;
    }

    private static String once(Letter letter, Recipient to) {
        String what = letter.once();
        return what.substring(0, Math.min(what.length(), ONCE_MAX)) + "/" + Sha256.hex(what + "/" + to.name());
    }

    /** What is due now, the most urgent purpose and the oldest first; what is under way was begun by a node that died. */
    @Atomic
    public List<Due> due(Instant now, Collection<String> exceptChannels, int most) {
        return entities
                .createQuery(
                        "SELECT m FROM MessageRow m WHERE (m.state = :waiting OR m.state = :sending OR m.state ="
                                + " :parked) AND m.notBefore <= :now AND m.channel NOT IN :except ORDER BY m.notBefore,"
                                + " m.id",
                        MessageRow.class)
                .setParameter("waiting", MessageState.WAITING)
                .setParameter("sending", MessageState.SENDING)
                .setParameter("parked", MessageState.PARKED)
                .setParameter("now", now)
                .setParameter("except", exceptChannels.isEmpty() ? List.of("") : exceptChannels)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row ->
                        new Due(row.id(), row.channel(), row.purpose(), row.causeId(), row.attempts(), row.createdAt()))
                .toList();
    }

    /** A message that is to be sent. */
    public record Due(
            long id,
            String channel,
            Purpose purpose,
            @Nullable Long causeId,
            int attempts,
            Instant createdAt) {}

    /** Notes that it is under way before it is; empty when somebody has ended it meanwhile. */
    @Atomic(alone = true)
    public Optional<Notice> begin(long id) {
        return undone(id).map(MessageRow::begin);
    }

    /** The channel works: what was parked for it is due. */
    @Atomic(alone = true)
    public void sent(long id, Instant now) {
        undone(id).ifPresent(row -> {
            row.sent(now);
            channel(row.channel()).sent(now);
            entities.createQuery("UPDATE MessageRow m SET m.notBefore = :now, m.state = :waiting"
                            + " WHERE m.state = :parked AND m.channel = :channel")
                    .setParameter("now", now)
                    .setParameter("waiting", MessageState.WAITING)
                    .setParameter("parked", MessageState.PARKED)
                    .setParameter("channel", row.channel())
                    .executeUpdate();
        });
    }

    /** @param parks whether it was tried often enough for now */
    @Atomic(alone = true)
    public void later(long id, boolean parks, Duration pause, Failure failure) {
        undone(id).ifPresent(row -> {
            row.again(
                    parks ? MessageState.PARKED : MessageState.WAITING,
                    failure.at().plus(pause),
                    failure.why());
            channel(row.channel()).failed(failure.at(), failure.why());
        });
    }

    /** That it could not be sent, when and why. */
    public record Failure(Instant at, String why) {}

    /** It will never be sent; the channel itself may be well. */
    @Atomic(alone = true)
    public void refused(long id, Failure failure) {
        undone(id).ifPresent(row -> {
            row.giveUp(failure.at(), failure.why());
            channel(row.channel()).failed(failure.at(), failure.why());
        });
    }

    /** Nobody needs it any more. */
    @Atomic(alone = true)
    public void drop(long id, Failure why) {
        undone(id).ifPresent(row -> row.giveUp(why.at(), why.why()));
    }

    /** What a cause was to be told with and was not yet: it is over. What is under way goes on. */
    @Atomic
    public void dropOf(long causeId, Failure why) {
        entities.createQuery(
                        "SELECT m FROM MessageRow m WHERE m.causeId = :cause AND m.purpose = :purpose AND m.state IN"
                                + " :states",
                        MessageRow.class)
                .setParameter("cause", causeId)
                .setParameter("purpose", Purpose.ALERT)
                .setParameter("states", Set.of(MessageState.WAITING, MessageState.PARKED))
                .getResultList()
                .forEach(row -> row.giveUp(why.at(), why.why()));
    }

    /** Whether this recipient was told of the cause since. */
    @Atomic
    public boolean hasTold(long causeId, Recipient to, Instant since) {
        return entities.createQuery(
                                "SELECT COUNT(m) FROM MessageRow m WHERE m.causeId = :cause AND m.purpose = :purpose"
                                        + " AND m.channel = :channel AND m.recipient = :recipient"
                                        + " AND (m.state = :sent OR m.state = :sending) AND m.createdAt >= :since",
                                Long.class)
                        .setParameter("cause", causeId)
                        .setParameter("purpose", Purpose.ALERT)
                        .setParameter("channel", to.channel())
                        .setParameter("recipient", to.address())
                        .setParameter("sent", MessageState.SENT)
                        .setParameter("sending", MessageState.SENDING)
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }

    private Optional<MessageRow> undone(long id) {
        return Optional.ofNullable(entities.find(MessageRow.class, id)).filter(row -> UNDONE.contains(row.state()));
    }

    private ChannelRow channel(String name) {
        ChannelRow known = entities.find(ChannelRow.class, name);
        if (known != null) {
            return known;
        }
        ChannelRow made = new ChannelRow(name);
        entities.persist(made);
        return made;
    }

    /** How the channel fares, also where nothing was sent by it yet. */
    @Atomic
    public ChannelState state(String channel) {
        long waiting = entities.createQuery(
                        "SELECT COUNT(m) FROM MessageRow m WHERE m.channel = :channel AND m.state IN :undone",
                        Long.class)
                .setParameter("channel", channel)
                .setParameter("undone", UNDONE)
                .getSingleResult();
        return Optional.ofNullable(entities.find(ChannelRow.class, channel))
                .orElseGet(() -> new ChannelRow(channel))
                .toState(waiting);
    }

    /** Deletes what ended before. */
    @Atomic(alone = true)
    public int forget(Instant before) {
        return entities.createQuery("DELETE FROM MessageRow m WHERE m.endedAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
