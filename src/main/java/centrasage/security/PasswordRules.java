package centrasage.security;

import java.util.Locale;
import java.util.Optional;

/** What a password must be: long, rather than full of signs that make people write it down. */
public final class PasswordRules {
    public static final int MIN = 12;
    public static final int MAX = 200;

    private static final int DIFFERENT_MIN = 5;

    private PasswordRules() {}

    /** The rule that this password breaks, in words that name it; empty where it breaks none. */
    public static Optional<String> broken(String name, String password) {
        if (password.length() < MIN) {
            return Optional.of("The password has " + password.length() + " characters and needs at least " + MIN);
        }
        if (password.length() > MAX) {
            return Optional.of("The password has " + password.length() + " characters and may have at most " + MAX);
        }
        if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) && !name.isBlank()) {
            return Optional.of("The password must not contain the name");
        }
        if (password.chars().distinct().count() < DIFFERENT_MIN) {
            return Optional.of("The password needs at least " + DIFFERENT_MIN + " different characters");
        }
        return Optional.empty();
    }
}
