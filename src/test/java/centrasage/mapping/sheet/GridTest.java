package centrasage.mapping.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.mapping.SheetForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sheets as people type and paste them, and two people's work brought together. */
class GridTest {
    private static final SheetForm SKUS = SheetForm.named("skus").orElseThrow();
    private static final String TEXT = "company,sku,product\n33,A,PA\n\n33,B,\"P,B\"\n";

    private static Grid grid(String text) {
        return Grid.of(SKUS, text).orElseThrow();
    }

    @Test
    void rows_know_their_lines_and_are_written_as_they_were_typed() {
        Grid grid = grid(TEXT);

        assertThat(grid.rows()).hasSize(2);
        assertThat(grid.line(1)).isEqualTo(4);
        assertThat(grid.text()).isEqualTo("company,sku,product\n33,A,PA\n33,B,\"P,B\"\n");
        assertThat(grid(grid.text()).rows()).isEqualTo(grid.rows());
    }

    @Test
    void a_wrong_cell_is_kept_and_another_column_is_no_sheet() {
        assertThat(grid("company,sku,product\nabc,,\n").rows())
                .containsExactly(Map.of("company", "abc", "sku", "", "product", ""));
        assertThat(Grid.of(SKUS, "company;sku;product\n33;A;PA\n")).isEmpty();
        assertThat(Grid.of(SKUS, "company,colour\n33,red\n")).isEmpty();
        assertThat(Grid.of(SKUS, "")).isEmpty();
    }

    @Test
    void a_column_that_is_filled_in_is_written_and_an_empty_row_is_not() {
        Grid changed = grid(TEXT)
                .with(List.of(Map.of("sku", "A", "product", "PA", "effective_from", "2026-12-01"), Map.of("sku", " ")));

        assertThat(changed.text()).isEqualTo("company,sku,product,effective_from\n,A,PA,2026-12-01\n");
    }

    @Test
    void a_block_of_a_spreadsheet_is_read_by_its_names_or_in_the_order_of_the_columns() {
        assertThat(grid(TEXT).pasted("33\tC\tPC\r\n33\tD\tPD\r\n"))
                .extracting(row -> row.get("sku"))
                .containsExactly("C", "D");
        assertThat(grid(TEXT).pasted("product\tsku\nPC\tC\n")).containsExactly(Map.of("product", "PC", "sku", "C"));
        assertThat(grid(TEXT).pasted("33,E,PE\n"))
                .extracting(row -> row.get("product"))
                .containsExactly("PE");
    }

    @Test
    void what_only_one_of_two_people_changed_is_as_that_person_has_it() {
        Grid base = grid("company,sku,product\n33,A,PA\n33,B,PB\n33,C,PC\n");
        Grid mine = grid("company,sku,product\n33,A,MINE\n33,B,PB\n33,C,PC\n33,D,PD\n");
        Grid theirs = grid("company,sku,product\n33,A,PA\n33,B,THEIRS\n");

        Merge merge = new Merge(base, mine, theirs);

        assertThat(merge.clashes()).isEmpty();
        assertThat(merge.merged(Set.of()).text()).isEqualTo("company,sku,product\n33,A,MINE\n33,B,THEIRS\n33,D,PD\n");
    }

    @Test
    void of_a_row_that_both_changed_whoever_merges_chooses() {
        Grid base = grid("company,sku,product\n33,A,PA\n");
        Merge merge =
                new Merge(base, grid("company,sku,product\n33,A,MINE\n"), grid("company,sku,product\n33,A,THEIRS\n"));

        assertThat(merge.clashes())
                .singleElement()
                .satisfies(clash -> assertThat(clash.theirs()).containsEntry("product", "THEIRS"));
        assertThat(merge.merged(Set.of()).text()).contains("MINE").doesNotContain("THEIRS");
        assertThat(merge.merged(Set.of(merge.clashes().get(0).key())).text())
                .contains("THEIRS")
                .doesNotContain("MINE");
    }

    @Test
    void columns_say_what_belongs_into_them() {
        assertThat(SheetForm.all()).hasSizeGreaterThan(10);
        assertThat(SKUS.fields())
                .filteredOn(field -> field.name().equals("as"))
                .singleElement()
                .satisfies(field -> assertThat(field.choices()).containsExactly("product", "charge"));
        assertThat(SKUS.columns()).endsWith("effective_from", "effective_to");
    }
}
