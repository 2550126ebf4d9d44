package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.OrderAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Company 34 beside 33, for consumers who pay in euros: an account, a warehouse and a tax code that only its mappings name. */
final class SecondCompany {
    private static final String ACCOUNT = "CENTEUR2";
    private static final String WAREHOUSE = "HOME";

    /** Of Germany; company 33 has no such code, and says 111. */
    private static final String TAX_CODE = "211";

    private final World world;

    SecondCompany(World world) {
        this.world = world;
        world.sage(
                "POST",
                "/control/tables/tax_codes?company=34",
                "[{\"code\": " + TAX_CODE + ", \"name\": \"DE, second company\", \"tax_rate\": 19.00,"
                        + " \"terms_description\": \"\", \"_on_vat_return\": false}]");
        map(world.folder().resolve("mappings"));
    }

    private static void map(Path folder) {
        try {
            for (String file : List.of("companies", "warehouses", "shipping", "vat", "nominals", "analysis")) {
                Path path = folder.resolve(file + ".csv");
                List<String> lines = new ArrayList<>(Files.readAllLines(path));
                lines.stream()
                        .filter(line -> line.startsWith("33,"))
                        .map(line -> line.replaceFirst("33,", "34,")
                                .replace("*,WEB,centra,", "*," + WAREHOUSE + ",centra,")
                                .replace(",DE,*,consumer,*,19,*,111", ",DE,*,consumer,*,19,*," + TAX_CODE))
                        .toList()
                        .forEach(lines::add);
                Files.write(path, lines);
            }
            Path accounts = folder.resolve("accounts.csv");
            Files.writeString(
                    accounts, Files.readString(accounts).replace("EUR,*,33,CENTEUR1,", "EUR,*,34," + ACCOUNT + ","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on every request about this company alone ends so. */
    void fails(String kind) {
        world.sage(
                "POST",
                "/control/faults/next",
                "{\"kind\": \"" + kind + "\", \"header\": \"X-Company: 34\", \"times\": 1000000}");
    }

    /** How many requests it has failed since then. */
    int failed() {
        return world.sage("/control/faults").at("/ordered/0/struck").asInt();
    }

    /** From now on it answers again. */
    void answers() {
        world.sage("DELETE", "/control/faults/next", "");
    }

    /** What Centra's own facts say that this company must have. */
    Set<String> wantedOf(int company) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode order : world.centra("GET", "/control/orders?whole=false", "")) {
            JsonNode facts = order.get("facts");
            boolean second = facts.get("currency").asText().equals("EUR")
                    && facts.get("storeType").asText().equals("DIRECT_TO_CONSUMER");
            if (facts.get("ledger").asBoolean() && second == (company == 34)) {
                keys.add("C" + order.get("number").asText());
            }
        }
        return keys;
    }

    /** What the company has, drafts and cancelled orders included. */
    Set<String> keysOf(int company) {
        Set<String> keys = new TreeSet<>();
        orders(company)
                .forEach(order -> assertThat(
                                keys.add(order.get("customer_document_no").asText()))
                        .as("once: " + order)
                        .isTrue());
        return keys;
    }

    private JsonNode orders(int company) {
        return world.sage("/control/orders?company=" + company);
    }

    void hasItsOwnOrdersOnceByItsOwnCodes() {
        assertThat(keysOf(33)).isEqualTo(wantedOf(33));
        assertThat(keysOf(34)).isEqualTo(wantedOf(34));
        OrderAudit.Result audit = world.audit();
        assertThat(audit.violations()).isEmpty();
        assertThat(audit.duplicates()).isZero();
        assertThat(sent()).as("one POST each").isEqualTo(audit.posted());
        byTheirOwnCodes();
    }

    private void byTheirOwnCodes() {
        Set<String> taxCodes = new HashSet<>();
        Set<String> warehouses = new HashSet<>();
        for (JsonNode order : orders(34)) {
            assertThat(order.get("customer_reference").asText()).isEqualTo(ACCOUNT);
            for (JsonNode line : order.get("lines")) {
                if (line.hasNonNull("tax_code_id")) {
                    taxCodes.add(code(34, "tax_codes", line.get("tax_code_id"), "code"));
                }
                if (line.hasNonNull("warehouse_id")) {
                    warehouses.add(code(34, "warehouses", line.get("warehouse_id"), "name"));
                }
            }
        }
        assertThat(taxCodes).contains(TAX_CODE).doesNotContain("111");
        assertThat(warehouses).containsExactly(WAREHOUSE);
        for (JsonNode order : orders(33)) {
            assertThat(order.get("customer_reference").asText()).doesNotStartWith("CENTEUR");
        }
    }

    /** Ids of the two companies never agree: the id of another company has no code here. */
    private String code(int company, String table, JsonNode id, String column) {
        for (JsonNode row : world.sage("/control/tables/" + table + "?company=" + company)) {
            if (row.get("id").equals(id)) {
                return row.get(column).asText();
            }
        }
        throw new AssertionError("company " + company + " has no " + table + " " + id);
    }

    private int sent() {
        int sent = 0;
        for (JsonNode row : world.sage("/control/requests")) {
            boolean post = row.get("method").asText().equals("POST")
                    && row.get("path").asText().equals("/sop_orders");
            sent += post ? row.get("count").asInt() : 0;
        }
        return sent;
    }
}
