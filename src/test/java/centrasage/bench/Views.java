package centrasage.bench;

import centrasage.story.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What people look at: each page's first view, the hundredth page of each long list, and a filter that leaves little. */
final class Views {
    private Views() {}

    static List<String> of(Api api) {
        String order = api.get("/api/postings?kind=ORDER")
                .get("items")
                .get(0)
                .get("source")
                .asText();
        JsonNode settlements = api.get("/api/settlements").get("items");
        return Stream.of(
                        "/index.xhtml",
                        "/exceptions.xhtml",
                        "/exceptions.xhtml?page=100",
                        "/exceptions.xhtml?severity=HIGH&owner=FINANCE&currency=SEK",
                        "/postings.xhtml",
                        "/postings.xhtml?page=100",
                        "/postings.xhtml?state=HELD&currency=SEK",
                        "/postings.xhtml?what=RECEIPTS&sort=LARGEST&page=100",
                        "/order.xhtml?number=" + order,
                        "/search.xhtml?q=nobody%40example.com",
                        "/payouts.xhtml",
                        "/payout.xhtml?id=" + settlements.get(0).get("id").asText(),
                        "/clearing.xhtml",
                        "/stock.xhtml",
                        "/stock.xhtml?state=HELD",
                        "/catalogue.xhtml",
                        "/jobs.xhtml",
                        "/job.xhtml?job=order-import",
                        "/mappings.xhtml",
                        "/mappings.xhtml?sheet=vat",
                        "/audit.xhtml",
                        "/audit.xhtml?q=user%2Fadmin",
                        "/reconciliation.xhtml",
                        "/settings.xhtml",
                        "/runbook.xhtml",
                        "/users.xhtml")
                .toList();
    }
}
