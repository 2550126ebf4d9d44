package centrasage.settlements.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.settlements.file.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetRowsTest {

    private static byte[] book(Consumer<Worksheet> filled) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Harbour", "1.0")) {
            book.setCompressionLevel(0);
            filled.accept(book.newWorksheet("data"));
            book.newWorksheet("another").value(0, 0, "of no interest");
        }
        return bytes.toByteArray();
    }

    private static List<Cells> rows(byte[] book) throws IOException, UnreadableFile {
        List<Cells> all = new ArrayList<>();
        try (Rows rows = OpenedFile.rows(Reading.file("book.xlsx", book), ',')) {
            for (Cells cells = rows.next(); cells != null; cells = rows.next()) {
                all.add(cells);
            }
        }
        return all;
    }

    private static String shown(BigDecimal number) throws IOException, UnreadableFile {
        return rows(book(sheet -> sheet.value(0, 0, number))).get(0).values().get(0);
    }

    private static Fault refused(byte[] book) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> rows(book));
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    @Test
    void rows_are_those_of_the_first_sheet_with_their_numbers() throws Exception {
        List<Cells> rows = rows(book(sheet -> {
            sheet.value(0, 0, "Type");
            sheet.value(0, 1, "Net");
            sheet.value(2, 0, "Settled");
            sheet.value(2, 3, "behind a gap");
        }));

        assertThat(rows).extracting(Cells::line).containsExactly(1L, 3L);
        assertThat(rows.get(0).values()).containsExactly("Type", "Net");
        assertThat(rows.get(1).values()).containsExactly("Settled", "", "", "behind a gap");
    }

    @ParameterizedTest
    @CsvSource({
        "1250.00, 1250",
        "12.50, 12.5",
        "-0.07, -0.07",
        "0, 0",
        "0.28999999999999998, 0.29",
        "30.420000000000002, 30.42",
        "0.8695652173913043, 0.8695652173913043",
        "999999999999999, 999999999999999"
    })
    void a_number_is_what_the_sheet_shows(BigDecimal number, String shown) throws Exception {
        assertThat(shown(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1829098024817852, 1.82909802481785E+15", "-74123456789012145678901, -7.41234567890121E+22"})
    void a_number_of_more_digits_than_a_sheet_keeps_is_no_reference(BigDecimal number, String shown) throws Exception {
        assertThat(shown(number)).isEqualTo(shown);
        Cells cells = rows(book(sheet -> sheet.value(0, 0, number.abs()))).get(0);
        BadCell bad = catchThrowableOfType(BadCell.class, () -> cells.reference(new Column(0, "Psp Reference")));
        assertThat(bad.fault().why())
                .isEqualTo("a spreadsheet has made a number of a reference, and its last digits are lost");
    }

    @Test
    void a_day_is_written_as_text_files_have_it() throws Exception {
        List<Cells> rows = rows(book(sheet -> {
            sheet.value(0, 0, LocalDateTime.of(2026, 11, 8, 23, 59, 59));
            sheet.style(0, 0).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(0, 1, LocalDate.of(2026, 11, 8));
            sheet.style(0, 1).format("dd/mm/yyyy").set();
        }));

        assertThat(rows.get(0).values()).containsExactly("2026-11-08 23:59:59", "2026-11-08 00:00:00");
        assertThat(rows.get(0).day(new Column(1, "Creation Date"))).isEqualTo(LocalDate.of(2026, 11, 8));
    }

    @Test
    void a_book_that_is_cut_off_is_refused() throws Exception {
        byte[] book = book(sheet -> sheet.value(0, 0, "Type"));
        for (int length = 4; length < book.length; length += 97) {
            assertThat(refused(Arrays.copyOf(book, length)).why())
                    .isEqualTo("it is no Excel workbook that can be read: it is damaged, or cut off");
        }
    }

    /** Its parts carry a checksum each. */
    @Test
    void a_book_in_which_one_byte_is_another_is_refused() throws Exception {
        byte[] book = book(sheet -> sheet.value(0, 0, new BigDecimal("1250.75")));
        String text = new String(book, ISO_8859_1);
        int at = text.indexOf("1250.75");
        assertThat(at).isPositive();
        book[at] = '9';

        assertThat(refused(book).why()).startsWith("it is no Excel workbook that can be read");
    }
}
