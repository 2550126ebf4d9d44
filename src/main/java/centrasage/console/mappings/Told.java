package centrasage.console.mappings;

import java.util.Locale;

/** What became of the last deed, as the address of the page that follows says it. */
enum Told {
    KEPT(true, "Kept as your draft. Nothing is in force yet: see below what it changes, then save it."),
    UNCHANGED(true, "There is nothing to keep: this is what is in force."),
    DISCARDED(true, "Your draft of this sheet is thrown away; what is in force is shown."),
    DISCARDED_ALL(true, "Your drafts are thrown away; what is in force is as it was."),
    UPLOADED(
            true,
            "The file is your draft now. Nothing is in force yet: see what differs and what is wrong, then save it."),
    MERGED(true, "Both changes are brought together in your draft."),
    STARTED(true, "The check runs now; this page shows what it found once it has ended. Look again in a moment."),
    RUNS(true, "The check runs already; look again in a moment."),
    PLANNED(true, "The job that reads and plans orders runs now; look again in a moment."),
    SAVED(true, "Saved, and in force from the next run on."),
    PROPOSED(true, "Proposed. It is in force once a second person of finance, or an administrator, has approved it."),
    APPROVED(true, "Approved: it is in force from the next run on."),
    REJECTED(true, "Rejected. Your words are kept with it, and its proposer has it as a draft again."),
    WITHDRAWN(true, "Taken back: it is your draft again."),
    RESTORED(true, "The old version is your draft now. Nothing is in force yet: see what it changes, then save it."),
    DRAFTS(false, "Nothing was done: you have drafts of your own. Save them or throw them away first."),
    NOTHING(false, "Nothing was done: there is nothing to save."),
    SAME(true, "Nothing differs: this content is in force already."),
    BEATEN(false, "Nothing was saved: somebody else saved in the same moment. See what they changed, and save again."),
    OVERTAKEN(false, "Nothing was done: another version has changed the same sheet meanwhile."),
    FAULTY(
            false,
            "Nothing was saved: some cells cannot be used. What was typed is kept; all that is wrong stands below."),
    UNSEEN(false, "Nothing was saved: look at what it would do first, or say why you do not."),
    WORDS(false, "Nothing was done: say in a few words (at most 500 characters) why."),
    OWN(false, "Nothing was done: whoever proposes a change does not approve it."),
    GONE(false, "Nothing was done: somebody has decided it meanwhile."),
    USELESS(
            false,
            "Nothing was done: what it says is in force already, or cannot be used with what is. Reject it, with a word why."),
    PLANNED_ANEW(
            false,
            "Not approved yet: another version came in force since it was proposed. It is now a change of that one: look at what"
                    + " it would do, and approve it again."),
    NO_FILE(false, "Nothing was done: choose a file first."),
    BAD_FILE(
            false,
            "Nothing was done: that is neither a CSV file of this sheet nor a zip of mapping files, or it is longer than 16 MB."),
    BUSY(false, "It could not be started at this moment; try again.");

    private final boolean good;
    private final String words;

    Told(boolean good, String words) {
        this.good = good;
        this.words = words;
    }

    public boolean isGood() {
        return good;
    }

    public String words() {
        return words;
    }

    String part() {
        return name().toLowerCase(Locale.ROOT);
    }
}
