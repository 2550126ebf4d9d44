package centrasage.simulation;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.sync.store.Posting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person who is told that something was refused, looks, and plans it again; not for ever. */
final class Operator {
    private static final int TIMES_MAX = 5;

    private final World world;
    private final Map<PostingKey, Integer> asked = new HashMap<>();

    Operator(World world) {
        this.world = world;
    }

    /** How many postings were planned again. */
    int ask() {
        List<Posting> refused = world.books().all().stream()
                .filter(posting -> posting.state() == PostingState.REFUSED)
                .filter(posting -> asked.merge(posting.key(), 1, Integer::sum) <= TIMES_MAX)
                .toList();
        refused.forEach(posting -> again(posting.key()));
        return refused.size();
    }

    private void again(PostingKey key) {
        world.trace().say(() -> "a person plans again: " + key);
        world.chance().figures().count(Figures.Count.ASKED);
        switch (key.kind()) {
            case ORDER -> world.books().staging().planAgain("order", key.sourceKey());
            case ORDER_CORRECTION -> world.books().sendAgain(key);
            default ->
                world.books().staging().planAgain("shipment", key.sourceKey().split("/")[0]);
        }
    }
}
