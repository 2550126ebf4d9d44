package centrasage.demo;

import centrasage.story.Api;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Items change in Sage 200 and in Centra: what Sage owns follows it, and what somebody wrote in Centra waits for a person. */
final class Items {
    private static final String JOB = "catalogue-to-centra";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final PrintStream out;
    private final World world;
    private final Api api;
    private String product = "";

    Items(PrintStream out, World world, Api api) {
        this.out = out;
        this.world = world;
        this.api = api;
    }

    /** Settings and mappings by which Sage owns barcodes and countries of origin. */
    static Map<String, String> settings(Map<String, String> world) {
        try {
            Files.writeString(
                    Path.of(world.get("mapping.seed")).resolve("fields.csv"),
                    "company,field,owner\n33,barcode,sage\n33,country-of-origin,sage\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("catalogue.write", "update");
    }

    /** Returns when Centra was told. */
    void change() throws InterruptedException {
        String sku =
                api.get("/api/stock?state=SHOWN&limit=1").at("/items/0/sku").asText();
        product = sku.substring(0, sku.indexOf('-'));
        int changed = 0;
        for (JsonNode item : world.sage("/control/tables/products")) {
            String code = item.get("code").asText();
            if (code.startsWith(product + "-")) {
                world.sage("PUT", "/control/products/" + code, "{\"countryOfOrigin\": \"PT\"}");
                changed++;
            }
        }
        long told = told(api.runToEnd(JOB, LIMIT));
        world.centra("PUT", "/control/products/" + product, "{\"countryOfOrigin\": \"IT\"}");
        api.runToEnd(JOB, LIMIT);
        out.printf(
                "Items: the country of origin of %d sizes of %s changes in Sage 200, and with %d value in Centra; then somebody writes"
                        + " another one there%n",
                changed, product, told);
    }

    private static long told(JsonNode run) {
        return run.at("/counts/told").asLong();
    }

    /** Whether only what somebody wrote in Centra differs, and is shown with both values. */
    boolean proof(Summary summary) {
        JsonNode differs = api.get("/api/catalogue?state=DRIFTED").get("items");
        JsonNode one = differs.path(0);
        boolean isKept = world.centra("GET", "/control/products/" + product, "")
                .path("countryOfOrigin")
                .asText()
                .equals("IT");
        return summary.line(
                differs.size() == 1
                        && isKept
                        && api.get("/api/catalogue?state=DUE").get("items").isEmpty(),
                "fields that Sage 200 owns and Centra has otherwise: " + differs.size() + ", "
                        + one.path("label").asText() + " " + one.path("field").asText() + ", Sage 200 "
                        + one.path("sage").asText() + ", Centra "
                        + one.path("centra").asText()
                        + ", shown and not overwritten");
    }
}
