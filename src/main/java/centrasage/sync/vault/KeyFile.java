package centrasage.sync.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that wraps the key of every order and every token: 32 random bytes in a file beside, and never inside, the
 * database.
 */
@ApplicationScoped
public class KeyFile {
    private static final Logger LOG = Logger.getLogger(KeyFile.class.getName());
    private static final int BYTES = 32;

    private Path file;
    private byte[] key = new byte[0];

    @SuppressWarnings("NullAway.Init")
    KeyFile() {}

    @Inject
    public KeyFile(@ConfigProperty(name = "store.encryption-key-file") String file) {
        this.file = Path.of(file);
    }

    /**
     * Makes the file on the first start; later it must be there.
     *
     * @param needed whether the store holds anything that was encrypted with it
     * @throws IllegalStateException when it is needed and missing: a new one could read nothing of what is there
     */
    void prepare(boolean needed) {
        if (needed && !Files.exists(file)) {
            throw new IllegalStateException("store.encryption-key-file " + file.toAbsolutePath()
                    + " is missing, and the store holds data that only it can read; restore it from its backup");
        }
        key();
    }

    /** @throws IllegalStateException when this is not the key that the store was written with */
    void proveItOpens(byte[] sealed) {
        try {
            Cipher256.decrypt(key(), sealed);
        } catch (CannotDecrypt e) {
            throw new IllegalStateException(
                    "store.encryption-key-file " + file.toAbsolutePath()
                            + " is not the one that this store was written with; restore that one from its backup, or name the"
                            + " store that belongs to this one",
                    e);
        }
    }

    /**
     * The key, read once; made on the first start.
     *
     * @throws IllegalStateException when the file is not one of ours
     */
    synchronized byte[] key() {
        if (key.length == 0) {
            key = Files.exists(file) ? read() : make();
        }
        return key.clone();
    }

    private byte[] read() {
        try {
            byte[] bytes = Base64.getDecoder().decode(Files.readString(file).trim());
            if (bytes.length != BYTES) {
                throw new IllegalArgumentException(bytes.length + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("store.encryption-key-file " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "store.encryption-key-file " + file + " is damaged (" + e.getMessage()
                            + "); restore it from its backup: without it no order in the store can be read",
                    e);
        }
    }

    private byte[] make() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] text = Base64.getEncoder().encodeToString(bytes).getBytes(StandardCharsets.US_ASCII);
            Files.write(file, text, StandardOpenOption.CREATE_NEW);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("store.encryption-key-file " + file + " cannot be made", e);
        }
        LOG.warning(() -> "Made a new encryption key in " + file.toAbsolutePath()
                + ". Back it up now, apart from the database: without it no order in the store can be read.");
        return bytes;
    }
}
