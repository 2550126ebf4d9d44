package centrasage.desk;

import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What the desk's own watches find: a feed that is silent, a channel that takes no alerts. It closes when they say that it is over. */
@ApplicationScoped
public class WatchBook {
    private Register register;

    @SuppressWarnings("NullAway.Init")
    WatchBook() {}

    @Inject
    WatchBook(Register register) {
        this.register = register;
    }

    /** @param subject at most 60 characters; one exception of the kind for each */
    @Atomic(alone = true)
    public void stands(BusinessException.Kind kind, String subject, Severity severity, Reason reason) {
        Matter matter = new Matter(
                cause(kind, subject),
                Matter.About.itself(subject),
                kind,
                Money.of("0", "GBP"),
                reason.what(),
                List.of(reason));
        register.open(matter.as(severity));
    }

    @Atomic(alone = true)
    public void over(BusinessException.Kind kind, String subject, String why) {
        register.close(cause(kind, subject), why);
    }

    private static String cause(BusinessException.Kind kind, String subject) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + subject;
    }
}
