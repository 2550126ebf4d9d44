package centrasage.console.words;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** How a document stood when both systems were compared. */
@Named
@ApplicationScoped
public class Standings {
    /** @param standing such as {@code MISSING_IN_SAGE} */
    public Sign of(String standing) {
        return switch (standing) {
            case "AGREES" ->
                new Sign("Agrees", "check", "posted", "Both sides have it, with the same total or quantities");
            case "UNDER_WAY" ->
                new Sign("Under way", "clock", "waiting", "It waits or is being sent, and goes on by itself");
            case "ON_ITS_WAY" -> new Sign("On its way", "clock", "waiting", "It came in just now");
            case "FOR_A_PERSON" -> new Sign("For a person", "hand", "locked", "An exception of it is open");
            case "NOT_FOR_SAGE" ->
                new Sign("Not for Sage", "dash", "quiet", "Not meant for Sage 200, or given up by a person");
            case "NOT_COLLECTED" ->
                new Sign("Not collected", "cross", "held", "Centra has it, and it never arrived here");
            case "FORGOTTEN" ->
                new Sign("Forgotten", "cross", "held", "Neither posted, nor under way, nor told to anybody");
            case "MISSING_IN_SAGE" ->
                new Sign("Missing in Sage", "cross", "held", "It was posted, and is not in Sage 200");
            case "DIFFERS" -> new Sign("Differs", "cross", "held", "Both have it, with other totals or quantities");
            case "NOT_IN_CENTRA" -> new Sign("Not in Centra", "cross", "held", "Sage 200 has it, and Centra does not");
            case "NOT_POSTED_FROM_HERE" ->
                new Sign(
                        "Not posted from here", "question", "doubt", "Sage 200 has it, and nothing here has posted it");
            case "NOT_DESPATCHED" ->
                new Sign(
                        "Not despatched",
                        "cross",
                        "held",
                        "Completed in Centra for longer than the limit, and not despatched in Sage 200");
            case "SEVERAL_IN_SAGE" -> new Sign("Several in Sage", "cross", "held", "Sage 200 has it more than once");
            case "ORDER_GONE" -> new Sign("Order gone", "cross", "held", "Its order is not in Sage 200 any more");
            default -> new Sign("Not known", "question", "doubt", "A side could not be read");
        };
    }
}
