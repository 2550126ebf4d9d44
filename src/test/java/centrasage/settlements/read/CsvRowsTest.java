package centrasage.settlements.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.settlements.file.Fault;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRowsTest {

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("a quote that is never closed", "4,\"" + "a settled line\n".repeat(5_000)),
                Arguments.of("thousands of cells", "4" + ",".repeat(20_000) + "\n"));
    }

    private static void readAll(String text) throws IOException, UnreadableFile {
        try (Rows rows = CsvRows.of(Reading.file("report.csv", text), ',', Encoding.UTF_8)) {
            Cells cells = rows.next();
            while (cells != null) {
                cells = rows.next();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_row_that_is_too_long_says_in_which_line_it_begins_and_what_it_may_be(String name, String row) {
        String text = "a,b\n1,2\n\n3,\"x\ny\"\n" + row;
        Fault fault =
                catchThrowableOfType(UnreadableFile.class, () -> readAll(text)).fault();

        assertThat(fault.sentence())
                .startsWith("line 6: a cell is longer than 65536 characters, perhaps by a quote that is never closed");
        assertThat(fault.remedy()).startsWith("Download the file from the provider again");
    }
}
