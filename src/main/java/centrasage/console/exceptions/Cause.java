package centrasage.console.exceptions;

import centrasage.desk.BusinessException;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exceptions that have the same thing wrong with them: what mends one of them often mends all.
 *
 * @param code of the first reason
 * @param sums the money at risk, in each currency; none where they are about no order
 */
public record Cause(String code, Severity severity, List<BusinessException> exceptions, List<Money> sums) {
    private record Key(Severity severity, String code) {}

    /** In the order in which the first of each comes. */
    static List<Cause> group(List<BusinessException> exceptions) {
        Map<Key, List<BusinessException>> groups = new LinkedHashMap<>();
        exceptions.forEach(each ->
                groups.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each));
        return groups.entrySet().stream()
                .map(group -> new Cause(
                        group.getKey().code(), group.getKey().severity(), group.getValue(), sums(group.getValue())))
                .toList();
    }

    private static Key key(BusinessException exception) {
        String code = exception.reasons().stream()
                .findFirst()
                .map(Reason::code)
                .orElseGet(() -> exception.kind().name());
        return new Key(exception.severity(), code);
    }

    private static List<Money> sums(List<BusinessException> exceptions) {
        Map<String, Money> sums = new TreeMap<>();
        exceptions.stream()
                .filter(each -> each.kind().hasAmount())
                .forEach(each -> sums.merge(each.atRisk().currency().getCurrencyCode(), each.atRisk(), Money::plus));
        return List.copyOf(sums.values());
    }
}
