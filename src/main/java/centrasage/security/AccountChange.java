package centrasage.security;

/** What became of a wish to change or remove an account, in words for whoever wished it. */
public enum AccountChange {
    DONE("", ""),
    /** There is no such account. */
    UNKNOWN("There is no account %s", "It may have been removed meanwhile"),
    /** {@link Users#ADMIN} stays, and stays an administrator: the configuration speaks of it. */
    ADMIN("The account %s stays an administrator", "Give others accounts of their own"),
    /** Nobody would be left who may make accounts. */
    LAST_ADMINISTRATOR("%s is the last administrator", "Make somebody else administrator first"),
    /** The company's provider says who they are and what they may do. */
    FROM_PROVIDER("%s signs in at the company's sign-in", "Change it there: roles are taken at each sign-in"),
    /** The configuration says the password, and says it again at each start. */
    CONFIGURED("The password of %s stands in the configuration", "Change console.admin-password there and start again");

    private final String words;
    private final String remedy;

    AccountChange(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    public String words(String name) {
        return words.formatted(name);
    }

    public String remedy() {
        return remedy;
    }
}
