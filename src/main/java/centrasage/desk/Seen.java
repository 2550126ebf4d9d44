package centrasage.desk;

import org.jspecify.annotations.Nullable;

/**
 * An exception as a person saw it when they decided.
 *
 * @param edition {@link BusinessException.Handling#edition}; null where they decide about it however it is now
 */
public record Seen(long id, @Nullable Integer edition) {
    public static Seen asItIs(long id) {
        return new Seen(id, null);
    }

    static Seen of(BusinessException exception) {
        return new Seen(exception.id(), exception.handling().edition());
    }
}
