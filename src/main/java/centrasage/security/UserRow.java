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

    @Column(name = "must_change")
    private boolean mustChange;

    @Column(name = "provider_subject")
    private String providerSubject;

    UserRow() {}

    UserRow(String name) {
        this.name = name;
    }

    /** @param chosenByOther whether its owner has to choose another before anything else */
    void set(String hash, Set<String> given, boolean chosenByOther) {
        passwordHash = hash;
        roles = String.join(",", given);
        mustChange = chosenByOther;
        providerSubject = "";
    }

    /** Somebody whom the company's provider knows, who has no password here. */
    void fromProvider(String subject, Set<String> given) {
        passwordHash = "";
        roles = String.join(",", given);
        mustChange = false;
        providerSubject = subject;
    }

    /** It is its owner's own. */
    void chosen() {
        mustChange = false;
    }

    void roles(Set<String> given) {
        roles = String.join(",", given);
    }

    /** Ends every session that began before. */
    void changed(Instant now) {
        changedAt = now;
    }

    String name() {
        return name;
    }

    boolean isOf(String subject) {
        return providerSubject.equals(subject);
    }

    String passwordHash() {
        return passwordHash;
    }

    Set<String> roles() {
        return Set.of(roles.split(",", -1));
    }

    User toUser() {
        return new User(name, roles(), changedAt, mustChange, !passwordHash.isEmpty());
    }

    Account toAccount() {
        return new Account(name, passwordHash, roles(), changedAt, mustChange);
    }
}
