package centrasage.console.search;

import centrasage.console.life.CentraSide;
import centrasage.flow.PostingState;
import centrasage.sync.store.Posting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order that was found.
 *
 * @param centra null where it cannot be shown any more
 */
public record Hit(String number, @Nullable CentraSide centra, List<Posting> sides) {
    public Hit {
        sides = List.copyOf(sides);
    }

    /** Of the order itself; null where it waits for its plan. */
    public @Nullable PostingState state() {
        return sides.stream()
                .filter(side -> side.state() != PostingState.SKIPPED)
                .findFirst()
                .or(() -> sides.stream().findFirst())
                .map(Posting::state)
                .orElse(null);
    }

    /** Sage's number; empty where it has none. */
    public String sageNumber() {
        Optional<String> number = sides.stream()
                .map(Posting::targetNumber)
                .filter(Objects::nonNull)
                .findFirst();
        return number.orElse("");
    }
}
