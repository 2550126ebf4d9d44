package centrasage.story;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Credit notes that only a person can decide about: of their orders the books of both sides may differ.
 *
 * @param sources the source keys of their postings
 */
record HeldCredits(Set<String> sources) {
    static HeldCredits now(Api api) {
        return new HeldCredits(sources(api, "/api/postings?kind=CREDIT_NOTE&state=HELD&limit=200"));
    }

    private static Set<String> sources(Api api, String path) {
        return api.all(path).stream().map(json -> json.path("source").asText()).collect(Collectors.toSet());
    }

    /** Those that nobody is told of. */
    Set<String> untold(Api api) {
        Set<String> untold = new TreeSet<>(sources);
        untold.removeAll(sources(api, "/api/exceptions?state=OPEN&limit=200"));
        return untold;
    }

    /** Those of other orders. */
    Set<String> otherOrders(Set<String> names) {
        Set<String> others = new TreeSet<>(names);
        others.removeAll(orders());
        return others;
    }

    private Set<String> orders() {
        return sources.stream()
                .map(source -> "C" + source.replaceFirst("/.*", ""))
                .collect(Collectors.toSet());
    }

    /** What an audit of credits found of other orders. */
    List<String> without(List<String> violations) {
        Set<String> orders = orders();
        return violations.stream()
                .filter(violation -> !orders.contains(violation.replaceFirst(" .*", "")))
                .toList();
    }
}
