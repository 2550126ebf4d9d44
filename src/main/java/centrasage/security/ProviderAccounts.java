package centrasage.security;

import centrasage.security.openid.Identity;
import centrasage.security.openid.Returned.Kind;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of people whom the company's provider knows: made, changed and taken away as it says at each sign-in. A person
 * is the provider's key of them, never a name: an account of the same name that is somebody else's stays theirs.
 */
@ApplicationScoped
class ProviderAccounts {
    private static final String ACTOR = "company sign-in";

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    ProviderAccounts() {}

    @Inject
    ProviderAccounts(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /** Why this person is not let in; empty where their account is as the provider says now. */
    @Atomic(onDisk = true)
    Optional<Kind> take(Identity identity) {
        List<UserRow> theirs = entities.createQuery(
                        "SELECT u FROM UserRow u WHERE u.providerSubject = :subject", UserRow.class)
                .setParameter("subject", identity.subject())
                .getResultList();
        theirs.stream()
                .filter(row -> identity.roles().isEmpty() || !row.name().equals(identity.name()))
                .forEach(this::remove);
        if (identity.roles().isEmpty()) {
            return Optional.of(Kind.NO_ROLE);
        }
        List<UserRow> named = entities.createQuery("SELECT u FROM UserRow u WHERE LOWER(u.name) = :name", UserRow.class)
                .setParameter("name", identity.name())
                .getResultList();
        if (named.stream().anyMatch(row -> !row.isOf(identity.subject()))) {
            return Optional.of(Kind.NAME_TAKEN);
        }
        named.stream().findFirst().ifPresentOrElse(row -> change(row, identity), () -> make(identity));
        return Optional.empty();
    }

    private void make(Identity identity) {
        UserRow row = new UserRow(identity.name());
        row.fromProvider(identity.subject(), identity.roles());
        row.changed(time.now());
        entities.persist(row);
        audit.write(ACTOR, "USER_SET", "user/" + identity.name(), "roles " + identity.roles());
    }

    private void change(UserRow row, Identity identity) {
        if (!row.roles().equals(identity.roles())) {
            audit.write(
                    ACTOR,
                    "USER_ROLES_SET",
                    "user/" + row.name(),
                    "roles " + identity.roles() + ", before " + row.roles());
            row.roles(identity.roles());
            row.changed(time.now());
        }
    }

    private void remove(UserRow row) {
        entities.remove(row);
        audit.write(ACTOR, "USER_REMOVED", "user/" + row.name(), "roles " + row.roles());
    }
}
