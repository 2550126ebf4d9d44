package centrasage.console.life;

import centrasage.console.words.Moments;
import centrasage.sync.store.Posting;
import java.time.Duration;

/** What comes next for a posting, and by when, in one sentence. */
public final class Expectation {
    private final Moments moments;
    private final Duration settle;
    private final boolean preview;

    /**
     * @param settle how long a late commit in Sage can take
     * @param preview whether nothing is written at all
     */
    public Expectation(Moments moments, Duration settle, boolean preview) {
        this.moments = moments;
        this.settle = settle;
        this.preview = preview;
    }

    /** What is still to come by itself while a person is needed besides; empty where nothing is. */
    public String byItself(Posting posting) {
        return switch (posting.state()) {
            case PLANNED, WAITING, SENDING, IN_DOUBT, LOCKED, PARKED -> of(posting);
            case REFUSED, HELD, SKIPPED, POSTED, ABANDONED, REVERSED -> "";
        };
    }

    public String of(Posting posting) {
        return switch (posting.state()) {
            case PLANNED ->
                preview
                        ? "In preview nothing is sent: it would be sent now."
                        : "Sent to Sage 200 within seconds, as long as Sage 200 answers.";
            case WAITING -> "Sent as soon as what it waits for is posted.";
            case SENDING -> "The answer of Sage 200, within its read timeout.";
            case IN_DOUBT ->
                "Read back from Sage 200 by its key; settled by "
                        + moments.time(posting.since().plus(settle)) + ". It is never simply sent again.";
            case LOCKED -> "Tried again by itself within minutes.";
            case PARKED -> "Tried again by itself, though rarely. Close the record in Sage 200 to let it through.";
            case REFUSED, HELD -> "Waits for a person: its exception says what to do.";
            case SKIPPED -> "Nothing, unless the order changes in Centra.";
            case POSTED -> "Nothing more: despatch and invoice follow in Sage 200.";
            case ABANDONED -> "Nothing: a person has given it up. Plan again in its exception takes it up.";
            case REVERSED -> "Nothing.";
        };
    }
}
