package centrasage.settlements.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The bytes of a workbook, which is a ZIP file: each of its parts has a checksum, and the library that reads workbooks holds none to it. */
final class WorkbookBytes {
    private WorkbookBytes() {}

    /** @throws ZipException when a part is not what its checksum says */
    static InputStream of(byte[] workbook) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                check(part, zip.getInputStream(part));
            }
        }
        return new ByteArrayInputStream(workbook);
    }

    private static void check(ZipArchiveEntry part, InputStream bytes) throws IOException {
        try (CheckedInputStream checked = new CheckedInputStream(bytes, new CRC32())) {
            checked.transferTo(OutputStream.nullOutputStream());
            if (checked.getChecksum().getValue() != part.getCrc()) {
                throw new ZipException(part.getName() + " is not what its checksum says");
            }
        }
    }
}
