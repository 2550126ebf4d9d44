package centrasage.console.exceptions;

import java.util.Locale;

/** What became of the last deed, as the address of the page that follows says it. */
enum Told {
    PLANNED(true, "It is being planned again now. Look again in a moment: this page shows what became of it."),
    SOON(true, "It will be planned again by the next run of the orders, because one runs at this moment."),
    TRIED(true, "It is being tried now. Look again in a moment: this page shows what became of it."),
    RESOLVED(true, "Resolved. Your words are kept with it."),
    ASSIGNED(true, "Noted who looks after it."),
    NOTED(true, "Your note is kept with it."),
    IGNORED(true, "Ignored until then. It comes back by itself, and before that if it is worse or about other money."),
    RETURNED(true, "It is open again."),
    ALL_PLANNED(
            true,
            "All of them are being planned again now. Look again in a moment: this page shows what became of them."),
    STILL_WAITED_FOR(
            false,
            "Nothing was done: documents still wait for it. Mend the cause and press Plan again; or give all of them up through the"
                    + " REST API, as the runbook says."),
    NOTHING(false, "Nothing was done: there is nothing to plan or to try here. What to do stands below."),
    GONE(false, "Nothing was done: it is over already."),
    CHANGED(
            false,
            "Nothing was done, because it has changed since you opened it. Look at it as it is now, and decide again."),
    DAY(false, "Nothing was done: say until which day, from tomorrow on and within 92 days, and why."),
    PICK(false, "Nothing was prepared: tick some of them, or choose all of this view."),
    MANY_WORDS(false, "Nothing was prepared: what you chose to do needs its words, its name or its day as well."),
    WORDS(false, "Nothing was done: say in a few words (at most 800 characters) what you did about it."),
    NAME(false, "Nothing was done: say who is to look after it.");

    private final boolean good;
    private final String words;

    Told(boolean good, String words) {
        this.good = good;
        this.words = words;
    }

    boolean isGood() {
        return good;
    }

    String words() {
        return words;
    }

    /** As it stands in an address. */
    String part() {
        return name().toLowerCase(Locale.ROOT);
    }
}
