package centrasage.console.exceptions;

import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.desk.BusinessException;
import centrasage.desk.CauseGroup;
import centrasage.desk.CauseGroups;
import centrasage.desk.Desk;
import centrasage.desk.Exposure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exceptions of a filter that is in the page's address: the causes or exceptions on the left, and which of them is chosen. */
@Named
@RequestScoped
public class ExceptionsPage {
    private static final int PAGE = 50;
    /** What is over is counted no further. */
    private static final int COUNTED_MAX = 1000;

    private DeskFilter asked;
    private boolean named;
    private boolean later;
    private List<CauseGroup> groups = List.of();
    private List<BusinessException> rows = List.of();
    private List<Exposure.Total> totals = List.of();
    private long count;
    private @Nullable BusinessException chosen;

    @SuppressWarnings("NullAway.Init")
    ExceptionsPage() {}

    @Inject
    ExceptionsPage(Desk desk, CauseGroups causes, Exposure exposure, Visitor visitor) {
        Asked request = Asked.now();
        asked = DeskFilter.of(request, visitor.name());
        int first = (asked.page() - 1) * PAGE;
        if (asked.isGrouped()) {
            List<CauseGroup> found = causes.page(asked.filter(), asked.sort(), first, PAGE + 1);
            later = found.size() > PAGE;
            groups = found.subList(0, Math.min(PAGE, found.size()));
        } else {
            List<BusinessException> found = desk.list(asked.filter(), asked.sort(), first, PAGE + 1);
            later = found.size() > PAGE;
            rows = found.subList(0, Math.min(PAGE, found.size()));
        }
        count(exposure);
        named = request.id("id").isPresent();
        chosen = request.id("id").flatMap(desk::get).orElseGet(this::firstShown);
    }

    private void count(Exposure exposure) {
        if (asked.filter().isOfTheDay()) {
            totals = exposure.of(asked.filter());
            count = totals.stream().mapToLong(Exposure.Total::exceptions).sum();
        } else {
            count = exposure.count(asked.filter(), COUNTED_MAX);
        }
    }

    private @Nullable BusinessException firstShown() {
        if (asked.isGrouped()) {
            return groups.isEmpty() ? null : groups.get(0).example();
        }
        return rows.isEmpty() ? null : rows.get(0);
    }

    DeskFilter asked() {
        return asked;
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

    /** Whether causes are listed, rather than exceptions one by one. */
    public boolean grouped() {
        return asked.isGrouped();
    }

    public List<CauseGroup> groups() {
        return groups;
    }

    public List<BusinessException> rows() {
        return rows;
    }

    /** The money, where there is any: what is about no order has none, and neither has an address. */
    public List<Exposure.Total> atRisk() {
        return totals.stream().filter(total -> !total.atRisk().isZero()).toList();
    }

    public long count() {
        return count;
    }

    /** Whether there are more than were counted. */
    public boolean counted() {
        return asked.filter().isOfTheDay() || count < COUNTED_MAX;
    }

    public int number() {
        return asked.page();
    }

    public boolean later() {
        return later;
    }

    /** What is chosen of a part of the filter; empty where anything is. */
    public String value(String part) {
        return asked.value(part);
    }

    /** This view with one part changed, from its first page on, and without the choice of one exception. */
    public String narrowed(String part, @Nullable String value) {
        return asked.here().with("page", null).with(part, value).toString();
    }

    /** This view with this part, or without it where that is what is chosen. */
    public String toggling(String part, String value) {
        return narrowed(part, value(part).equals(value) ? null : value);
    }

    public String turned(int pageNumber) {
        return asked.here().with("page", pageNumber == 1 ? null : pageNumber).toString();
    }

    public String choosing(long exceptionId) {
        return asked.here().with("id", exceptionId).toString();
    }

    /** What is in this cause, one by one; where it is one alone, that one. */
    public String opening(CauseGroup group) {
        return group.exceptions() == 1
                ? choosing(group.example().id())
                : asked.here()
                        .with("page", null)
                        .with("severity", group.severity())
                        .with("cause", group.key())
                        .toString();
    }

    /** All causes again, without the one that is looked at. */
    public String allCauses() {
        return asked.here()
                .with("page", null)
                .with("cause", null)
                .with("severity", null)
                .toString();
    }

    /** What the forms send along, so that one comes back to this view, and which edition of the exception was seen. */
    public Set<Map.Entry<String, String>> parts() {
        return chosen == null
                ? asked.here().parts().entrySet()
                : asked.here()
                        .with("id", chosen.id())
                        .with("seen", chosen.handling().edition())
                        .parts()
                        .entrySet();
    }

    /** What the form for many sends along: the view, and no exception. */
    public Set<Map.Entry<String, String>> view() {
        return asked.here().parts().entrySet();
    }
}
