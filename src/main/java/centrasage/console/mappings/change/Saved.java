package centrasage.console.mappings.change;

import centrasage.flow.MappingTexts.Version;
import centrasage.sync.changes.Proposal;
import java.util.function.Function;

/** What became of a change that was to be saved. */
public sealed interface Saved {

    <R> R match(Function<Made, R> made, Function<Proposed, R> proposed, Function<Beaten, R> beaten);

    /** It is in force. */
    record Made(Version version) implements Saved {
        @Override
        public <R> R match(Function<Made, R> made, Function<Proposed, R> proposed, Function<Beaten, R> beaten) {
            return made.apply(this);
        }
    }

    /** It waits for a second person. */
    record Proposed(Proposal proposal) implements Saved {
        @Override
        public <R> R match(Function<Made, R> made, Function<Proposed, R> proposed, Function<Beaten, R> beaten) {
            return proposed.apply(this);
        }
    }

    /** Somebody else saved another change in the same moment: nothing was kept. */
    record Beaten() implements Saved {
        @Override
        public <R> R match(Function<Made, R> made, Function<Proposed, R> proposed, Function<Beaten, R> beaten) {
            return beaten.apply(this);
        }
    }
}
