package centrasage.flow;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of one write. There is no other way in which a write can end. */
public sealed interface Outcome {

    <R> R match(Cases<R> cases);

    /** One answer for each case; a new case breaks every caller at compile time. */
    record Cases<R>(
            Function<Posted, R> posted,
            Function<AlreadyThere, R> alreadyThere,
            Function<Locked, R> locked,
            Function<Refused, R> refused,
            Function<Unavailable, R> unavailable,
            Function<InDoubt, R> inDoubt) {}

    /** The other side confirmed it. */
    record Posted(Document document) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.posted().apply(this);
        }
    }

    /**
     * The same document asking for less, such as for less stock: another write, with an intent of its own.
     *
     * @param what how it differs, in words
     */
    record Lesser(Command command, String what) {}

    /** The other side had it before this call; nothing was written. */
    record AlreadyThere(Document document) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.alreadyThere().apply(this);
        }
    }

    /**
     * A user has the record open; nothing was written.
     *
     * @param who begins with {@link #SOMEBODY} where nobody is named
     */
    record Locked(String who) implements Outcome {
        /** Who holds it as far as anybody knows. */
        public static final String SOMEBODY = "another Sage user";

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.locked().apply(this);
        }
    }

    /**
     * The other side will not take it as it is, and read-back shows that nothing was left behind.
     *
     * @param lesser what it may take instead; null where nothing of the kind is known
     * @param passing whether the reasons cure by themselves, such as stock that is short: then the same is sent again later
     */
    record Refused(List<Reason> reasons, @Nullable Lesser lesser, boolean passing) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
            if (passing && reasons.isEmpty()) {
                throw new IllegalArgumentException("what is refused for now is refused for a reason");
            }
        }

        public Refused(List<Reason> reasons, @Nullable Lesser lesser) {
            this(reasons, lesser, false);
        }

        public Refused(List<Reason> reasons) {
            this(reasons, null);
        }

        /** Not now; the same will be taken once the reasons are gone. */
        public static Refused forNow(List<Reason> reasons) {
            return new Refused(reasons, null, true);
        }

        /** Refused as it is, whatever less could be asked for. */
        public Refused withoutLesser() {
            return new Refused(reasons, null, passing);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused().apply(this);
        }
    }

    /** Provably nothing was sent: lanes pause, and the posting is planned and due again. */
    record Unavailable(String why) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unavailable().apply(this);
        }
    }

    /** It was sent, and nobody knows what became of it: only reading back resolves it. */
    record InDoubt(String why) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inDoubt().apply(this);
        }
    }
}
