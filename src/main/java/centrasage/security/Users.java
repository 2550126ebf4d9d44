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
import java.util.Objects;
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
            } else if (row.toAccount().mustChange()) {
                row.chosen();
            }
        } else if (row == null) {
            String password = random();
            put(ADMIN, password, Set.of(Roles.ADMINISTRATOR), true);
            audit.write("first start", "USER_SET", "user/" + ADMIN, "roles [" + Roles.ADMINISTRATOR + "]");
            LOG.warning(
                    () -> "First start: sign in to the console as " + ADMIN + " with the password " + password
                            + " (shown only this once, and to be changed then; or set console.admin-password to choose your own)");
        }
    }

    /** Creates a user or replaces the password and roles of one; the password is theirs and needs no change. */
    @Atomic(onDisk = true)
    public void set(String name, String password, Set<String> roles, String actor) {
        put(name, password, roles, false);
        audit.write(actor, "USER_SET", "user/" + name, "roles " + roles);
    }

    private void put(String name, String password, Set<String> roles, boolean chosenByOther) {
        if (!Roles.ALL.containsAll(roles)) {
            throw new IllegalArgumentException("roles are " + Roles.ALL + ", not " + roles);
        }
        UserRow found = entities.find(UserRow.class, name);
        UserRow row = found == null ? new UserRow(name) : found;
        row.set(hash.generate(password.toCharArray()), roles, chosenByOther);
        row.changed(time.now());
        if (found == null) {
            entities.persist(row);
        }
    }

    /**
     * Makes an account or replaces its password and roles, unless nobody would be left to undo it. An administrator knows the
     * password then, so that its owner has to choose another at the next sign-in; except with their own.
     */
    @Atomic(onDisk = true)
    public AccountChange change(String name, String password, Set<String> roles, String actor) {
        AccountChange may = mayBe(name, roles);
        if (may == AccountChange.DONE && isConfigured(name)) {
            return AccountChange.CONFIGURED; // the next start would say the old one again
        }
        if (may == AccountChange.DONE && isFromProvider(name)) {
            return AccountChange.FROM_PROVIDER;
        }
        if (may == AccountChange.DONE) {
            put(name, password, roles, !name.equals(actor));
            audit.write(actor, "USER_SET", "user/" + name, "roles " + roles + ", with a new password");
        }
        return may;
    }

    /** Other roles and the same password; whoever is signed in with it signs in again. */
    @Atomic(onDisk = true)
    public AccountChange roles(String name, Set<String> roles, String actor) {
        UserRow row = entities.find(UserRow.class, name);
        if (row == null || row.passwordHash().isEmpty()) {
            return row == null ? AccountChange.UNKNOWN : AccountChange.FROM_PROVIDER;
        }
        AccountChange may = mayBe(name, roles);
        if (may == AccountChange.DONE && !row.roles().equals(roles)) {
            audit.write(actor, "USER_ROLES_SET", "user/" + name, "roles " + roles + ", before " + row.roles());
            row.roles(roles);
            row.changed(time.now());
        }
        return may;
    }

    /** Another password that its owner chose; every other session of theirs is over. */
    @Atomic(onDisk = true)
    Account choose(String name, String password) {
        UserRow row = Objects.requireNonNull(entities.find(UserRow.class, name), name);
        row.set(hash.generate(password.toCharArray()), row.roles(), false);
        row.changed(time.now());
        audit.write(name, "PASSWORD_CHANGED", "user/" + name, "");
        return row.toAccount();
    }

    /** Whether the configuration says this account's password, and says it again at each start. */
    public boolean isConfigured(String name) {
        return name.equals(ADMIN) && configuredPassword.isPresent();
    }

    /** Nobody signs in under this name any more, and whoever is signed in is not any longer. */
    @Atomic(onDisk = true)
    public AccountChange remove(String name, String actor) {
        UserRow row = entities.find(UserRow.class, name);
        AccountChange may = row == null ? AccountChange.UNKNOWN : withoutAdministrator(name);
        if (row != null && may == AccountChange.DONE) {
            entities.remove(row);
            audit.write(actor, "USER_REMOVED", "user/" + name, "roles " + row.roles());
        }
        return may;
    }

    private AccountChange mayBe(String name, Set<String> roles) {
        return roles.contains(Roles.ADMINISTRATOR) ? AccountChange.DONE : withoutAdministrator(name);
    }

    /** Whether this account may cease to be an administrator's. */
    private AccountChange withoutAdministrator(String name) {
        if (name.equalsIgnoreCase(ADMIN)) {
            return AccountChange.ADMIN;
        }
        return with(Roles.ADMINISTRATOR).equals(List.of(name)) ? AccountChange.LAST_ADMINISTRATOR : AccountChange.DONE;
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

    /** Whether the company's provider signs them in, rather than a password here. */
    @Atomic
    public boolean isFromProvider(String name) {
        return account(name).filter(account -> !account.isLocal()).isPresent();
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
        boolean right = hash.verify(
                password.toCharArray(), account == null || !account.isLocal() ? NOBODYS : account.passwordHash());
        return right && account != null && account.isLocal();
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
