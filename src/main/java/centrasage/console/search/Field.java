package centrasage.console.search;

/** Where an order is looked for. */
public enum Field {
    NUMBER("number", "Centra or Sage 200 number", false),
    PSP_REFERENCE("reference", "payment provider’s reference", false),
    E_MAIL("e-mail", "customer’s e-mail", true),
    POSTCODE("postcode", "customer’s postcode", true),
    NAME("name", "customer’s name", true);

    private final String prefix;
    private final String words;
    private final boolean personal;

    Field(String prefix, String words, boolean personal) {
        this.prefix = prefix;
        this.words = words;
        this.personal = personal;
    }

    /** What somebody writes with a colon before what is to be looked for here alone. */
    public String prefix() {
        return prefix;
    }

    /** As it reads within a sentence. */
    public String words() {
        return words;
    }

    /** Whether only who may see customers may look for it. */
    public boolean personal() {
        return personal;
    }
}
