package centrasage.launch.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Who has a store in H2 open, in a file beside it: the store itself cannot be asked by anybody else meanwhile. */
public final class StoreHolder {
    private StoreHolder() {}

    /** Says it for whoever comes while this process has the store; where it cannot be written, they are told less. */
    public static void note(Path store, String address, Clock clock) {
        long process = ProcessHandle.current().pid();
        String words = "centra-sage200 at " + address + ", process " + process + ", since "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            Files.writeString(file(store), process + "\n" + words, StandardCharsets.UTF_8);
        } catch (IOException e) {
            file(store).toFile().delete(); // an older note would tell of another process
        }
    }

    /** Whose note is there, in brackets; empty where nobody has left one, or the process that did lives no more. */
    static String words(Path store) {
        try {
            List<String> note = Files.readAllLines(file(store), StandardCharsets.UTF_8);
            return note.size() == 2 && lives(note.get(0)) ? " (" + note.get(1) + ")" : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean lives(String process) {
        return process.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isPresent();
    }

    private static Path file(Path store) {
        return Path.of(store + ".holder");
    }
}
