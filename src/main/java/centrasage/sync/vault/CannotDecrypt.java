package centrasage.sync.vault;

/** What is there cannot be read: the key file is not the one that it was written with, or the data was changed. */
public final class CannotDecrypt extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CannotDecrypt(Exception cause) {
        super("cannot be decrypted: the key file is not the one it was written with, or the data was changed", cause);
    }
}
