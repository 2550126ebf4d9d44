package centrasage.stock.audit;

import centrasage.stock.figure.Kept;
import centrasage.stock.figure.StalePolicy;
import centrasage.stock.level.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Why Centra shows something else than Sage 200 has free: what is subtracted, and what it does not know yet. */
public final class Difference {
    private Difference() {}

    /** Empty where Centra shows what Sage has free. */
    public static String of(Level level) {
        List<String> words = new ArrayList<>(waiting(level));
        boolean isSame = level.shown() != null && level.held().free().compareTo(BigDecimal.valueOf(level.shown())) == 0;
        if (!isSame && level.published() > 0) {
            words.addAll(subtracted(level));
        }
        return String.join("; ", words);
    }

    private static List<String> waiting(Level level) {
        List<String> words = new ArrayList<>();
        switch (level.state()) {
            case DUE ->
                words.add(
                        level.tries() > 0
                                ? "it did not reach Centra " + times(level.tries()) + ": " + level.note()
                                : "Centra is looked at and told with the next run");
            case SENDING -> words.add("Centra was told, and nobody knows whether it took it: it is looked at again");
            case HELD -> words.add("held until somebody releases it: " + level.note());
            case UNMATCHED, UNREADABLE -> words.add(level.note());
            case SHOWN -> {
                if (!level.note().isEmpty()) {
                    words.add(level.note());
                }
            }
        }
        return words;
    }

    private static String times(int tries) {
        return tries == 1 ? "once" : tries + " times";
    }

    private static List<String> subtracted(Level level) {
        List<String> words = new ArrayList<>();
        if (level.taken().openOrders().signum() != 0) {
            words.add(plain(level.taken().openOrders()) + " ordered in Sage 200 and not allocated");
        }
        if (level.taken().inFlight() != 0) {
            words.add(level.taken().inFlight() + " ordered in Centra and not in Sage 200 yet");
        }
        words.addAll(kept(level.taken().kept()));
        if (level.held().unconfirmed().signum() != 0) {
            words.add(plain(level.held().unconfirmed()) + " in stock that nobody in Sage 200 has confirmed");
        }
        return words;
    }

    private static List<String> kept(Kept kept) {
        List<String> words = new ArrayList<>();
        if (kept.buffer() != 0) {
            words.add(kept.buffer() + " kept as a buffer" + (kept.rule().isEmpty() ? "" : " (" + kept.rule() + ")"));
        }
        if (kept.stale() >= StalePolicy.EVERYTHING) {
            words.add("nothing is sold while Sage 200 cannot be read");
        } else if (kept.stale() != 0) {
            words.add(kept.stale() + " more kept while Sage 200 cannot be read");
        }
        return words;
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
