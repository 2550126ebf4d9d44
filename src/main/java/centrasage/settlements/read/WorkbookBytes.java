package centrasage.settlements.read;

import centrasage.settlements.file.Fault;
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
import org.apache.commons.compress.utils.IOUtils;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The bytes of a workbook, which is a ZIP file: each of its parts has a checksum, and the library that reads workbooks holds none to it; and a
 * small file can unpack to more than the memory holds.
 */
final class WorkbookBytes {
    private final byte[] workbook;

    WorkbookBytes(byte[] workbook) {
        this.workbook = workbook;
    }

    /**
     * @param most to how many bytes it may unpack
     * @throws ZipException when a part is not what its checksum says
     * @throws UnreadableFile when it unpacks to more
     */
    InputStream upTo(long most) throws IOException, UnreadableFile {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            long left = most;
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                left -= check(part, zip.getInputStream(part), left + 1);
                if (left < 0) {
                    throw tooLarge("unpacks", most);
                }
            }
        }
        return new ByteArrayInputStream(workbook);
    }

    static UnreadableFile tooLarge(String does, long most) {
        return new UnreadableFile(Fault.ofBatch(
                "it is an Excel workbook that " + does + " to more than " + most + " bytes",
                "Download the file from the provider again as CSV, which may have any size"));
    }

    /** How many bytes of it were read. */
    private static long check(ZipArchiveEntry part, InputStream bytes, long most) throws IOException {
        try (CheckedInputStream checked = new CheckedInputStream(bytes, new CRC32())) {
            long read = IOUtils.copyRange(checked, most, OutputStream.nullOutputStream());
            if (read < most && checked.getChecksum().getValue() != part.getCrc()) {
                throw new ZipException(part.getName() + " is not what its checksum says");
            }
            return read;
        }
    }
}
