package centrasage.console.table;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.frame.Address;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class ListFileTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static String csv(Listing<Integer> listing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ListFile<>(listing, LONDON).csv(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void all_columns_are_written_amounts_with_their_currency_beside_them_and_moments_in_the_sites_zone()
            throws IOException {
        assertThat(csv(Numbers.of(3)).split("\r\n"))
                .containsExactly(
                        "Order,Value,Value currency,Why,Day,At,Lines",
                        "O1,1.50,GBP,\"it is, so\",2026-11-01,2026-07-01T13:00+01:00,1",
                        "O2,2.50,GBP,\"'=HYPERLINK(\"\"x\"\")\",2026-11-02,2026-07-01T13:00+01:00,2",
                        "O3,,,\"it is, so\",2026-11-03,2026-07-01T13:00+01:00,3");
    }

    @Test
    void a_workbook_holds_the_same_rows_with_figures_that_can_be_added_up() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ListFile<>(Numbers.of(3), LONDON).xlsx(out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<Row> all = rows.toList();
            assertThat(all).hasSize(4);
            assertThat(all.get(0).getCellText(1)).isEqualTo("Value");
            assertThat(all.get(1).getCellAsNumber(1))
                    .hasValueSatisfying(figure -> assertThat(figure).isEqualByComparingTo("1.50"));
            assertThat(all.get(2).getCellText(3)).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(all.get(3).getCellText(0)).isEqualTo("O3");
        }
    }

    @Test
    void more_rows_than_a_file_holds_are_told_in_the_file() throws IOException {
        String[] lines = csv(new Many(100_001)).split("\r\n");
        assertThat(lines).hasSize(100_002);
        assertThat(lines[100_001]).isEqualTo("More rows match than the 100000 of a file: narrow the filter");
        assertThat(csv(new Many(100_000)).split("\r\n")).hasSize(100_001);
    }

    private record Many(int rows) implements Listing<Integer> {
        @Override
        public String name() {
            return "many";
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
            return Address.of("many.xhtml");
        }

        @Override
        public String whenEmpty() {
            return "";
        }
    }
}
