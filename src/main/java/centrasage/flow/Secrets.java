package centrasage.flow;

import java.util.Optional;

/** Where tokens survive a restart, encrypted by the key file of {@code store.encryption-key-file}. */
public interface Secrets {

    /** The secret of this name, in clear; empty when there is none. */
    Optional<String> get(String name);

    /** Replaces the secret; committed when this returns. */
    void put(String name, String value);
}
