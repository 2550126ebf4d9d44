package centrasage.sync.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What planning asks of the postings, answered from memory. */
public final class MemoryPostings extends Postings {
    private final Supplier<List<Posting>> all;

    public MemoryPostings(Supplier<List<Posting>> all) {
        this.all = all;
    }

    @Override
    public List<Posting> of(String sourceKey) {
        return which(posting -> posting.key().sourceKey().equals(sourceKey));
    }

    @Override
    public List<Posting> ofObjects(Collection<String> objects) {
        return which(posting -> objects.contains(posting.object()));
    }

    private List<Posting> which(Predicate<Posting> wanted) {
        return all.get().stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(
                                (Posting posting) -> posting.key().kind().rank())
                        .thenComparingLong(Posting::id))
                .toList();
    }
}
