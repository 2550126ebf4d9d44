package centrasage.sync.plans;

import centrasage.flow.PostingKey;
import centrasage.sync.posting.Planned;
import java.util.Optional;

/** What a plan brings with it, which can be told only when it is recorded, while nothing moves its postings. */
public interface Following {
    /** Nothing. */
    Following NONE = new Following() {
        @Override
        public Optional<PostingKey> key(Planned planned) {
            return Optional.empty();
        }

        @Override
        public Optional<Planned> of(Planned planned) {
            return Optional.empty();
        }
    };

    /** The key of what it may bring with it. */
    Optional<PostingKey> key(Planned planned);

    /** What it brings with it now. */
    Optional<Planned> of(Planned planned);
}
