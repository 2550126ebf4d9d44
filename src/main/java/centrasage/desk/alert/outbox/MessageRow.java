package centrasage.desk.alert.outbox;

import centrasage.desk.alert.channel.Notice;
import centrasage.desk.alert.rule.Recipient;
import centrasage.flow.Severity;
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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message to one recipient. */
@Entity
@Table(name = "alert_message")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // read by queries
class MessageRow {
    private static final int TITLE_MAX = 200;
    private static final int ERROR_MAX = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String once;
    private String channel;
    private String recipient;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "cause_id")
    private @Nullable Long causeId;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private String title;
    private String body;
    private String link;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private int attempts;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private @Nullable String error;

    @Version
    private int revision;

    MessageRow() {}

    MessageRow(String once, Letter letter, Recipient to, Instant notBefore, Instant now) {
        this.once = once;
        channel = to.channel();
        recipient = to.address();
        purpose = letter.purpose();
        causeId = letter.causeId();
        severity = letter.severity();
        title = cut(letter.title(), TITLE_MAX);
        body = String.join("\n", letter.lines());
        link = letter.link();
        state = MessageState.WAITING;
        this.notBefore = notBefore;
        createdAt = now;
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    long id() {
        return id;
    }

    String channel() {
        return channel;
    }

    @Nullable
    Long causeId() {
        return causeId;
    }

    Purpose purpose() {
        return purpose;
    }

    MessageState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** @return what is sent; whoever finds it under way already cannot know whether it arrived, and says so */
    Notice begin() {
        boolean mayHaveArrived = state == MessageState.SENDING;
        state = MessageState.SENDING;
        attempts++;
        String told = mayHaveArrived ? "You may have had this message already.\n" : "";
        return new Notice(
                "alert-" + id + "@centra-sage200",
                recipient,
                severity,
                title,
                List.of((told + body).split("\n", -1)),
                link);
    }

    void sent(Instant now) {
        state = MessageState.SENT;
        endedAt = now;
        error = null;
    }

    void again(MessageState as, Instant when, String why) {
        state = as;
        notBefore = when;
        error = cut(why, ERROR_MAX);
    }

    void giveUp(Instant now, String why) {
        state = MessageState.GIVEN_UP;
        endedAt = now;
        error = cut(why, ERROR_MAX);
    }
}
