package centrasage.security;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
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
import org.jspecify.annotations.Nullable;

/** The people who may sign in, with their passwords as PBKDF2 hashes. */
@ApplicationScoped
public class Users {
    /** The account that exists from the first start. */
    public static final String ADMIN = "admin";

    private static final Logger LOG = Logger.getLogger(Users.class.getName());
    private static final int SALT_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final Map<String, String> HASHING = Map.of(
            "Pbkdf2PasswordHash.Algorithm",
            "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations",
            "310000",
            "Pbkdf2PasswordHash.SaltSizeBytes",
            Integer.toString(SALT_BYTES),
            "Pbkdf2PasswordHash.KeySizeBytes",
            Integer.toString(KEY_BYTES));
    private static final String NOBODYS = nobodys();

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
    @Atomic(onDisk = true)
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

    /** What became of a wish to change or remove an account. */
    public enum Change {
        DONE,
        /** There is no such account. */
        UNKNOWN,
        /** {@link #ADMIN} stays, and stays an administrator: the configuration speaks of it. */
        ADMIN,
        /** Nobody would be left who may make accounts. */
        LAST_ADMINISTRATOR
    }

    /** As {@link #set}, unless nobody would be left to undo it. */
    @Atomic(onDisk = true)
    public Change change(String name, String password, Set<String> roles, String actor) {
        Change may = roles.contains(Roles.ADMINISTRATOR) ? Change.DONE : withoutAdministrator(name);
        if (may == Change.DONE) {
            set(name, password, roles, actor);
        }
        return may;
    }

    /** Nobody signs in under this name any more, and whoever is signed in is not any longer. */
    @Atomic(onDisk = true)
    public Change remove(String name, String actor) {
        UserRow row = entities.find(UserRow.class, name);
        Change may = row == null ? Change.UNKNOWN : withoutAdministrator(name);
        if (row != null && may == Change.DONE) {
            entities.remove(row);
            audit.write(actor, "USER_REMOVED", "user/" + name, "roles " + row.roles());
        }
        return may;
    }

    /** Whether this account may cease to be an administrator's. */
    private Change withoutAdministrator(String name) {
        if (name.equalsIgnoreCase(ADMIN)) {
            return Change.ADMIN;
        }
        return with(Roles.ADMINISTRATOR).equals(List.of(name)) ? Change.LAST_ADMINISTRATOR : Change.DONE;
    }

    /** Everybody who may sign in, by name. */
    @Atomic
    public List<User> all() {
        return entities.createQuery("SELECT u FROM UserRow u ORDER BY u.name", UserRow.class).getResultList().stream()
                .map(UserRow::toUser)
                .toList();
    }

    /** Who has this role, by sign-in name. */
    @Atomic
    public List<String> with(String role) {
        return all().stream()
                .filter(user -> user.roles().contains(role))
                .map(User::name)
                .toList();
    }

    /** Who may sign in under this name, as it is now. */
    @Atomic
    Optional<Account> account(String name) {
        return Optional.ofNullable(entities.find(UserRow.class, name)).map(UserRow::toAccount);
    }

    /**
     * Whether this is the account's password. Outside of any transaction, because it is slow on purpose; and as slow where
     * there is no such account, so that nobody can find out by a clock which names exist.
     */
    boolean matches(String password, @Nullable Account account) {
        boolean right = hash.verify(password.toCharArray(), account == null ? NOBODYS : account.passwordHash());
        return right && account != null;
    }

    /** A hash as slow to compare with as a real one, of no password at all. */
    private static String nobodys() {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                ":",
                HASHING.getOrDefault("Pbkdf2PasswordHash.Algorithm", ""),
                HASHING.getOrDefault("Pbkdf2PasswordHash.Iterations", ""),
                base64.encodeToString(randomBytes(SALT_BYTES)),
                base64.encodeToString(randomBytes(KEY_BYTES)));
    }

    private static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(15));
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
