package centrasage.flow.event;

import centrasage.flow.Side;
import java.util.Optional;

/**
 * One of the two systems was asked just now.
 *
 * @param why why it could not be worked with, with the remedy; empty when it answered as it should
 */
public record SideHeard(Side side, Optional<String> why) {

    public static SideHeard answers(Side side) {
        return new SideHeard(side, Optional.empty());
    }

    public static SideHeard fails(Side side, String why) {
        return new SideHeard(side, Optional.of(why));
    }
}
