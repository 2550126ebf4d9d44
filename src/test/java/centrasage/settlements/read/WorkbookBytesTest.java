package centrasage.settlements.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A small file that unpacks to very much. */
class WorkbookBytesTest {
    private static final int PART = 1 << 20;

    /** Of two parts of a MiB each. */
    private static byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : new String[] {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(new byte[PART]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void what_unpacks_to_as_much_as_is_allowed_is_read() throws Exception {
        byte[] packed = packed();
        try (InputStream bytes = new WorkbookBytes(packed).upTo(2 * PART)) {
            assertThat(bytes.readAllBytes()).isEqualTo(packed);
        }
    }

    @Test
    void what_unpacks_to_more_is_refused_with_what_to_do() throws Exception {
        byte[] packed = packed();
        assertThat(packed.length).isLessThan(PART / 100);

        for (long most : new long[] {2 * PART - 1, PART, PART - 1, 0}) {
            UnreadableFile refused =
                    catchThrowableOfType(UnreadableFile.class, () -> new WorkbookBytes(packed).upTo(most));
            assertThat(refused.fault().why())
                    .isEqualTo("it is an Excel workbook that unpacks to more than " + most + " bytes");
            assertThat(refused.fault().remedy()).contains("as CSV");
        }
    }
}
