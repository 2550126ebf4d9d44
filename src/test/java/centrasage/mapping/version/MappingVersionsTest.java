package centrasage.mapping.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.MappingTexts.Draft;
import centrasage.flow.MappingTexts.Origin;
import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.MappingLine;
import centrasage.mapping.Mappings;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store is the truth from the first start on: versions are made of files, and a changed folder is told. */
class MappingVersionsTest {
    private static final String WAREHOUSES =
            "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n33,*,WEB,centra,yes,0\n";

    private static final String PUBLISHED = "warehouses.csv, line 2, stock";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    private final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void copyTheExample() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/example-mappings"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".csv")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    private MappingSeed started() throws MappingFaults {
        MappingSeed seed = new MappingSeed(versions, texts, folder.toString());
        seed.begin();
        return seed;
    }

    private static MappingFiles file(String name, @Nullable String text) {
        MappingFiles files = new MappingFiles();
        files.add(name, text);
        return files;
    }

    @Test
    void the_first_start_loads_the_folder_and_later_ones_do_not() throws Exception {
        started();
        assertThat(versions.current().number()).isEqualTo(1);
        assertThat(texts.current().orElseThrow().origin()).isEqualTo(Origin.SEED);

        MappingSeed again = started();
        assertThat(versions.currentNumber()).isEqualTo(1);
        assertThat(again.notice()).isEmpty();
    }

    @Test
    void an_empty_store_and_a_faulty_folder_are_told_with_every_fault_and_nothing_is_kept() throws Exception {
        Files.delete(folder.resolve("vat.csv"));
        Files.writeString(folder.resolve("vats.csv"), "x\n");

        assertThatThrownBy(this::started)
                .isInstanceOf(MappingFaults.class)
                .hasMessageContaining("vat.csv: is missing")
                .hasMessageContaining("vats.csv: there is no such mapping");
        assertThat(versions.currentNumber()).isZero();
    }

    /** Or the remedy would lead nowhere: the folder is not read again, and an application that does not start takes no version. */
    @Test
    void what_the_settings_refuse_at_the_first_start_is_not_kept_so_that_a_corrected_folder_is_loaded()
            throws Exception {
        MappingSeed seed = new MappingSeed(ofInvoices(), texts, folder.toString());
        assertThatThrownBy(seed::begin).hasMessageContaining(PUBLISHED);
        assertThat(versions.currentNumber()).isZero();

        Files.writeString(folder.resolve("warehouses.csv"), WAREHOUSES.replace(",yes,", ",no,"));
        seed.begin();
        assertThat(versions.currentNumber()).isEqualTo(1);
        assertThatThrownBy(() -> ofInvoices().sent(1, file("warehouses.csv", WAREHOUSES)))
                .as("or the next start would be refused")
                .hasMessageContaining(PUBLISHED);
    }

    @Test
    void what_the_settings_refuse_of_the_version_in_force_is_told_at_a_later_start_and_can_be_mended()
            throws Exception {
        started();
        MappingVersions ofInvoices = ofInvoices();
        MappingSeed seed = new MappingSeed(ofInvoices, texts, folder.toString());
        seed.begin();
        assertThat(seed.notice().orElseThrow())
                .contains("Version 1 of the mappings cannot be used any more", PUBLISHED);
        assertThatThrownBy(ofInvoices::current)
                .as("nothing is planned")
                .isInstanceOf(MappingFaults.class)
                .hasMessageStartingWith("version 1 of the mappings, " + PUBLISHED);

        String none = Files.readString(folder.resolve("warehouses.csv")).replace(",yes,", ",no,");
        ofInvoices.keep(ofInvoices.sent(1, file("warehouses.csv", none)), "anna", "");
        assertThat(seed.notice()).isEmpty();
        assertThat(ofInvoices.current().number()).isEqualTo(2);
        assertThatThrownBy(() -> ofInvoices.again(2, 1)).hasMessageContaining(PUBLISHED);
        assertThatThrownBy(() -> seed.edition(2)).hasMessageContaining(PUBLISHED);

        StockRule confirmed = new StockRule("sales-invoice", "other-system");
        assertThat(new MappingVersions(texts, confirmed).again(2, 1).files()).isNotEmpty();
    }

    private MappingVersions ofInvoices() {
        return new MappingVersions(texts, new StockRule("sales-invoice", "sage200"));
    }

    @Test
    void a_folder_that_was_changed_is_told_until_it_is_loaded_or_put_back() throws Exception {
        started();
        String before = Files.readString(folder.resolve("warehouses.csv"));
        Files.writeString(folder.resolve("warehouses.csv"), WAREHOUSES);

        MappingSeed changed = started();
        assertThat(changed.notice().orElseThrow())
                .contains(
                        folder.toString(),
                        "NOT in force: version 1 is",
                        "POST /api/mappings?from=seed&base=1&dry-run=true")
                .doesNotContain("undo");
        assertThat(versions.current().mappings().on(LocalDate.of(2026, 11, 23)).warehouse("33", "Main warehouse"))
                .as("what is in force stays")
                .isEqualTo(new Mapped.Found<>(new InForce.Warehouse("HOME", false, true, 2)));

        Files.writeString(folder.resolve("warehouses.csv"), before);
        changed.look();
        assertThat(changed.notice()).isEmpty();

        Files.writeString(folder.resolve("warehouses.csv"), WAREHOUSES);
        versions.keep(changed.edition(1), "anna", "");
        changed.look();
        assertThat(changed.notice()).isEmpty();
        assertThat(versions.files(2)).containsEntry("warehouses.csv", WAREHOUSES);
    }

    @Test
    void a_change_over_the_api_leaves_an_unchanged_folder_without_a_notice() throws Exception {
        MappingSeed seed = started();
        versions.keep(versions.sent(1, file("warehouses.csv", WAREHOUSES)), "anna", "one warehouse");

        seed.look();
        assertThat(seed.notice()).isEmpty();
        assertThat(started().notice()).isEmpty();
    }

    @Test
    void loading_the_folder_is_told_with_the_version_in_force_and_what_it_would_undo() throws Exception {
        MappingSeed seed = started();
        versions.keep(versions.sent(1, file("skus.csv", null)), "anna", "");
        Files.writeString(folder.resolve("warehouses.csv"), WAREHOUSES);

        seed.look();
        assertThat(seed.notice().orElseThrow())
                .contains(
                        "NOT in force: version 2 is",
                        "POST /api/mappings?from=seed&base=2&dry-run=true",
                        "this would undo what was sent since version 1");
    }

    @Test
    void a_byte_order_mark_is_no_change_whether_it_is_sent_in_the_folder_or_kept_by_an_earlier_release()
            throws Exception {
        started();
        String marked = "\uFEFF" + Files.readString(folder.resolve("warehouses.csv"));
        Edition sent = versions.sent(1, file("warehouses.csv", marked));
        assertThat(versions.isInForce(sent)).isTrue();
        assertThat(sent.mappings().version())
                .isEqualTo(versions.version(1).orElseThrow().hash());
        assertThat(versions.isInForce(versions.sent(1, file("warehouses.csv", WAREHOUSES))))
                .isFalse();

        Files.writeString(folder.resolve("warehouses.csv"), marked);
        MappingSeed seed = started();
        assertThat(seed.notice()).isEmpty();

        Map<String, String> kept = new TreeMap<>(versions.files(1));
        kept.put("warehouses.csv", marked);
        texts.keep(1, new Draft(kept, Mappings.hash(kept), Origin.SENT, null, "anna", ""));
        seed.look();
        assertThat(seed.notice()).isEmpty();
        assertThat(versions.isInForce(seed.edition(2))).isTrue();
    }

    @Test
    void a_folder_that_became_faulty_does_not_keep_a_later_start_from_its_work() throws Exception {
        started();
        Files.write(folder.resolve("vat.csv"), new byte[] {(byte) 0xff});

        assertThat(started().notice().orElseThrow()).contains("cannot be compared", "vat.csv: is not UTF-8");
        assertThat(versions.current().number()).isEqualTo(1);
    }

    @Test
    void a_single_file_is_replaced_and_the_rest_stays() throws Exception {
        started();
        Edition edition = versions.sent(1, file("warehouses.csv", WAREHOUSES));
        assertThat(edition.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(LineChange.Kind.REMOVED);
            assertThat(change.before()).extracting(MappingLine::number).isEqualTo(3);
        });

        Version made = versions.keep(edition, "anna", "one warehouse").orElseThrow();
        assertThat(made.number()).isEqualTo(2);
        assertThat(made.hash()).isEqualTo(versions.current().mappings().version());
        assertThat(versions.files(2).keySet()).isEqualTo(versions.files(1).keySet());
        assertThat(versions.changes(2)).hasSize(1);
        assertThat(versions.changes(1)).allMatch(change -> change.kind() == LineChange.Kind.ADDED);
    }

    @Test
    void null_removes_a_file_and_one_that_must_be_there_cannot_be_removed() throws Exception {
        started();
        assertThat(versions.sent(1, file("skus.csv", null)).files()).doesNotContainKey("skus.csv");
        assertThatThrownBy(() -> versions.sent(1, file("vat.csv", null))).hasMessageContaining("vat.csv: is missing");
    }

    @Test
    void an_older_version_again_is_a_new_version_and_the_history_stays() throws Exception {
        started();
        versions.keep(versions.sent(1, file("warehouses.csv", WAREHOUSES)), "anna", "");
        Version back =
                versions.keep(versions.again(2, 1), "bob", "that was wrong").orElseThrow();

        assertThat(back.number()).isEqualTo(3);
        assertThat(back.sameAs()).isEqualTo(1);
        assertThat(back.hash()).isEqualTo(versions.version(1).orElseThrow().hash());
        assertThat(versions.files(3)).isEqualTo(versions.files(1));
        assertThat(versions.files(2)).containsEntry("warehouses.csv", WAREHOUSES);
        assertThat(versions.before(Integer.MAX_VALUE, 10)).hasSize(3);
    }

    @Test
    void an_edition_of_an_older_version_is_never_kept() throws Exception {
        started();
        Edition late = versions.sent(1, file("skus.csv", null));
        versions.keep(versions.sent(1, file("warehouses.csv", WAREHOUSES)), "anna", "");

        assertThat(versions.keep(late, "bob", "")).isEmpty();
        assertThat(versions.files(2)).containsKey("skus.csv");
    }

    @Test
    void a_version_that_cannot_be_used_any_more_is_told_and_can_be_mended() throws Exception {
        started();
        Map<String, String> ofAnotherRelease = Map.of("companies.csv", "company,x\n");
        texts.keep(1, new Draft(ofAnotherRelease, "hash", Origin.SENT, null, "anna", ""));

        MappingSeed seed = started();
        assertThat(seed.notice().orElseThrow()).contains("Version 2 of the mappings cannot be used any more", "\"x\"");
        assertThatThrownBy(versions::current).isInstanceOf(MappingFaults.class);

        versions.keep(seed.edition(2), "anna", "");
        seed.look();
        assertThat(seed.notice()).isEmpty();
    }

    @Test
    void a_file_that_the_store_cannot_hold_is_a_fault() throws Exception {
        started();
        String long_ = "company,sku,product\n" + "33,A,B\n".repeat(150_000);
        assertThatThrownBy(() -> versions.sent(1, file("skus.csv", long_)))
                .hasMessageContaining("skus.csv: has 1050020 characters; at most 1000000");
    }
}
