package centrasage.console.table;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.frame.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void the_first_of_several_pages_leads_to_the_next_alone() {
        Table<Integer> table = new Table<>(new Few(120), Set.of(), 1);
        assertThat(table.rows()).hasSize(50);
        assertThat(table.later()).isTrue();
        assertThat(table.from()).isEqualTo(1);
        assertThat(table.upTo()).isEqualTo(50);
        assertThat(table.turned(2)).isEqualTo("numbers.xhtml?page=2");
        assertThat(table.turned(1)).isEqualTo("numbers.xhtml");
    }

    @Test
    void a_full_last_page_leads_nowhere() {
        Table<Integer> table = new Table<>(new Few(100), Set.of(), 2);
        assertThat(table.rows()).hasSize(50);
        assertThat(table.later()).isFalse();
        assertThat(table.paged()).isTrue();
        assertThat(table.upTo()).isEqualTo(100);
    }

    @Test
    void a_page_behind_the_last_is_empty_and_says_so() {
        Table<Integer> table = new Table<>(new Few(100), Set.of(), 3);
        assertThat(table.rows()).isEmpty();
        assertThat(table.from()).isZero();
        assertThat(table.whenEmpty()).isEqualTo("Numbers would be here");
    }

    @Test
    void what_is_spare_is_hidden_until_somebody_chooses_it() {
        assertThat(new Table<>(Numbers.of(3), Set.of(), 1).columns())
                .extracting(Column::key)
                .containsExactly("id", "value", "why", "day", "lines");
        assertThat(new Table<>(Numbers.of(3), Set.of("at", "id", "gone"), 1).columns())
                .extracting(Column::key)
                .containsExactly("id", "at");
    }

    @Test
    void a_head_sorts_by_its_column_and_then_the_other_way_round() {
        Table<Integer> table = new Table<>(Numbers.of(3), Set.of(), 1);
        Column<Integer> value = table.columns().get(1);
        assertThat(table.sortable(table.columns().get(0))).isFalse();
        assertThat(table.sorted(value)).isEqualTo("none");
        assertThat(table.sorting(value)).isEqualTo("numbers.xhtml?sort=LARGEST&state=OPEN");
        Address sorted = Numbers.of(3).here().with("sort", "LARGEST");
        Table<Integer> again = new Table<>(new Numbers(3, sorted), Set.of(), 1);
        assertThat(again.sorted(value)).isEqualTo("descending");
        assertThat(again.sorting(value)).isEqualTo("numbers.xhtml?sort=SMALLEST&state=OPEN");
    }

    @Test
    void a_cell_leads_where_its_row_says() {
        Table<Integer> table = new Table<>(Numbers.of(2), Set.of(), 1);
        assertThat(table.rows().get(0).cells().get(0).link()).isEqualTo("order.xhtml?number=O1");
        assertThat(table.rows().get(1).cells().get(0).link()).isNull();
    }

    /** Of whole numbers alone, so that days do not run out. */
    private record Few(int rows) implements Listing<Integer> {
        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public List<Column<Integer>> columns() {
            return List.of(Column.<Integer>count("n", "N", row -> row));
        }

        @Override
        public List<Integer> rows(int from, int count) {
            return Numbers.of(rows).rows(from, count);
        }

        @Override
        public Address here() {
            return Address.of("numbers.xhtml");
        }

        @Override
        public String whenEmpty() {
            return "Numbers would be here";
        }
    }
}
