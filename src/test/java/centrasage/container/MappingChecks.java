package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.container.Caller.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions of the mappings: looked at by everybody, made by finance, and never by two people over each other. */
abstract class MappingChecks extends LifeChecks {
    private static final String SHIPPING =
            "company,shipping_option,charge\\n33,Standard,CARRIAGE\\n33,Bike,CARRIAGE\\n";
    private static final String ONE_FILE = "{\"files\": {\"shipping.csv\": \"" + SHIPPING + "\"}, \"note\": \"bikes\"}";

    @Test
    @Order(25)
    @RunAsClient
    void the_first_start_loaded_the_folder_as_version_1() throws Exception {
        JsonObject first =
                viewer().get("/api/mappings").json().getJsonArray("items").getJsonObject(0);
        assertThat(first.getInt("version")).isEqualTo(1);
        assertThat(first.getBoolean("inForce")).isTrue();
        assertThat(first.getString("from")).isEqualTo("seed");
        assertThat(first.getString("madeBy")).isEqualTo("first start");
        JsonObject status = viewer().get("/api/status").json().getJsonObject("mappings");
        assertThat(status.getInt("version")).isEqualTo(1);
        assertThat(status.isNull("notice")).isTrue();
    }

    @Test
    @Order(26)
    @RunAsClient
    void the_files_are_taken_away_as_they_were_loaded() throws Exception {
        Answer export = viewer().get("/api/mappings/export");
        assertThat(export.type()).isEqualTo("application/zip");
        assertThat(export.header("ETag")).isEqualTo("\"1\"");
        assertThat(export.header("Content-Disposition")).contains("mappings-1.zip");
        assertThat(unzipped(viewer().bytes("/api/mappings/export")))
                .containsKeys("vat.csv", "accounts.csv", "companies.csv")
                .containsEntry(
                        "shipping.csv",
                        viewer().get("/api/mappings/export/shipping.csv?version=1")
                                .text());
        assertProblem(viewer().get("/api/mappings/export/x.csv"), 404, "has no file x.csv");
        assertProblem(viewer().get("/api/mappings/export?version=99"), 404, "no version 99");
        assertProblem(viewer().get("/api/mappings/99"), 404, "no version 99");
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @ParameterizedTest
    @Order(27)
    @RunAsClient
    @CsvSource(
            delimiter = '|',
            value = {
                "viewer     | base=1          | 403 | viewer may not do this",
                "operations | base=1          | 403 | operations may not do this",
                "finance    |                 | 428 | not named",
                "finance    | base=0          | 412 | Version 1 of the mappings is in force (made by first start",
                "finance    | base=x          | 400 | base = \"x\"",
                "finance    | base=1&dryrun=1 | 400 | there is no such parameter",
                "finance    | base=1&dry-run=yes | 400 | neither true nor false",
                "finance    | base=1&from=9   | 400 | from = \"9\": files were sent as well",
                "finance    | base=1&from=seed | 400 | from = \"seed\": files were sent as well"
            },
            quoteCharacter = '`')
    void who_may_not_or_does_not_say_from_what_changes_nothing(String who, String query, int status, String why)
            throws Exception {
        Answer answer =
                Caller.as(base(), who, PASSWORD).post("/api/mappings?" + (query == null ? "" : query), ONE_FILE);
        assertProblem(answer, status, why);
        assertThat(viewer().get("/api/mappings").json().getJsonArray("items")).hasSize(1);
    }

    @ParameterizedTest
    @Order(27)
    @RunAsClient
    @CsvSource({"9", "old"})
    void a_version_to_go_back_to_must_be_one(String from) throws Exception {
        assertProblem(finance().post("/api/mappings?base=1&from=" + from, ""), 400, "neither seed nor a version");
    }

    @Test
    @Order(27)
    @RunAsClient
    void a_file_without_rows_is_told_before_it_holds_every_order_and_another_type_of_body_what_is_read()
            throws Exception {
        String header = viewer().get("/api/mappings/export/vat.csv")
                .text()
                .lines()
                .findFirst()
                .orElseThrow();
        Answer dry = finance()
                .post("/api/mappings?base=1&dry-run=true", "{\"files\": {\"vat.csv\": \"" + header + "\\n\"}}");
        assertThat(dry.status()).as(dry.text()).isEqualTo(200);
        assertThat(dry.json().getJsonArray("warnings"))
                .containsExactly(
                        Json.createValue("vat.csv has no rows: no tax code is mapped, so every order will be held"));
        assertProblem(
                finance()
                        .postForm(
                                "/api/mappings?base=1",
                                "x",
                                "Authorization",
                                finance().authorization()),
                415,
                "A body must be JSON or a zip of CSV files");
    }

    @Test
    @Order(27)
    @RunAsClient
    void all_faults_are_told_at_once_and_nothing_is_changed() throws Exception {
        Answer answer = finance()
                .post(
                        "/api/mappings?base=1",
                        "{\"files\": {\"shipping.csv\": \"company,shipping_option,charge\\n34,A,\\n\", \"x.csv\": \"\"}}");
        assertProblem(answer, 400, "The mapping files have 2 faults; nothing was changed");
        assertThat(answer.json().getJsonArray("faults")).hasSize(2);
        assertThat(answer.json().getJsonArray("faults").getJsonObject(1))
                .containsEntry("file", Json.createValue("shipping.csv"))
                .containsEntry("line", Json.createValue("2"))
                .containsEntry("column", Json.createValue("charge"));
    }

    @Test
    @Order(28)
    @RunAsClient
    void a_change_is_looked_at_made_once_and_undone_by_a_third_version() throws Exception {
        JsonObject dry =
                finance().post("/api/mappings?base=1&dry-run=true", ONE_FILE).json();
        assertThat(dry.isNull("version")).isTrue();
        assertThat(dry.getJsonArray("changes")).hasSize(2);
        assertThat(dry.getJsonArray("changes").getJsonObject(0).getString("change"))
                .isEqualTo("added");
        assertThat(viewer().get("/api/mappings").json().getJsonArray("items")).hasSize(1);

        Answer made = finance().post("/api/mappings?base=1", ONE_FILE);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/api/mappings/2");
        assertThat(made.json().getJsonArray("changes")).isEqualTo(dry.getJsonArray("changes"));
        assertProblem(finance().post("/api/mappings?base=1", ONE_FILE), 412, "Version 2 of the mappings is in force");
        String marked = ONE_FILE.replace(SHIPPING, "\\uFEFF" + SHIPPING);
        for (String same : List.of(ONE_FILE, marked)) {
            assertThat(finance().post("/api/mappings?base=2", same).status())
                    .as("in force already")
                    .isEqualTo(200);
        }

        JsonObject second = viewer().get("/api/mappings/2").json();
        assertThat(second.getJsonObject("version").getString("madeBy")).isEqualTo("finance");
        assertThat(second.getJsonObject("version").getString("note")).isEqualTo("bikes");
        assertThat(second.getJsonArray("changes")).isEqualTo(dry.getJsonArray("changes"));

        Answer back = finance().post("/api/mappings?from=1&base=2&note=no+bikes", "");
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        assertThat(back.json().getJsonObject("version").getInt("sameAs")).isEqualTo(1);
        assertThat(viewer().get("/api/mappings").json().getJsonArray("items")).hasSize(3);
    }

    @Test
    @Order(29)
    @RunAsClient
    void a_zip_of_another_version_is_taken_back_as_it_was_exported() throws Exception {
        byte[] zip = viewer().bytes("/api/mappings/export?version=2");
        Answer made = finance().postZip("/api/mappings?note=bikes+again", zip, "\"3\"");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"4\"");
        assertThat(made.json().getJsonObject("version").getString("hash"))
                .isEqualTo(viewer().get("/api/mappings/2")
                        .json()
                        .getJsonObject("version")
                        .getString("hash"));
        assertThat(finance().post("/api/mappings?from=seed&base=4", "").status())
                .isEqualTo(201);
        assertThat(viewer().get("/openapi").text()).contains("operationId: makeMappings");
    }

    @Test
    @Order(30)
    @RunAsClient
    void a_check_of_a_sage_that_does_not_answer_says_that_nothing_is_known() throws Exception {
        assertProblem(viewer().get("/api/checks/mappings"), 503, "Nothing could be checked: ");
        assertProblem(viewer().get("/api/checks/site"), 503, "Nothing could be checked: ");
        assertProblem(viewer().get("/api/checks/mappings?version=99"), 404, "no version 99");
        assertThat(viewer().get("/openapi").text()).contains("operationId: checkMappings", "operationId: checkSite");
    }
}
