package centrasage.console.exceptions;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.desk.BusinessException;
import centrasage.desk.BusinessException.State;
import centrasage.desk.Desk;
import centrasage.desk.Exposure;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exceptions of a filter that is in the page's address: the list on the left, and which of them is chosen. */
@Named
@RequestScoped
public class ExceptionsPage {
    private static final int PAGE = 100;
    private static final String ALL = "ALL";

    private Address here;
    private Desk.Filter filter;
    private int number;
    private boolean named;
    private List<BusinessException> rows;
    private List<Exposure.Total> totals;
    private @Nullable BusinessException chosen;

    @SuppressWarnings("NullAway.Init")
    ExceptionsPage() {}

    @Inject
    ExceptionsPage(Desk desk, Exposure exposure) {
        Asked asked = Asked.now();
        here = asked.address("exceptions.xhtml", "state", "severity", "owner", "currency", "page");
        filter = new Desk.Filter(
                state(asked),
                asked.one("severity", Severity.class).orElse(null),
                asked.one("owner", Owner.class).orElse(null),
                null,
                asked.text("currency").orElse(null));
        number = asked.page();
        rows = desk.list(filter, (number - 1) * PAGE, PAGE);
        totals = exposure.of(filter);
        named = asked.id("id").isPresent();
        chosen = asked.id("id")
                .flatMap(desk::get)
                .or(() -> rows.stream().findFirst())
                .orElse(null);
    }

    /** Open ones, where the address does not say; null means all. */
    private static @Nullable State state(Asked asked) {
        boolean all = asked.text("state").filter(ALL::equals).isPresent();
        return all ? null : asked.one("state", State.class).orElse(State.OPEN);
    }

    /** The one that the address names, else the first of the list; null where there is none. */
    public @Nullable BusinessException chosen() {
        return chosen;
    }

    /** Whether the address names one, rather than the first being shown by itself. */
    public boolean named() {
        return named;
    }

    public boolean shown(BusinessException each) {
        return chosen != null && chosen.id() == each.id();
    }

    public List<BusinessException> rows() {
        return rows;
    }

    /** The rows of this page by what is wrong with them. */
    public List<Cause> causes() {
        return Cause.group(rows);
    }

    public List<Exposure.Total> totals() {
        return totals;
    }

    /** The money, where there is any: what is about no order has none, and neither has an address. */
    public List<Exposure.Total> atRisk() {
        return totals.stream().filter(total -> !total.atRisk().isZero()).toList();
    }

    public long count() {
        return totals.stream().mapToLong(Exposure.Total::exceptions).sum();
    }

    public int number() {
        return number;
    }

    public boolean later() {
        return (number - 1) * PAGE + rows.size() < count();
    }

    /** What is chosen of a part of the filter; empty where anything is. */
    public String value(String part) {
        return switch (part) {
            case "state" -> filter.state() == null ? ALL : filter.state().name();
            case "severity" ->
                filter.severity() == null ? "" : filter.severity().name();
            case "owner" -> filter.owner() == null ? "" : filter.owner().name();
            default -> filter.currency() == null ? "" : filter.currency();
        };
    }

    /** This view with one part changed, from its first page on, and without the choice of one exception. */
    public String narrowed(String part, @Nullable String value) {
        return here.with("page", null).with(part, value).toString();
    }

    /** This view with this part, or without it where that is what is chosen. */
    public String toggling(String part, String value) {
        return narrowed(part, value(part).equals(value) ? null : value);
    }

    public String turned(int pageNumber) {
        return here.with("page", pageNumber == 1 ? null : pageNumber).toString();
    }

    public String choosing(long exceptionId) {
        return here.with("id", exceptionId).toString();
    }

    /** What the forms send along, so that one comes back to this view. */
    public Set<Map.Entry<String, String>> parts() {
        return chosen == null ? Set.of() : here.with("id", chosen.id()).parts().entrySet();
    }
}
