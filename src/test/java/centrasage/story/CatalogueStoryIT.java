package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A Sage user changes items and a price, a merchandiser changes words in Centra: what Sage owns follows it, and nobody's words are overwritten
 * until somebody says so. What only Sage has is made in Centra, where its product group was named.
 */
class CatalogueStoryIT {
    private static final String JOB = "catalogue-to-centra";
    private static final String SKU = "MUG";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void what_sage_owns_follows_it_and_what_was_changed_in_centra_waits_for_a_person()
            throws IOException, InterruptedException {
        try (World world = World.begin(Path.of("target/stories/catalogue"), 61, LocalDate.of(2026, 11, 20), 1)) {
            Map<String, String> settings = world.settings();
            settings.put("catalogue.write", "create");
            settings.put("catalogue.create-groups", "33/WEB");
            Path mappings = Path.of(settings.get("mapping.seed"));
            Files.writeString(
                    mappings.resolve("fields.csv"),
                    "company,field,owner\n33,barcode,sage\n33,weight,sage\n33,country-of-origin,sage\n");
            Files.writeString(
                    mappings.resolve("pricelists.csv"),
                    "company,pricelist,price_band,tax\n33,1,Standard,excluded\n33,2,Standard,excluded\n");
            world.sage("POST", "/control/products", "[{\"code\": \"" + SKU + "\", \"freeStock\": 1}]");
            world.centra("POST", "/control/sizes", "{\"skus\": [\"" + SKU + "\"]}");
            inSage(
                    world,
                    "{\"weight\": 0.35, \"countryOfOrigin\": \"PT\", \"barcode\": \"5012345678900\", \"prices\": {\"Standard\": 12.50}}");
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                run(api);
                JsonNode mug = mug(world);
                assertThat(mug.at("/weight/value").decimalValue()).isEqualByComparingTo("0.35");
                assertThat(mug.path("countryOfOrigin").asText()).isEqualTo("PT");
                assertThat(mug.at("/variants/0/sizes/0/EAN").asText()).isEqualTo("5012345678900");
                assertThat(mug.at("/prices/1").decimalValue()).isEqualByComparingTo("12.50");
                assertThat(exceptions(api, "CATALOGUE_NOT_PUBLISHED"))
                        .as("the second list is in another currency")
                        .contains("are in EUR");

                inSage(world, "{\"weight\": 0.4}");
                world.centra(
                        "PUT", "/control/products/" + SKU, "{\"countryOfOrigin\": \"IT\", \"description\": \"Blue.\"}");
                int changes = changes(world);
                run(api);
                mug = mug(world);
                assertThat(mug.at("/weight/value").decimalValue()).isEqualByComparingTo("0.4");
                assertThat(mug.path("countryOfOrigin").asText()).isEqualTo("IT");
                assertThat(changes(world)).as("nothing but the weight").isEqualTo(changes + 1);

                JsonNode drifted =
                        api.get("/api/catalogue?state=DRIFTED&label=" + SKU).get("items");
                assertThat(drifted).hasSize(1);
                assertThat(drifted.get(0).path("sage").asText()).isEqualTo("PT");
                assertThat(drifted.get(0).path("centra").asText()).isEqualTo("IT");
                Await.until(
                        "people to be told",
                        LIMIT,
                        () -> exceptions(api, "CATALOGUE_DIFFERS").contains("Centra \\\"IT\\\""));

                assertThat(api.post(
                                        "/api/catalogue/overwrite",
                                        "{\"ids\": ["
                                                + drifted.get(0).path("id").asLong()
                                                + "], \"why\": \"made in Portugal\"}")
                                .statusCode())
                        .isEqualTo(200);
                run(api);
                mug = mug(world);
                assertThat(mug.path("countryOfOrigin").asText()).isEqualTo("PT");
                assertThat(mug.path("description").asText()).isEqualTo("Blue.");

                newInSage(world, "TEAPOT");
                run(api);
                JsonNode teapot = world.centra("GET", "/control/products/TEAPOT", "");
                assertThat(teapot.path("status").asText())
                        .as("nobody can buy it yet")
                        .isEqualTo("INACTIVE");
                assertThat(teapot.at("/variants/0/sizes/0/SKU").asText()).isEqualTo("TEAPOT");
                assertThat(teapot.at("/prices/1").decimalValue()).isEqualByComparingTo("30.00");
                assertThat(api.runToEnd("catalogue-rest", LIMIT).path("status").asText())
                        .isEqualTo("COMPLETED");
                System.out.println("catalogue " + api.get("/api/catalogue/summary"));
            }
        }
    }

    private static void run(Api api) throws InterruptedException {
        assertThat(api.runToEnd(JOB, LIMIT).path("status").asText()).isEqualTo("COMPLETED");
    }

    private static void inSage(World world, String change) {
        world.sage("PUT", "/control/products/" + SKU, change);
    }

    /** Of the only product group whose products are made in Centra. */
    private static void newInSage(World world, String code) {
        world.sage(
                "POST",
                "/control/tables/product_groups",
                "[{\"id\": 901, \"code\": \"WEB\", \"product_type\": \"Stock\"}]");
        world.sage(
                "POST",
                "/control/products",
                "[{\"code\": \"" + code + "\", \"name\": \"A " + code + "\", \"freeStock\": 1, \"price\": 30.00}]");
        world.sage(
                "PUT",
                "/control/tables/products",
                "{\"where\": {\"code\": \"" + code + "\"}, \"set\": {\"product_group_id\": 901}}");
    }

    private static JsonNode mug(World world) {
        return world.centra("GET", "/control/products/" + SKU, "");
    }

    private static int changes(World world) {
        return world.centra("GET", "/control/products/history", "").size();
    }

    private static String exceptions(Api api, String kind) {
        StringBuilder words = new StringBuilder();
        for (JsonNode item : api.get("/api/exceptions?state=open&limit=200").get("items")) {
            if (item.path("kind").asText().equals(kind)) {
                words.append(item);
            }
        }
        return words.toString();
    }
}
