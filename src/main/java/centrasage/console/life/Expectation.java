package centrasage.console.life;

import centrasage.console.words.Moments;
import centrasage.flow.OrderStanding;
import centrasage.flow.PostingState;
import centrasage.sync.posting.Block;
import centrasage.sync.store.Blockage;
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

    /** What keeps it, since when and who, and when it is tried again. */
    public String of(Blockage blockage) {
        Block block = blockage.block();
        boolean locked = block.as() == PostingState.LOCKED;
        String by = block.by().isEmpty() ? "" : " by " + block.by();
        String behind = blockage.waiting() == 0
                ? ""
                : "; " + blockage.waiting() + (blockage.waiting() == 1 ? " document waits" : " documents wait")
                        + " behind it";
        return (locked ? "Locked in Sage 200" + by : "Parked") + " since " + moments.stamp(block.since()) + ", tried "
                + (block.tries() == 1 ? "once" : block.tries() + " times") + behind + ". Tried again by itself by "
                + moments.time(blockage.nextTry()) + ", until it goes through or a person gives it up.";
    }

    public String of(Posting posting) {
        return switch (posting.state()) {
            case PLANNED ->
                preview
                        ? "In preview nothing is sent: it would be sent now."
                        : "Sent to " + there(posting) + " within seconds, as long as it answers.";
            case WAITING -> "Sent as soon as what it waits for is posted.";
            case SENDING -> "The answer of " + there(posting) + ", within its read timeout.";
            case IN_DOUBT ->
                "Read back from " + there(posting) + " by its key; settled by "
                        + moments.time(posting.since().plus(settle)) + ". It is never simply sent again.";
            case LOCKED -> "Tried again by itself within minutes.";
            case PARKED -> "Tried again by itself, though rarely, until " + there(posting) + " takes it.";
            case REFUSED, HELD -> "Waits for a person: its exception says what to do.";
            case SKIPPED ->
                isInvoicedByShipment(posting)
                        ? "Each parcel is invoiced once it has left."
                        : "Nothing, unless the order changes in Centra.";
            case POSTED -> "Nothing more.";
            case ABANDONED -> "Nothing: a person has given it up. Plan again in its exception takes it up.";
            case REVERSED -> "Nothing.";
        };
    }

    private static boolean isInvoicedByShipment(Posting order) {
        return new OrderStanding(order.key(), order.state(), order.reasons()).isInvoicedByShipment();
    }

    private static String there(Posting posting) {
        return posting.key().kind().side().title();
    }
}
