package centrasage.orders.backfill;

import centrasage.flow.Explained;

/** A backfill that is not begun, with what to ask for instead. */
final class BackfillRefused extends Exception implements Explained {
    private static final long serialVersionUID = 1;

    BackfillRefused(String why) {
        super(why);
    }
}
