package centrasage.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** Who may sign in. */
@Entity
@Table(name = "console_user")
@SuppressWarnings("NullAway.Init")
class UserRow {
    @Id
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    private String roles;

    @Column(name = "changed_at")
    private Instant changedAt;

    UserRow() {}

    UserRow(String name) {
        this.name = name;
    }

    void set(String hash, Set<String> given, Instant now) {
        passwordHash = hash;
        roles = String.join(",", given);
        changedAt = now;
    }

    String passwordHash() {
        return passwordHash;
    }

    Set<String> roles() {
        return Set.of(roles.split(",", -1));
    }

    User toUser() {
        return new User(name, roles(), changedAt);
    }

    Account toAccount() {
        return new Account(name, passwordHash, roles(), changedAt);
    }
}
