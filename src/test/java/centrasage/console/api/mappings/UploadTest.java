package centrasage.console.api.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.console.api.problem.Refusal;
import centrasage.mapping.MappingFault;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people send them: what cannot be read is refused, and what is no mapping file is left alone. */
class UploadTest {
    private static final MediaType ZIP = MediaType.valueOf(Upload.ZIP);

    private static Upload json(String text) {
        return Upload.of(
                MediaType.APPLICATION_JSON_TYPE, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Upload zip(byte[] bytes) {
        return Upload.of(ZIP, new ByteArrayInputStream(bytes));
    }

    private static byte[] zipped(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void json_names_files_and_null_removes_one() {
        Upload upload = json("{\"files\": {\"vat.csv\": \"a,ö\\n\", \"skus.csv\": null}, \"note\": \"why\"}");
        assertThat(upload.files().texts()).containsEntry("vat.csv", "a,ö\n").containsEntry("skus.csv", null);
        assertThat(upload.note()).isEqualTo("why");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"files\": {\"vat.csv\": \"a\" | not one JSON object",
                "{                             | not one JSON object",
                "[]                            | not one JSON object",
                "{}                            | files is missing",
                "{\"files\": {}}               | files is missing",
                "{\"file\": {}}                | there is no such member",
                "{\"files\": {\"vat.csv\": 1}} | is not the text of a file"
            })
    void other_bodies_are_refused(String body, String why) {
        assertThatThrownBy(() -> json(body))
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().remedy())
                                .isEqualTo(
                                        "Send {\"files\": {\"vat.csv\": \"…\"}, \"note\": \"…\"} (Content-Type: application/json),"
                                                + " where null in place of a text removes a file, or a zip of CSV files (Content-Type:"
                                                + " application/zip)"));
    }

    @Test
    void a_zip_of_the_folder_holds_its_csv_files() throws IOException {
        assertThat(zip(zipped(
                                "mappings/",
                                "",
                                "mappings/vat.csv",
                                "a,ö",
                                "mappings/README.md",
                                "x",
                                "__MACOSX/mappings/._vat.csv",
                                "y"))
                        .files()
                        .texts())
                .isEqualTo(Map.of("vat.csv", "a,ö"));
    }

    @Test
    void what_was_exported_can_be_sent_again() {
        Map<String, String> files = Map.of("vat.csv", "a\r\n", "skus.csv", "");
        assertThat(zip(ZippedFiles.of(files)).files().texts()).isEqualTo(files);
    }

    @Test
    void a_zip_that_is_none_or_says_nothing_clear_is_refused() throws IOException {
        byte[] whole = zipped("vat.csv", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p");
        assertThatThrownBy(() -> zip("no zip".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("not a zip");
        assertThatThrownBy(() -> zip(Arrays.copyOf(whole, 45))).hasMessageContaining("not a zip");
        assertThatThrownBy(() -> zip(zipped("README.md", "x"))).hasMessageContaining("not a zip of CSV files");
        assertThatThrownBy(() -> zip(zipped("a/vat.csv", "x", "b/vat.csv", "y")))
                .hasMessageContaining("vat.csv twice");
    }

    @Test
    void a_zip_that_unpacks_to_more_than_anybody_needs_is_refused() throws IOException {
        byte[] bomb = zipped("skus.csv", "0".repeat(17 * 1024 * 1024));
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> zip(bomb))
                .hasMessageContaining("too long")
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().remedy())
                                .isEqualTo(
                                        "Send at most 16 MB (16777216 bytes) in all, and at most 1000000 characters in one file"));
    }

    @Test
    void every_file_of_another_encoding_is_a_fault_among_all_others() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("vat.csv"));
            zip.write(new byte[] {(byte) 0xe4});
            zip.putNextEntry(new ZipEntry("skus.csv"));
            zip.write("company,sku,product\n".getBytes(StandardCharsets.UTF_16LE));
            zip.putNextEntry(new ZipEntry("shipping.csv"));
            zip.write("company\n".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        MappingFiles sent = zip(bytes.toByteArray()).files();
        assertThatThrownBy(() -> Mappings.parse(sent, SeedFolder.texts(Path.of("docs/example-mappings"))))
                .isInstanceOfSatisfying(
                        MappingFaults.class,
                        faulty -> assertThat(faulty.faults().stream().map(MappingFault::toString))
                                .contains(
                                        "skus.csv: is not UTF-8; save it as CSV UTF-8",
                                        "vat.csv: is not UTF-8; save it as CSV UTF-8",
                                        "shipping.csv, line 1, header = \"charge\": the column is missing")
                                .hasSize(4));
    }

    @Test
    void files_beside_from_are_refused_and_none_are_not() {
        byte[] nothing = {};
        byte[] something = {'P'};
        assertThat(Upload.none("seed", new ByteArrayInputStream(nothing))
                        .files()
                        .isEmpty())
                .isTrue();
        assertThatThrownBy(() -> Upload.none("seed", new ByteArrayInputStream(something)))
                .isInstanceOf(Refusal.class)
                .hasMessage("from = \"seed\": files were sent as well");
    }
}
