package centrasage.security;

import static centrasage.security.Roles.ADMINISTRATOR;
import static centrasage.security.Roles.CX;
import static centrasage.security.Roles.FINANCE;
import static centrasage.security.Roles.OPERATIONS;
import static centrasage.security.Roles.VIEWER;

import java.util.Set;

/**
 * What can be done here, and which roles may: the one place that says so. Pages ask it, what the API says at each method is held
 * against it, and docs/roles.md shows it to people; tests see to both.
 */
public enum Right {
    LOOK("look at everything but customers", VIEWER, CX, OPERATIONS, FINANCE, ADMINISTRATOR),
    OWN_PASSWORD("choose one's own password", VIEWER, CX, OPERATIONS, FINANCE, ADMINISTRATOR),
    SEE_CUSTOMERS("see who a customer is", CX, ADMINISTRATOR),
    RETRY("plan or try again", CX, OPERATIONS, FINANCE, ADMINISTRATOR),
    RESOLVE("resolve an exception, or give a document up", CX, OPERATIONS, FINANCE, ADMINISTRATOR),
    ASSIGN("give an exception to somebody", CX, OPERATIONS, FINANCE, ADMINISTRATOR),
    RUN_JOBS("start and restart jobs", OPERATIONS, ADMINISTRATOR),
    STOP_JOBS("stop jobs and give runs up", OPERATIONS, ADMINISTRATOR),
    RELEASE_STOCK("release stock that was kept back, and overwrite the catalogue", OPERATIONS, ADMINISTRATOR),
    CLOSE_RETURNS("close returns that wait to be booked in", OPERATIONS, FINANCE, ADMINISTRATOR),
    CHOOSE_VAT_DATES("choose the VAT date of a return", FINANCE, ADMINISTRATOR),
    CHANGE_MAPPINGS("change mappings", FINANCE, ADMINISTRATOR),
    APPROVE_MAPPINGS("approve somebody else's change of mappings", FINANCE, ADMINISTRATOR),
    EXPLAIN_CLEARING("explain, match and open lines of payouts and clearing", FINANCE, ADMINISTRATOR),
    RELEASE_PAYOUTS("release payouts and journals", FINANCE, ADMINISTRATOR),
    TEST_ALERTS("send a message by an alert rule to try it", OPERATIONS, FINANCE, ADMINISTRATOR),
    CONNECT("let this application into Sage 200", ADMINISTRATOR),
    MANAGE_USERS("make, change and remove accounts, and lift lock-outs", ADMINISTRATOR),
    READ_AUDIT("read who did what", VIEWER, CX, OPERATIONS, FINANCE, ADMINISTRATOR),
    ERASE_CUSTOMER("erase a customer's data for ever", ADMINISTRATOR);

    private final String words;
    private final Set<String> roles;

    Right(String words, String... roles) {
        this.words = words;
        this.roles = Set.of(roles);
    }

    /** What it lets people do. */
    public String words() {
        return words;
    }

    /** Who may. */
    public Set<String> roles() {
        return roles;
    }
}
