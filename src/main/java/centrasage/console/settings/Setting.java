package centrasage.console.settings;

/**
 * A setting as the page shows it.
 *
 * @param group what it belongs to, as the handbook groups it
 * @param value never a secret: of one it is said only whether it is set
 * @param origin {@code default}, {@code file}, {@code environment} or {@code command line}
 * @param meaning in the words of the handbook
 */
public record Setting(String key, String group, String value, String origin, String meaning) {
    public boolean set() {
        return !origin.equals("default");
    }
}
