package centrasage.flow;

import java.util.Optional;

/** Something without which the application does not do its work, however well it looks from outside. */
public interface Vital {

    /** What is wrong with it, in a sentence without addresses and names; empty while it is well. */
    Optional<String> ailment();
}
