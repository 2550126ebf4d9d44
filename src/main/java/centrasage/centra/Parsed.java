package centrasage.centra;

import centrasage.flow.Reason;
import java.util.List;
import java.util.function.Function;

/** What reading one staged document has shown: the document, or everything that keeps it from being one. */
@SuppressWarnings("JavaLangClash") // the plain word for it; java.lang.Readable is never met near a document
public sealed interface Parsed<T> {

    <R> R match(Function<Readable<T>, R> readable, Function<Unreadable<T>, R> unreadable);

    record Readable<T>(T document) implements Parsed<T> {
        @Override
        public <R> R match(Function<Readable<T>, R> readable, Function<Unreadable<T>, R> unreadable) {
            return readable.apply(this);
        }
    }

    /** At least one reason, each naming a field, its value and a remedy. */
    record Unreadable<T>(List<Reason> reasons) implements Parsed<T> {
        public Unreadable {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R match(Function<Readable<T>, R> readable, Function<Unreadable<T>, R> unreadable) {
            return unreadable.apply(this);
        }
    }
}
