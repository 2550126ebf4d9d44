package centrasage.console.api.exceptions;

import centrasage.console.api.problem.Given;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * Which exceptions, as the address says: what is left out means any. Its parameters are described where they are taken: Payara cannot
 * read descriptions of a bean's fields, and answers for the whole of {@code /openapi} with a failure.
 */
public class DeskQuery {
    /** What the parameters mean that do not say so by their names. */
    public static final String WORDS =
            "cause: as an exception or a line of /api/exceptions/causes has it, whole. code: of the first reason, such as UNKNOWN_SKU."
                    + " overdue: true for what nobody has seen to within desk.sla. text: words of the headline, or the beginning of a"
                    + " number; of what is over, the beginning of a number alone. sort: MONEY, OLDEST, SEVERITY or NEWEST. q: a Centra"
                    + " order number, whole, for all that belongs to it; or the number of a shipment, payment or return";

    @QueryParam("state")
    private @Nullable String state;

    @QueryParam("severity")
    private @Nullable String severity;

    @QueryParam("owner")
    private @Nullable String owner;

    @QueryParam("company")
    private @Nullable String company;

    @QueryParam("currency")
    private @Nullable String currency;

    @QueryParam("cause")
    private @Nullable String cause;

    @QueryParam("code")
    private @Nullable String code;

    @QueryParam("assignedTo")
    private @Nullable String assignedTo;

    @QueryParam("overdue")
    private @Nullable String overdue;

    @QueryParam("text")
    private @Nullable String text;

    @QueryParam("sort")
    private @Nullable String sort;

    @QueryParam("q")
    private @Nullable String q;

    public Desk.Filter filter() {
        return filter(Given.oneOf(BusinessException.State.class, "state", state));
    }

    /** Open, where it does not say; only what is open or ignored is counted. */
    public Desk.Filter ofTheDay() {
        BusinessException.State asked = Given.oneOf(BusinessException.State.class, "state", state);
        Desk.Filter filter = filter(asked == null ? BusinessException.State.OPEN : asked);
        if (!filter.isOfTheDay()) {
            throw new Refusal(Problem.with(
                    "state",
                    String.valueOf(asked),
                    "is not grouped: nothing is counted over history",
                    "Use OPEN or IGNORED"));
        }
        return filter;
    }

    private Desk.Filter filter(BusinessException.@Nullable State of) {
        boolean late = overdue != null && Given.flag("overdue", overdue);
        return new Desk.Filter(
                of,
                Given.oneOf(Severity.class, "severity", severity),
                Given.oneOf(Owner.class, "owner", owner),
                Given.text(q),
                Given.text(currency),
                new Desk.Also(
                        Given.text(company),
                        Given.text(cause),
                        Given.text(code),
                        Given.text(assignedTo),
                        Given.text(text),
                        late));
    }

    public Desk.Sort sort(Desk.Sort orElse) {
        Desk.Sort asked = Given.oneOf(Desk.Sort.class, "sort", sort);
        return asked == null ? orElse : asked;
    }
}
