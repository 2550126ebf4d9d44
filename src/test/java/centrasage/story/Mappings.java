package centrasage.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The example mappings, as a consultant would adjust them after asking how the company rounds VAT. */
public final class Mappings {
    private static final Path EXAMPLE = Path.of("docs", "example-mappings");

    /** What skus.csv of the example says: a product of another code, or none where the SKU is a charge. */
    static final Map<String, String> PRODUCTS = Map.of("GIFTBAG-S", "PACK-GIFTBAG-S", "GIFTWRAP", "");

    private Mappings() {}

    /** Copies the example into a folder, with {@code vat_rounding} as the site has it. */
    public static Path in(Path folder, String vatRounding) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(EXAMPLE)) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".csv")).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName().toString()));
                }
            }
            Files.write(
                    folder.resolve("companies.csv"),
                    List.of("company,vat_rounding,ship_from,handling_charge", "33," + vatRounding + ",GB,HANDLING"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
