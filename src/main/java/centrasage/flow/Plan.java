package centrasage.flow;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a planner decides for one document. */
public sealed interface Plan {

    <R> R match(Function<Post, R> post, Function<Skip, R> skip, Function<Hold, R> hold);

    /**
     * It may be written, exactly so.
     *
     * @param after what must be posted before it; null where nothing must
     */
    record Post(Command command, @Nullable PostingKey after) implements Plan {
        public Post(Command command) {
            this(command, null);
        }

        @Override
        public <R> R match(Function<Post, R> post, Function<Skip, R> skip, Function<Hold, R> hold) {
            return post.apply(this);
        }
    }

    /**
     * It is not for the other side, now or ever, and nobody has to act.
     *
     * @param coded what it would be there, where that is kept for what follows from it; else null
     */
    record Skip(Reason reason, @Nullable Command coded) implements Plan {
        public Skip(Reason reason) {
            this(reason, null);
        }

        @Override
        public <R> R match(Function<Post, R> post, Function<Skip, R> skip, Function<Hold, R> hold) {
            return skip.apply(this);
        }
    }

    /** It ought to be written and cannot be: all the reasons at once. */
    record Hold(List<Reason> reasons) implements Plan {
        public Hold {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a document is held for a reason");
            }
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R match(Function<Post, R> post, Function<Skip, R> skip, Function<Hold, R> hold) {
            return hold.apply(this);
        }
    }
}
