package centrasage.console.api.mappings;

import centrasage.mapping.MappingFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Mapping files in a zip, as a person makes it of the folder or of the files in it. */
public final class ZippedFiles {
    private static final int ENTRIES_MAX = 200;
    private static final String NO_ZIP = "The body is not a zip of CSV files";
    private static final String REMEDY = "Zip the CSV files, or the folder that they are in";

    private ZippedFiles() {}

    /** The CSV files by name, whatever folder they are in; others are left alone. */
    public static MappingFiles in(InputStream zip, int bytesMax) {
        MappingFiles files = new MappingFiles();
        try (ZipInputStream entries = new ZipInputStream(zip, StandardCharsets.UTF_8)) {
            int left = bytesMax;
            int count = 0;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (++count > ENTRIES_MAX) {
                    throw Upload.bad("The zip holds more than " + ENTRIES_MAX + " files", REMEDY);
                }
                byte[] bytes = entries.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw Upload.tooLong(bytesMax);
                }
                add(files, entry.getName(), bytes);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw Upload.bad(NO_ZIP, REMEDY);
        } catch (IOException e) {
            throw Upload.bad(NO_ZIP + ": it ends too early", REMEDY);
        }
        if (files.isEmpty()) {
            throw Upload.bad(NO_ZIP, REMEDY);
        }
        return files;
    }

    /** What a Mac adds to a zip has the names of the files again, in a folder of its own. */
    private static void add(MappingFiles files, String path, byte[] bytes) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.endsWith(".csv") || path.startsWith("__MACOSX/")) {
            return;
        }
        if (files.has(name)) {
            throw Upload.bad("The zip holds " + name + " twice", "Keep the one that is meant");
        }
        files.add(name, bytes);
    }

    static byte[] of(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
