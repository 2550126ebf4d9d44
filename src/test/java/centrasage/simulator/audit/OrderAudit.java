package centrasage.simulator.audit;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the orders of a Centra against those of a Sage 200: each eligible one is there exactly once with an equal total, and
 * nothing else is.
 */
public final class OrderAudit {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI centra;
    private final URI sage;
    private final Set<String> decided;

    /** Of a site that has decided nothing beyond what it must. */
    public OrderAudit(URI centra, URI sage) {
        this(centra, sage, Set.of());
    }

    /** @param decided what the site has decided to post, by the names in {@code special}: {@code GIFT_CARD} for instance */
    public OrderAudit(URI centra, URI sage, Set<String> decided) {
        this.centra = centra;
        this.sage = sage;
        this.decided = Set.copyOf(decided);
    }

    /**
     * What was found.
     *
     * @param eligible orders that Centra's own facts make fit for the ledger
     * @param posted live sales orders in Sage
     * @param duplicates keys that more than one live sales order carries
     * @param countries where the posted orders pay VAT, by ISO code
     * @param minorByCurrency sums of Sage's gross totals in minor units
     * @param vatDiffers eligible orders whose VAT in Sage is not what is due by Centra's amounts, to the penny
     * @param violations in words, empty when every invariant holds
     */
    public record Result(
            int eligible,
            int posted,
            int duplicates,
            int vatDiffers,
            Map<String, Long> minorByCurrency,
            Set<String> countries,
            List<String> violations) {
        public boolean holds() {
            return violations.isEmpty();
        }
    }

    public Result check() throws IOException, InterruptedException {
        Map<String, JsonNode> eligible = new TreeMap<>();
        Map<String, JsonNode> all = new TreeMap<>();
        for (JsonNode order : get(centra, "/control/orders?whole=false")) {
            String key = "C" + order.get("number").asText();
            all.put(key, order);
            if (isEligible(order.get("facts"))) {
                eligible.put(key, order.get("facts"));
            }
        }
        return compare(all, eligible, liveOrders());
    }

    private boolean isEligible(JsonNode facts) {
        Set<String> undecided = new HashSet<>();
        facts.get("special").forEach(feature -> undecided.add(feature.asText()));
        undecided.removeAll(decided);
        return facts.get("blockedBy").isEmpty() && undecided.isEmpty();
    }

    private List<JsonNode> liveOrders() throws IOException, InterruptedException {
        List<JsonNode> live = new ArrayList<>();
        for (JsonNode order : get(sage, "/control/orders")) {
            if (!order.get("document_status").asText().equals("EnumDocumentStatusCancelled")) {
                live.add(order);
            }
        }
        return live;
    }

    private static Result compare(Map<String, JsonNode> all, Map<String, JsonNode> eligible, List<JsonNode> live) {
        List<String> violations = new ArrayList<>();
        Map<String, Integer> copies = new HashMap<>();
        Map<String, Long> sums = new TreeMap<>();
        Set<String> countries = new TreeSet<>();
        int vatDiffers = 0;
        for (JsonNode order : live) {
            String key = order.path("customer_document_no").asText();
            copies.merge(key, 1, Integer::sum);
            sums.merge(order.get("currency_symbol").asText(), minor(order, "total_gross_value"), Long::sum);
            JsonNode facts = eligible.get(key);
            if (facts == null) {
                violations.add(key + " is in Sage and " + (all.containsKey(key) ? "is not eligible" : "not in Centra"));
            } else {
                violations.addAll(differences(key, facts, order));
                countries.add(facts.get("country").asText());
                vatDiffers += facts.get("vatDueMinor").asLong() == minor(order, "total_tax_value") ? 0 : 1;
            }
        }
        eligible.keySet().stream()
                .filter(key -> !copies.containsKey(key))
                .forEach(key -> violations.add(key + " is eligible and not in Sage"));
        copies.forEach((key, count) -> {
            if (count > 1) {
                violations.add(key + " is in Sage " + count + " times");
            }
        });
        int duplicates =
                (int) copies.values().stream().filter(count -> count > 1).count();
        return new Result(eligible.size(), live.size(), duplicates, vatDiffers, sums, countries, violations);
    }

    private static List<String> differences(String key, JsonNode facts, JsonNode order) {
        List<String> differences = new ArrayList<>();
        long meant = facts.get("grandTotalMinor").asLong();
        long held = minor(order, "total_gross_value");
        if (meant != held) {
            differences.add(key + " is " + meant + " in Centra and " + held + " in Sage, in minor units");
        }
        if (!facts.get("currency").asText().equals(order.get("currency_symbol").asText())) {
            differences.add(key + " is in " + order.get("currency_symbol").asText() + " in Sage, not "
                    + facts.get("currency").asText());
        }
        if (order.get("is_draft").asBoolean()) {
            differences.add(key + " is a draft in Sage");
        }
        return differences;
    }

    private static long minor(JsonNode order, String field) {
        return new BigDecimal(order.get(field).asText()).movePointRight(2).longValueExact();
    }

    private JsonNode get(URI base, String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return Json.mapper().readTree(response.body());
    }
}
