package centrasage.launch;

import centrasage.launch.settings.Configuration;
import centrasage.launch.store.StoreFile;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the server unpacks itself: a folder of our own beside the data, by the name of the port and made anew at each
 * start. In the system's temporary folder each start that fails would leave another one behind, and the system might clean
 * up under one that runs.
 */
final class ServerFolder {
    /** Held as long as this process lives, so that no other one clears the folder away under it. */
    private static @Nullable FileLock held;

    private final Path folder;

    private ServerFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder, empty; none where no folder of ours can be written, and the server then takes its own choice.
     *
     * @throws IOException when another process has it, or it cannot be cleared; the message says what to do
     */
    static Optional<ServerFolder> empty(Configuration configuration) throws IOException {
        Path data = StoreFile.of(configuration.get("store.url"))
                .orElseGet(() -> Path.of(configuration.get("store.encryption-key-file")))
                .toAbsolutePath()
                .normalize();
        Path beside = data.getParent();
        if (beside == null || !Files.isWritable(beside)) {
            return Optional.empty();
        }
        Path folder = beside.resolve("unpacked-" + configuration.get("http.port"));
        take(Path.of(folder + ".lock"));
        try {
            clear(folder);
            ServerFolder made = new ServerFolder(folder);
            Files.createDirectories(made.server());
            Files.createDirectories(made.temporary());
            return Optional.of(made);
        } catch (IOException e) {
            throw new IOException(
                    "store.url: the folder " + folder + ", into which the server unpacks itself, cannot be made anew ("
                            + e.getMessage() + "); delete it by hand",
                    e);
        }
    }

    private Path server() {
        return folder.resolve("server");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    /** The server also unpacks what it deploys into the temporary folder, and leaves it there when it dies. */
    void give(PayaraMicroBoot boot) {
        boot.setRootDir(server().toFile());
        System.setProperty("java.io.tmpdir", temporary().toString());
    }

    @SuppressWarnings("MustBeClosedChecker") // closed by the end of the process
    private static void take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held = lock(channel);
        if (held == null) {
            channel.close();
            throw new IOException("http.port: another centra-sage200 is starting or ending at this port, and holds "
                    + file + "; wait until it has ended, or choose another port");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    /** What a dead process has left. */
    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
