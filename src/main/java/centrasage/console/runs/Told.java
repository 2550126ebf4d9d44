package centrasage.console.runs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of what a person asked for, as the address of the next page names it: words of our own only. */
public enum Told {
    STARTED(true, "The job runs. This page shows how far it is."),
    RESTARTED(true, "It goes on as this run, from where the one before ended."),
    STOPPING(
            true, "It was asked to stop. It ends between two documents, within seconds; nobody restarts it by itself."),
    ABANDONED(true, "The run is given up. Nothing of its work is lost: the next run takes it from where it stands."),
    BUSY(
            false,
            "Nothing was started: the job runs already, or was started by somebody else in the same moment. Its run is at the top of the list."),
    NOT_NOW(
            false,
            "Nothing was done: the run has changed meanwhile, or what it is about runs at this moment. Look at its state."),
    PARAMETERS(false, "Nothing was started: what was given cannot be used. See below what is wrong.");

    private final boolean good;
    private final String words;

    Told(boolean good, String words) {
        this.good = good;
        this.words = words;
    }

    /** Empty where the address says nothing, or nothing that we know. */
    public static Optional<Told> in(@Nullable String part) {
        return Arrays.stream(values()).filter(told -> told.part().equals(part)).findFirst();
    }

    String part() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean good() {
        return good;
    }

    public String words() {
        return words;
    }
}
