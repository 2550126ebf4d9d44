package centrasage.mapping.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.MappingLine;
import org.junit.jupiter.api.Test;

/** Versions are made of files, numbered, and never changed. */
class MappingVersionsTest extends VersionsWorld {
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
    void a_file_that_the_store_cannot_hold_is_a_fault() throws Exception {
        started();
        String long_ = "company,sku,product\n" + "33,A,B\n".repeat(150_000);
        assertThatThrownBy(() -> versions.sent(1, file("skus.csv", long_)))
                .hasMessageContaining("skus.csv: has 1050020 characters; at most 1000000");
    }
}
