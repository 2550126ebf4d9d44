package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Sage's own users despatched, and the shipments that Centra made of it: both sums must agree, order by order. */
final class UserDespatches {
    private final Map<String, BigDecimal> inCentra = new TreeMap<>();
    private final Map<String, BigDecimal> inSage = new TreeMap<>();

    /** @param shipments from the warehouses that despatch in Sage, by their number */
    UserDespatches(Map<String, Despatched> shipments) {
        shipments.forEach((number, goods) -> sum(inCentra, number.substring(0, number.indexOf('-')), goods));
    }

    void add(JsonNode despatch) {
        String order = despatch.get("customer_document_no").asText().replaceFirst("\\D+", "");
        sum(inSage, order, Despatched.despatch(despatch));
    }

    private static void sum(Map<String, BigDecimal> sums, String order, Despatched goods) {
        goods.quantities().forEach((sku, quantity) -> sums.merge(order + " " + sku, quantity, BigDecimal::add));
    }

    List<String> differences() {
        Set<String> all = new TreeSet<>(inCentra.keySet());
        all.addAll(inSage.keySet());
        return all.stream()
                .filter(key -> of(inCentra, key).compareTo(of(inSage, key)) != 0)
                .map(key -> key + " was despatched " + of(inSage, key).toPlainString() + " times in Sage and shipped "
                        + of(inCentra, key).toPlainString() + " times in Centra")
                .toList();
    }

    private static BigDecimal of(Map<String, BigDecimal> sums, String key) {
        return sums.getOrDefault(key, BigDecimal.ZERO);
    }
}
