package centrasage.mapping;

import centrasage.flow.Reason;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a mapping answers: the value, or the reason why there is none. */
public sealed interface Mapped<T> {

    <R> R match(Function<T, R> found, Function<Reason, R> missing);

    /** The value; when there is none, the reason goes to the listener and null comes back. */
    @Nullable
    T orTell(Consumer<Reason> listener);

    default <U> Mapped<U> map(Function<T, U> change) {
        return match(value -> new Found<>(change.apply(value)), Missing::new);
    }

    record Found<T>(T value) implements Mapped<T> {
        @Override
        public <R> R match(Function<T, R> found, Function<Reason, R> missing) {
            return found.apply(value);
        }

        @Override
        public T orTell(Consumer<Reason> listener) {
            return value;
        }
    }

    /** No row fits, or several fit equally well. */
    record Missing<T>(Reason reason) implements Mapped<T> {
        @Override
        public <R> R match(Function<T, R> found, Function<Reason, R> missing) {
            return missing.apply(reason);
        }

        @Override
        public @Nullable T orTell(Consumer<Reason> listener) {
            listener.accept(reason);
            return null;
        }
    }
}
