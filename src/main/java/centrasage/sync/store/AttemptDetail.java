package centrasage.sync.store;

import centrasage.flow.Outcome;
import centrasage.flow.Reason;
import java.util.stream.Collectors;

/** The outcome of an attempt in one line, as kept with it. */
public final class AttemptDetail {
    private static final int LENGTH = 2000;

    private AttemptDetail() {}

    public static String of(Outcome outcome) {
        String detail = outcome.match(new Outcome.Cases<>(
                posted -> posted.document().number(),
                there -> there.document().number(),
                Outcome.Locked::who,
                refused -> refused.reasons().stream().map(Reason::what).collect(Collectors.joining("; ")),
                Outcome.Unavailable::why,
                Outcome.InDoubt::why));
        return detail.substring(0, Math.min(detail.length(), LENGTH));
    }
}
