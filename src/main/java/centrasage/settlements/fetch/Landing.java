package centrasage.settlements.fetch;

import centrasage.settlements.folder.Inbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Where fetched files land: each whole at once, and none that is there already. */
final class Landing {
    private final Path inbox;

    Landing(Path inbox) {
        this.inbox = inbox;
    }

    /** Whether a file of this name is here, whatever it says. */
    boolean has(String name) {
        return new Inbox(inbox).places(name).stream().anyMatch(Files::exists);
    }

    /** Whether just this file is here: one that was made anew at the provider has another size or time. */
    boolean has(String name, long size, Instant changed) throws IOException {
        for (Path file : new Inbox(inbox).places(name)) {
            if (Files.exists(file)
                    && Files.size(file) == size
                    && Files.getLastModifiedTime(file).toInstant().getEpochSecond() == changed.getEpochSecond()) {
                return true;
            }
        }
        return false;
    }

    /** Writes it beside the inbox's own files and renames it when all of it is there. */
    void put(String name, InputStream bytes, Instant changed) throws IOException {
        Files.createDirectories(inbox);
        Path part = inbox.resolve("." + name + ".part");
        Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(part, FileTime.from(changed));
        Files.move(part, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A name that is only a name, or nothing: what comes from outside must not choose a folder. */
    static boolean isPlain(String name) {
        return !name.isBlank()
                && !name.startsWith(".")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ');
    }
}
