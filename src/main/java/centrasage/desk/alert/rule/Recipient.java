package centrasage.desk.alert.rule;

/**
 * Where a message goes.
 *
 * @param channel {@code mail}, or {@code webhook:} and its name
 * @param address an e-mail address; empty for a web hook
 */
public record Recipient(String channel, String address) {
    public static final String MAIL = "mail";
    private static final String MAILTO = "mailto:";
    private static final String WEB_HOOK = "webhook:";

    /** As the setting names it, such as {@code mailto:finance@brand.com} or {@code webhook:ops}. */
    static Recipient of(String text) {
        return text.startsWith(WEB_HOOK)
                ? new Recipient(text, "")
                : new Recipient(MAIL, text.startsWith(MAILTO) ? text.substring(MAILTO.length()) : text);
    }

    public static Recipient webHook(String name) {
        return new Recipient(WEB_HOOK + name, "");
    }

    /** As the setting names it. */
    public String name() {
        return channel.equals(MAIL) ? MAILTO + address : channel;
    }
}
