package centrasage.settlements.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import centrasage.simulator.psp.AdyenWorkbook;
import centrasage.simulator.psp.PspBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Damages an Excel workbook: cells before they are written, the XML within it, or the bytes of the ZIP file that it is. */
final class WorkbookDamage implements Damage {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int TYPE = 7;
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    /** The columns of the sheet are A to Y. */
    private static final String CELL_OF_TYPE = "<c r=\"H";

    private final Random random;
    private final ByteDamage bytes;
    private final List<List<String>> table;
    private final Map<String, byte[]> parts;
    private final byte[] whole;

    WorkbookDamage(Random random, List<PspBatch> batches) {
        this.random = random;
        this.bytes = new ByteDamage(random);
        this.table = AdyenWorkbook.table(batches);
        this.parts = unzipped(AdyenWorkbook.written(table));
        parts.computeIfPresent(
                "docProps/core.xml",
                (name, xml) -> TIME.matcher(text(xml))
                        .replaceAll("2026-11-30T00:00:00Z")
                        .getBytes(ISO_8859_1));
        this.whole = zipped(parts, Deflater.BEST_SPEED);
    }

    /** The library writes when it does so: what is damaged is without that time, so that the same seed damages the same. */
    @Override
    public byte[] of(byte[] written) {
        return switch (random.nextInt(3)) {
            case 0 -> cells();
            case 1 -> part();
            default -> zip();
        };
    }

    private byte[] zip() {
        byte[] damaged = whole;
        for (int times = 1 + random.nextInt(3); times > 0 && damaged.length > 0; times--) {
            damaged = bytes.at(random.nextInt(damaged.length), damaged);
        }
        return damaged;
    }

    private byte[] cells() {
        List<List<String>> damaged = new ArrayList<>();
        table.forEach(row -> damaged.add(new ArrayList<>(row)));
        CellDamage cell = new CellDamage(random, Set.of(TYPE));
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(damaged.size());
            int other = random.nextInt(damaged.size());
            switch (random.nextInt(6)) {
                case 0 -> damaged.remove(at);
                case 1 -> damaged.add(other, damaged.get(at));
                case 2 -> damaged.set(at, damaged.set(other, damaged.get(at)));
                default -> cell.in(damaged.get(at), damaged.get(other));
            }
        }
        return AdyenWorkbook.written(damaged);
    }

    /** One part of it, mostly the sheet. */
    private byte[] part() {
        Map<String, byte[]> damaged = new LinkedHashMap<>(parts);
        List<String> names = List.copyOf(parts.keySet());
        String name = random.nextInt(3) > 0 ? SHEET : names.get(random.nextInt(names.size()));
        damaged.computeIfPresent(name, (key, xml) -> xml(xml));
        return zipped(damaged, Deflater.NO_COMPRESSION);
    }

    private byte[] xml(byte[] xml) {
        int at = random.nextInt(xml.length);
        return isType(xml, at) ? xml : bytes.at(at, xml);
    }

    /** Whether that byte is within a cell of column H. */
    private static boolean isType(byte[] xml, int at) {
        String before = text(Arrays.copyOf(xml, Math.min(xml.length, at + CELL_OF_TYPE.length() + 1)));
        int cell = before.lastIndexOf("<c r=");
        return cell >= 0 && before.startsWith(CELL_OF_TYPE, cell) && before.indexOf("</c>", cell) < 0;
    }

    private static String text(byte[] xml) {
        return new String(xml, ISO_8859_1);
    }

    /** The writer's descriptors of its parts are such as the JDK reads only from behind. */
    private static Map<String, byte[]> unzipped(byte[] whole) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(whole))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts, int level) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(whole)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 11, 30, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return whole.toByteArray();
    }
}
