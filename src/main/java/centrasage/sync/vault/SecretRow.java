package centrasage.sync.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A token, encrypted by the key file. */
@Entity
@Table(name = "secret")
@SuppressWarnings("NullAway.Init")
class SecretRow {
    @Id
    private String name;

    private byte[] cipher;

    @Column(name = "changed_at")
    private Instant changedAt;

    SecretRow() {}

    SecretRow(String name) {
        this.name = name;
    }

    void put(byte[] encrypted, Instant now) {
        cipher = encrypted.clone();
        changedAt = now;
    }

    byte[] cipher() {
        return cipher.clone();
    }
}
