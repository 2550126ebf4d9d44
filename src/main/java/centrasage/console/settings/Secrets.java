package centrasage.console.settings;

import java.util.regex.Pattern;

/** What of the settings is never shown: the values of secret keys, and secrets within addresses. */
public final class Secrets {
    /** By the end of the name: {@code sage200.token-url} is none. A web hook's address lets whoever knows it write there. */
    private static final Pattern KEY = Pattern.compile(
            ".*[.-](password|passphrase|secret|token|credentials|private-key|webhook|webhook-url|hook-url)|alerts\\.(webhook\\..*|heartbeat)\\.url");

    /** What follows the key of a secret in a JDBC URL, up to the next separator; SQL Server quotes by braces. */
    private static final String WITHIN = "(?i)([^;?&]*(?:password|pwd|secret|token|user)[^;=&]*=)(\\{[^}]*}|[^;&]*)";

    /** The user and the password before a host. */
    private static final String BEFORE_HOST = "(://)[^/@\\s]+@";

    private Secrets() {}

    /** Whether the value of a setting is a secret. */
    public static boolean isSecret(String key) {
        return KEY.matcher(key).matches();
    }

    /** A value without the secrets that stand in an address. */
    public static String without(String value) {
        return value.replaceAll(WITHIN, "$1***").replaceAll(BEFORE_HOST, "$1***@");
    }
}
