package centrasage.settlements.match;

import java.util.List;
import java.util.function.Function;

/** What became of a line of a payment. */
public sealed interface Match {
    /** It settles these entries. */
    record Settles(Method method, List<OpenEntry> entries, long varianceMinor) implements Match {
        /** @param varianceMinor what the line comes to more than they do, in minor units; not nothing only within what is tolerated */
        public Settles {
            entries = List.copyOf(entries);
        }

        @Override
        public <T> T match(Function<Settles, T> settles, Function<Open, T> open) {
            return settles.apply(this);
        }
    }

    /** It is listed, and waits for a person or for what is not there yet. */
    record Open(Unmatched why, List<OpenEntry> candidates) implements Match {
        public Open {
            candidates = List.copyOf(candidates);
        }

        @Override
        public <T> T match(Function<Settles, T> settles, Function<Open, T> open) {
            return open.apply(this);
        }
    }

    <T> T match(Function<Settles, T> settles, Function<Open, T> open);
}
