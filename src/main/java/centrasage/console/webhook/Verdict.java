package centrasage.console.webhook;

/** What is made of a call that says it is Centra. */
enum Verdict {
    GENUINE("accepted", ""),
    UNSIGNED("rejected", "There is no signature, or none that can be read"),
    TOO_OLD_OR_NEW("rejected", "The time of the signature is too far from ours"),
    TOO_LONG("rejected", "The body is too long"),
    FORGED("rejected", "The signature does not fit the body");

    private final String outcome;
    private final String words;

    Verdict(String outcome, String words) {
        this.outcome = outcome;
        this.words = words;
    }

    /** As it is counted. */
    String outcome() {
        return outcome;
    }

    String words() {
        return words;
    }
}
