package centrasage.settlements.profile;

import centrasage.settlements.read.Encoding;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param fileName what its name must be; its group {@code batch}, where it has one, says the payout
 * @param skipped how many lines stand before its header
 * @param date how its days are written; null for those of ISO, whatever follows them
 */
public record Layout(
        @Nullable Pattern fileName,
        char separator,
        Encoding encoding,
        int skipped,
        Notation notation,
        Sign sign,
        @Nullable DateTimeFormatter date) {

    boolean isNamed(String name) {
        return fileName == null || fileName.matcher(name).matches();
    }

    boolean saysBatch() {
        return fileName != null && fileName.pattern().contains("(?<batch>");
    }
}
