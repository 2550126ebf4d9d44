package centrasage.desk;

import centrasage.flow.PostingState;
import centrasage.flow.Severity;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingOverdue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Opens an exception for a posting that stays in its state for too long, and closes it when the posting moves on. What is parked has
 * an exception from the first day: that one becomes more severe.
 */
@ApplicationScoped
class Overdue {
    private Register register;

    @SuppressWarnings("NullAway.Init")
    Overdue() {}

    @Inject
    Overdue(Register register) {
        this.register = register;
    }

    void overdue(@Observes PostingOverdue news) {
        if (news.state() == PostingState.PARKED) {
            register.worsen(Openings.cause(news.postingId()), severity(news.state()));
            return;
        }
        register.open(new Matter(
                cause(news.postingId()),
                Matter.About.posting(news.postingId(), news.key()),
                BusinessException.Kind.STUCK,
                severity(news.state()),
                news.amount(),
                Matter.headline(news.key(), ": ", news.reason()),
                List.of(news.reason())));
    }

    /** That it is tried once more, and even that Sage 200 cannot be reached for that, changes nothing about it. */
    void changed(@Observes PostingChanged change) {
        PostingState to = change.to();
        boolean isTried = to == PostingState.SENDING
                || to == PostingState.PLANNED && change.from() == PostingState.SENDING
                || change.from() == to;
        if (!isTried) {
            register.closeUnless(cause(change.postingId()), PostingOverdue.code(to), change.from() + " -> " + to);
        }
    }

    private static String cause(long postingId) {
        return "stuck/" + postingId;
    }

    /** What nobody but us can know of, or may be in Sage 200 twice, is worse than what somebody there has open. */
    private static Severity severity(PostingState state) {
        return switch (state) {
            case IN_DOUBT, SENDING, PLANNED, PARKED -> Severity.HIGH;
            case WAITING -> Severity.LOW;
            case LOCKED, POSTED, REFUSED, HELD, SKIPPED, ABANDONED, REVERSED -> Severity.MEDIUM;
        };
    }
}
