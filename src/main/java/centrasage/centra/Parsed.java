package centrasage.centra;

import centrasage.flow.Reason;
import java.util.List;
import java.util.function.Function;

/** What reading one staged order has shown: an order, or everything that keeps it from being one. */
@SuppressWarnings("JavaLangClash") // the plain word for it; java.lang.Readable is never met near an order
public sealed interface Parsed {

    <R> R match(Function<Readable, R> readable, Function<Unreadable, R> unreadable);

    record Readable(Order order) implements Parsed {
        @Override
        public <R> R match(Function<Readable, R> readable, Function<Unreadable, R> unreadable) {
            return readable.apply(this);
        }
    }

    /** At least one reason, each naming a field, its value and a remedy. */
    record Unreadable(List<Reason> reasons) implements Parsed {
        public Unreadable {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R match(Function<Readable, R> readable, Function<Unreadable, R> unreadable) {
            return unreadable.apply(this);
        }
    }
}
