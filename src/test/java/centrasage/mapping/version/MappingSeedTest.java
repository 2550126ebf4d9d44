package centrasage.mapping.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.MappingTexts.Draft;
import centrasage.flow.MappingTexts.Origin;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The store is the truth from the first start on, and a changed folder is told. */
class MappingSeedTest extends VersionsWorld {
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
                .isEqualTo(new Mapped.Found<>(new InForce.Warehouse("HOME", false, false, 2)));

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
}
