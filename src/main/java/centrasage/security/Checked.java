package centrasage.security;

import java.time.Duration;

/** What became of a name and a password. */
sealed interface Checked {

    /** They belong together. */
    record Right(Account account) implements Checked {}

    /**
     * They do not; which of the two is wrong is told to nobody.
     *
     * @param account the name of an account that exists; empty where the name is wrong
     */
    record Wrong(String account) implements Checked {}

    /** Nothing was checked: too many were wrong of late. */
    record TooOften(Duration left) implements Checked {}
}
