package centrasage.security;

import centrasage.sync.Atomic;
import centrasage.sync.Audit;
import centrasage.sync.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The people who may sign in, with their passwords as PBKDF2 hashes. */
@ApplicationScoped
public class Users {
    /** The account that exists from the first start. */
    public static final String ADMIN = "admin";

    private static final Logger LOG = Logger.getLogger(Users.class.getName());
    private static final Map<String, String> HASHING = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "310000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32");

    private EntityManager entities;
    private Pbkdf2PasswordHash hash;
    private DatabaseTime time;
    private Audit audit;
    private Optional<String> configuredPassword = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    Users() {}

    @Inject
    Users(
            EntityManager entities,
            Pbkdf2PasswordHash hash,
            DatabaseTime time,
            Audit audit,
            @ConfigProperty(name = "console.admin-password") Optional<String> configuredPassword) {
        this.entities = entities;
        this.hash = hash;
        this.time = time;
        this.audit = audit;
        this.configuredPassword = configuredPassword;
        hash.initialize(HASHING);
    }

    /**
     * Makes sure that the administrator can sign in: with the configured password, or with a random one that is printed
     * once, on the first start.
     */
    @Atomic
    public void prepareAdministrator() {
        UserRow row = entities.find(UserRow.class, ADMIN);
        if (configuredPassword.isPresent()) {
            boolean current =
                    row != null && hash.verify(configuredPassword.get().toCharArray(), row.passwordHash());
            if (!current) {
                set(ADMIN, configuredPassword.get(), Set.of(Roles.ADMINISTRATOR), "configuration");
            }
        } else if (row == null) {
            String password = random();
            set(ADMIN, password, Set.of(Roles.ADMINISTRATOR), "first start");
            LOG.warning(() -> "First start: sign in to the console as " + ADMIN + " with the password " + password
                    + " (shown only this once; set console.admin-password to choose your own)");
        }
    }

    /** Creates a user or replaces the password and roles of one. */
    @Atomic
    public void set(String name, String password, Set<String> roles, String actor) {
        if (!Roles.ALL.containsAll(roles)) {
            throw new IllegalArgumentException("roles are " + Roles.ALL + ", not " + roles);
        }
        UserRow row = entities.find(UserRow.class, name);
        if (row == null) {
            row = new UserRow(name);
            row.set(hash.generate(password.toCharArray()), roles, time.now());
            entities.persist(row);
        } else {
            row.set(hash.generate(password.toCharArray()), roles, time.now());
        }
        audit.write(actor, "USER_SET", "user/" + name, "roles " + roles);
    }

    /** Who has this role, by sign-in name. */
    @Atomic
    public List<String> with(String role) {
        return entities.createQuery("SELECT u FROM UserRow u ORDER BY u.name", UserRow.class).getResultList().stream()
                .filter(row -> row.roles().contains(role))
                .map(UserRow::name)
                .toList();
    }

    /** The roles of whoever knows this password; empty otherwise. Takes as long for a name that does not exist. */
    @Atomic
    Optional<Set<String>> verify(String name, char[] password) {
        UserRow row = entities.find(UserRow.class, name);
        String known = row == null ? unknownUsersHash() : row.passwordHash();
        boolean right = hash.verify(password, known);
        return row != null && right ? Optional.of(row.roles()) : Optional.empty();
    }

    private String unknownUsersHash() {
        return hash.generate(random().toCharArray());
    }

    private static String random() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
