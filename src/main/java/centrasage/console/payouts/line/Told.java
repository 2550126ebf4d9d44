package centrasage.console.payouts.line;

import centrasage.settlements.settle.PersonsWord.Answer;
import java.util.Locale;

/** What became of the last deed, as the address of the page that follows says it. */
enum Told {
    SETTLED(true, "Noted: the line settles that. The next run posts what it comes to more or less, if anything."),
    EXPLAINED(true, "Noted: the line is open in the clearing bank no more. Your words are kept with it."),
    SUSPENDED(
            true,
            "Noted: the next run of settlement-post books the line to the suspense account. Your words are kept with it."),
    TAKEN_BACK(true, "Taken back: the line waits again. Your words are kept with it."),
    WORDS(false, "Nothing was done: say in a few words (at most 500 characters) why."),
    NOTHING_CHOSEN(false, "Nothing was done: choose at least one receipt or refund."),
    MAPPINGS(false, "Nothing was done: the mappings cannot be used at this moment. Mend them, then try again."),
    NO_SUCH_LINE(false, "Nothing was done: there is no such line."),
    NOT_WAITING(false, "Nothing was done: the line does not wait for a person any more."),
    NO_SUCH_ENTRY(false, "Nothing was done: it was settled meanwhile, by another line or another person."),
    OTHER_KIND(false, "Nothing was done: one is a sale and the other a refund, or they are in two currencies."),
    OTHER_BANK(
            false,
            "Nothing was done: it is open in another clearing bank than the line's. Transfer it in Sage 200 by hand, then explain both."),
    OTHER_AMOUNT(
            false,
            "Nothing was done: the amounts differ by more than is tolerated. Enter the difference in Sage 200 by hand, then explain both"
                    + " the line and the receipt."),
    NOT_SAID(false, "Nothing was done: no person has said anything of this line."),
    POSTED(
            false,
            "Nothing was done: what was said is posted, or is about to be. Enter the opposite in Sage 200 by hand.");

    private final boolean good;
    private final String words;

    Told(boolean good, String words) {
        this.good = good;
        this.words = words;
    }

    /** @param done what is told where it was done */
    static Told of(Answer answer, Told done) {
        return switch (answer) {
            case DONE -> done;
            case NO_SUCH_LINE -> NO_SUCH_LINE;
            case NOT_WAITING -> NOT_WAITING;
            case NO_SUCH_ENTRY -> NO_SUCH_ENTRY;
            case OTHER_KIND -> OTHER_KIND;
            case OTHER_BANK -> OTHER_BANK;
            case OTHER_AMOUNT -> OTHER_AMOUNT;
            case NOT_SAID -> NOT_SAID;
            case POSTED -> POSTED;
        };
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
