package centrasage.sync.vault;

import centrasage.flow.Secrets;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Tokens in the store, encrypted by the key file. */
@ApplicationScoped
public class StoredSecrets implements Secrets {
    private EntityManager entities;
    private KeyFile keyFile;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    StoredSecrets() {}

    @Inject
    StoredSecrets(EntityManager entities, KeyFile keyFile, DatabaseTime time) {
        this.entities = entities;
        this.keyFile = keyFile;
        this.time = time;
    }

    @Override
    @Atomic(alone = true)
    public Optional<String> get(String name) {
        return Optional.ofNullable(entities.find(SecretRow.class, name))
                .map(row -> new String(Cipher256.decrypt(keyFile.key(), row.cipher()), StandardCharsets.UTF_8));
    }

    @Override
    @Atomic(alone = true, onDisk = true)
    public void put(String name, String value) {
        byte[] cipher = Cipher256.encrypt(keyFile.key(), value.getBytes(StandardCharsets.UTF_8));
        Instant now = time.now(); // a query, which would write a row that is not filled in yet
        SecretRow row = entities.find(SecretRow.class, name);
        if (row == null) {
            row = new SecretRow(name);
            row.put(cipher, now);
            entities.persist(row);
        } else {
            row.put(cipher, now);
        }
    }
}
