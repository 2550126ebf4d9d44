package centrasage.console.exceptions;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.desk.BusinessException.State;
import centrasage.desk.Desk;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the page asks for, so that a view can be sent to a colleague.
 *
 * @param here that address, without the choice of one exception
 */
record DeskFilter(Address here, Desk.Filter filter, Desk.Sort sort, int page) {
    static final String ALL = "ALL";
    private static final int NUMBER_MAX = 60;

    static DeskFilter of(Asked asked, String me) {
        State state = state(asked);
        Desk.Also also = new Desk.Also(
                asked.text("company").orElse(null),
                asked.text("cause").orElse(null),
                asked.text("code").orElse(null),
                asked.text("to").map(name -> name.equals("me") ? me : name).orElse(null),
                asked.text("q").filter(text -> text.length() <= NUMBER_MAX).orElse(null),
                asked.text("overdue").filter("true"::equals).isPresent());
        Desk.Filter filter = new Desk.Filter(
                state,
                asked.one("severity", Severity.class).orElse(null),
                asked.one("owner", Owner.class).orElse(null),
                null,
                asked.text("currency").orElse(null),
                also);
        Desk.Sort wanted = asked.one("sort", Desk.Sort.class).orElse(Desk.Sort.MONEY);
        return new DeskFilter(
                asked.address(
                        "exceptions.xhtml",
                        "state",
                        "severity",
                        "owner",
                        "company",
                        "currency",
                        "code",
                        "cause",
                        "to",
                        "overdue",
                        "q",
                        "sort",
                        "page"),
                filter,
                filter.isOfTheDay() ? wanted : Desk.Sort.NEWEST,
                asked.page());
    }

    /** Open ones, where the address does not say; null means all. */
    private static @Nullable State state(Asked asked) {
        boolean all = asked.text("state").filter(ALL::equals).isPresent();
        return all ? null : asked.one("state", State.class).orElse(State.OPEN);
    }

    /** Whether the list is one of causes: what is looked for by number, chosen by cause, or over, is listed one by one. */
    boolean isGrouped() {
        return filter.isOfTheDay()
                && filter.also().cause() == null
                && filter.also().text() == null;
    }

    /** What is chosen of a part of it; empty where anything is. */
    String value(String part) {
        if (part.equals("state")) {
            return filter.state() == null ? ALL : filter.state().name();
        }
        return part.equals("sort") ? sort.name() : here.parts().getOrDefault(part, "");
    }

    /** In words, for the audit trail and for whoever reads what a deed was about: {@code open, high, finance}. */
    String words() {
        List<String> words = new ArrayList<>();
        words.add(filter.state() == null ? "all" : filter.state().name().toLowerCase(Locale.ROOT));
        words.addAll(here.parts().entrySet().stream()
                .filter(part -> !List.of("state", "sort", "page").contains(part.getKey()))
                .map(part -> part.getKey() + " " + part.getValue())
                .sorted()
                .toList());
        return words.stream().collect(Collectors.joining(", "));
    }
}
