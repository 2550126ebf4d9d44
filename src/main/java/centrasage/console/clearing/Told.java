package centrasage.console.clearing;

import java.util.Locale;

/** What became of the last deed, as the address of the page that follows says it. */
enum Told {
    CHECKED(true, "Sage 200 was asked just now: these are its balances."),
    EXPLAINED(
            true,
            "Noted: it is open in the clearing bank no more. Your words are kept with it. Press Check now to see that the bank proves."),
    TAKEN_BACK(true, "Taken back: it is open in the clearing bank again. Your words are kept with it."),
    BASE_EXPLAINED(
            true,
            "Noted: what the bank differs by in the company's own currency is explained. Your words are kept with it."),
    WORDS(false, "Nothing was done: say in a few words (at most 500 characters) why."),
    NOT_OPEN(false, "Nothing was done: it is not open any more."),
    NOT_EXPLAINED(false, "Nothing was done: no person has explained it."),
    DIFFERS_OTHERWISE(
            false, "Nothing was done: the bank does not differ by that any more. Press Check now, and look again."),
    SILENT(
            false,
            "Sage 200 could not be asked for all balances. What is shown is from the last time that it answered."),
    MEANWHILE(false, "Nothing was done: a job proves the banks at this very moment. Look again in a minute."),
    MAPPINGS(false, "Nothing was done: the mappings cannot be used at this moment. Mend them, then try again.");

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
