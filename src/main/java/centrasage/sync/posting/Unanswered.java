package centrasage.sync.posting;

import java.time.Instant;
import java.util.List;

/**
 * The sends of a posting to which no answer came.
 *
 * @param ever when each of them was sent: what one of them has left behind is ours
 * @param inARow how many of them came after the last clear answer, of whatever kind
 */
public record Unanswered(List<Instant> ever, int inARow) {
    public static final Unanswered NONE = new Unanswered(List.of(), 0);

    public Unanswered {
        ever = List.copyOf(ever);
    }
}
