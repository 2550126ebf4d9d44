package centrasage.desk.alert.outbox;

import centrasage.desk.BusinessException;
import centrasage.desk.WatchBook;
import centrasage.desk.alert.channel.Channel;
import centrasage.desk.alert.channel.Channels;
import centrasage.desk.alert.channel.Delivery;
import centrasage.desk.alert.channel.Notice;
import centrasage.flow.Chore;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Sends what is due, on one node at a time, outside of any transaction. A channel that fails is left alone until the pause of its first
 * message is over; after the last pause its messages are parked, and an exception tells of it by the other channels.
 */
@ApplicationScoped
public class Postman implements Chore {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    /** Renewed before each message; one takes no longer than the time-outs of its channel allow. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30));
    private static final Duration PARKED = Duration.ofHours(1);
    /** Older ones say nothing that the digest does not. */
    private static final Duration KEPT_UNSENT = Duration.ofDays(3);

    /** The subject of an exception about a channel begins so, and goes on with its name. */
    public static final String ABOUT = "alerts/";

    private static final Duration KEPT = Duration.ofDays(92);
    private static final int EACH_MAX = 50;

    private Outbox outbox;
    private Channels channels;
    private WatchBook book;
    private Store store;
    private Node node;
    private Clock clock;
    private Instant forgot = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    Postman() {}

    @Inject
    public Postman(Outbox outbox, Channels channels, WatchBook book, Store store, Node node, Clock clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.book = book;
        this.store = store;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alerts by mail and web hook";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void perform(BooleanSupplier stopped) {
        Set<String> failing = new HashSet<>();
        for (int count = 0; count < EACH_MAX && isOurs(); count++) {
            List<Outbox.Due> due = outbox.due(clock.instant(), failing, 1);
            if (due.isEmpty()) {
                forget();
                return;
            }
            if (!send(due.get(0))) {
                failing.add(due.get(0).channel());
            }
        }
    }

    private boolean isOurs() {
        return !Thread.currentThread().isInterrupted() && store.lease("alert-post", node.holder("alert-post"), LEASE);
    }

    private void forget() {
        Instant now = clock.instant();
        if (forgot.plus(Duration.ofDays(1)).isBefore(now)) {
            forgot = now;
            outbox.forget(now.minus(KEPT));
        }
    }

    /** False when its channel takes nothing now. */
    private boolean send(Outbox.Due due) {
        Instant now = clock.instant();
        if (due.createdAt().plus(KEPT_UNSENT).isBefore(now)) {
            outbox.drop(
                    due.id(), new Outbox.Failure(now, "It could not be sent for " + KEPT_UNSENT.toDays() + " days"));
            return true;
        }
        Optional<Channel> channel = channels.named(due.channel());
        if (channel.isEmpty()) {
            outbox.drop(due.id(), new Outbox.Failure(now, due.channel() + " is not set up any more"));
            return true;
        }
        Optional<Notice> notice = outbox.begin(due.id());
        return notice.isEmpty() || concluded(due, channel.get().send(notice.get()));
    }

    private boolean concluded(Outbox.Due due, Delivery delivery) {
        return delivery.match(
                sent -> {
                    outbox.sent(due.id(), clock.instant());
                    book.over(BusinessException.Kind.ALERT_NOT_SENT, subject(due), "a message has gone out by it");
                    return true;
                },
                later -> later(due, later),
                refused -> {
                    outbox.refused(due.id(), new Outbox.Failure(clock.instant(), refused.why()));
                    tell(subject(due) + " refused", due, refused.why());
                    return true;
                });
    }

    private boolean later(Outbox.Due due, Delivery.Later later) {
        int tried = due.attempts();
        boolean parks = tried >= PAUSES.size();
        Duration pause = later.after().orElse(parks ? PARKED : PAUSES.get(tried));
        outbox.later(due.id(), parks, pause, new Outbox.Failure(clock.instant(), later.why()));
        if (parks) {
            tell(subject(due), due, later.why());
        }
        return false;
    }

    /** One exception for each channel, in the same words while it lasts: it is never told by the channel that it is about. */
    private void tell(String subject, Outbox.Due due, String why) {
        book.stands(
                BusinessException.Kind.ALERT_NOT_SENT,
                subject,
                Severity.HIGH,
                new Reason(
                        "ALERT_NOT_SENT",
                        Owner.OPERATIONS,
                        "Alerts by " + due.channel() + " cannot be sent: " + why,
                        "Mend what it says, or the settings of alerts. in the configuration file. What waits is sent"
                                + " by itself then; POST /api/alerts/RULE/test tries it"));
    }

    private static String subject(Outbox.Due due) {
        return ABOUT + due.channel();
    }
}
