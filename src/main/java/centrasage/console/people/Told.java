package centrasage.console.people;

import java.util.Locale;

/** What was done last, as the address of the page that follows says it. */
enum Told {
    MADE(
            "The account is made. Give its owner the name and the password on a way that others do not read: they have to choose"
                    + " another password when they sign in for the first time."),
    ROLES("The roles are changed. Whoever was signed in with this account has to sign in again."),
    RESET("The password is replaced. Whoever was signed in with this account is not any more; its owner has to choose"
            + " another when they sign in next."),
    REMOVED(
            "The account is removed. Whoever was signed in with it is not any more. What it did stays in the audit trail."),
    LIFTED("The lock is lifted: passwords are looked at again at once.");

    private final String words;

    Told(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String part() {
        return name().toLowerCase(Locale.ROOT);
    }
}
