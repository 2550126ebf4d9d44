package centrasage.simulator.audit;

import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the shipments of a Centra against the despatches of a Sage 200: each completed one of an eligible order is there
 * exactly once with its quantities, its carrier and its tracking, nothing else is, and no line was despatched above its order.
 */
public final class DespatchAudit {
    private static final Pattern SHIPMENT_NUMBER = Pattern.compile("(?<!\\d)\\d+-\\d+(?!\\d)");

    private final Books centra;
    private final Books sage;
    private final Set<String> decided;
    private final Set<String> sageWarehouses;

    /** Of a shop whose warehouses all despatch in Centra. */
    public DespatchAudit(URI centra, URI sage, Set<String> decided) {
        this(centra, sage, decided, Set.of());
    }

    /**
     * Of a shop some of whose warehouses despatch in Sage: their shipments are compared order by order, not one by one.
     *
     * @param decided what the site has decided to post, as {@link OrderAudit} takes it
     * @param sageWarehouses their names in Centra
     */
    public DespatchAudit(URI centra, URI sage, Set<String> decided, Set<String> sageWarehouses) {
        this.centra = new Books(centra);
        this.sage = new Books(sage);
        this.decided = Set.copyOf(decided);
        this.sageWarehouses = Set.copyOf(sageWarehouses);
    }

    /**
     * What was found.
     *
     * @param shipments completed ones with goods that Sage must know
     * @param despatched despatches in Sage
     * @param duplicates shipments that more than one despatch is for
     * @param lost shipments that none is for
     * @param violations in words, empty when every invariant holds
     */
    public record Result(int shipments, int despatched, int duplicates, int lost, List<String> violations) {
        public boolean holds() {
            return violations.isEmpty();
        }
    }

    public Result check() throws IOException, InterruptedException {
        Set<String> eligible = Eligible.orders(centra, decided);
        Map<String, Despatched> expected = new TreeMap<>();
        Map<String, Despatched> elsewhere = new TreeMap<>();
        for (JsonNode shipment : centra.get("/control/shipments")) {
            Despatched goods = Despatched.shipment(shipment, TradeGenerator.chargedSkus());
            boolean counts = shipment.get("shipped").asBoolean()
                    && !goods.quantities().isEmpty()
                    && eligible.contains(shipment.get("order").asText());
            if (counts) {
                boolean inSage = sageWarehouses.contains(
                        shipment.get("lines").get(0).get("warehouse").asText());
                (inSage ? elsewhere : expected).put(shipment.get("number").asText(), goods);
            }
        }
        return compare(expected, elsewhere, sage.get("/control/despatches"));
    }

    private Result compare(Map<String, Despatched> expected, Map<String, Despatched> elsewhere, JsonNode despatches) {
        List<String> violations = new ArrayList<>();
        Map<String, Integer> copies = new HashMap<>();
        UserDespatches byUsers = new UserDespatches(elsewhere);
        for (JsonNode despatch : despatches) {
            String number = number(despatch.get("notes").asText());
            Despatched goods = expected.get(number);
            if (goods != null) {
                copies.merge(number, 1, Integer::sum);
                violations.addAll(differences(number, goods, Despatched.despatch(despatch)));
            } else if (number.isEmpty() && !sageWarehouses.isEmpty()) {
                byUsers.add(despatch);
            } else {
                violations.add("despatch " + despatch.get("despatch_no").asText() + " is for '" + number
                        + "', which is not a completed shipment to be despatched in Sage");
            }
        }
        expected.keySet().stream()
                .filter(number -> !copies.containsKey(number))
                .forEach(number -> violations.add(number + " is shipped and not despatched in Sage"));
        copies.forEach((number, count) -> {
            if (count > 1) {
                violations.add(number + " is despatched " + count + " times in Sage");
            }
        });
        violations.addAll(byUsers.differences());
        violations.addAll(beyondTheirOrders(despatches));
        int doubled = (int) copies.values().stream().filter(count -> count > 1).count();
        int lost = expected.size() - copies.size();
        return new Result(expected.size(), despatches.size(), doubled, lost, violations);
    }

    /** Whatever stands around it. */
    private static String number(String notes) {
        Matcher found = SHIPMENT_NUMBER.matcher(notes);
        return found.find() ? found.group() : "";
    }

    private static List<String> differences(String number, Despatched meant, Despatched held) {
        List<String> differences = new ArrayList<>();
        if (!meant.quantities().equals(held.quantities())) {
            differences.add(number + " is " + meant.quantities() + " in Centra and " + held.quantities() + " in Sage");
        }
        if (!meant.carrier().equalsIgnoreCase(held.carrier())) {
            differences.add(number + " goes by '" + meant.carrier() + "' and in Sage by '" + held.carrier() + "'");
        }
        if (!meant.tracking().equals(held.tracking())) {
            differences.add(
                    number + " is tracked as '" + meant.tracking() + "' and in Sage as '" + held.tracking() + "'");
        }
        return differences;
    }

    private static List<String> beyondTheirOrders(JsonNode despatches) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, BigDecimal> ordered = new TreeMap<>();
        for (JsonNode despatch : despatches) {
            for (JsonNode line : despatch.get("lines")) {
                String key = despatch.get("customer_document_no").asText() + " line "
                        + line.get("line").asText();
                sums.merge(key, new BigDecimal(line.get("quantity").asText()), BigDecimal::add);
                ordered.put(key, new BigDecimal(line.get("ordered").asText()));
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().compareTo(ordered.get(sum.getKey())) > 0)
                .map(sum -> sum.getKey() + " is despatched above what was ordered")
                .toList();
    }
}
