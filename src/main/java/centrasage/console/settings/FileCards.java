package centrasage.console.settings;

import centrasage.console.words.Amounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the files and folders are that the settings name, and the disk that they are on. */
@ApplicationScoped
public class FileCards {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long FREE_LEAST = 1024;

    private Path key;
    private Path heads;
    private Optional<String> inbox;
    private Amounts amounts;

    @SuppressWarnings("NullAway.Init")
    FileCards() {}

    @Inject
    public FileCards(
            @ConfigProperty(name = "store.encryption-key-file") String key,
            @ConfigProperty(name = "audit.heads-file") String heads,
            @ConfigProperty(name = "settlements.inbox") Optional<String> inbox,
            Amounts amounts) {
        this.key = Path.of(key).toAbsolutePath();
        this.heads = Path.of(heads).toAbsolutePath();
        this.inbox = inbox;
        this.amounts = amounts;
    }

    List<HealthCard> cards() {
        return List.of(key(), folders());
    }

    private HealthCard key() {
        boolean there = Files.isReadable(key);
        return HealthCard.of(
                "Encryption key",
                there ? HealthCard.GOOD : HealthCard.LOOK,
                there
                        ? "The file " + key + " is there and can be read."
                        : "The file " + key + " is not there, or cannot be read. It is made when it is first needed.",
                "Keep a copy of it apart from the database: without it no order can be read.");
    }

    private HealthCard folders() {
        List<String> lines = new ArrayList<>();
        boolean good = true;
        Optional<Long> free = free(heads);
        if (free.isPresent()) {
            good = free.get() >= FREE_LEAST;
            lines.add(amounts.count(free.get()) + " MB are free on the disk of " + heads.getParent() + ".");
        }
        lines.add(
                Files.isWritable(heads) || !Files.exists(heads)
                        ? "The heads of the audit trail go to " + heads + "."
                        : "The file " + heads + " cannot be written.");
        if (inbox.isEmpty() || inbox.get().isBlank()) {
            lines.add("No folder is named for payment providers' files (settlements.inbox).");
        } else {
            boolean usable = Files.isDirectory(Path.of(inbox.get()));
            good &= usable;
            lines.add(
                    usable
                            ? "Payment providers' files are read from " + inbox.get() + "."
                            : "The folder " + inbox.get() + " for payment providers' files is not there.");
        }
        return new HealthCard("Files and disk", good ? HealthCard.GOOD : HealthCard.LOOK, lines, List.of());
    }

    /** In megabytes; empty where the folder cannot be asked. */
    private static Optional<Long> free(Path file) {
        try {
            Path folder = file.getParent();
            return folder == null
                    ? Optional.empty()
                    : Optional.of(Files.getFileStore(folder).getUsableSpace() / MEGABYTE);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
