package centrasage.sync.vault;

import centrasage.flow.RootCause;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Personal data, encrypted under a key for each order. Destroying the key erases the person from every version and
 * command at once, but not from older backups of the store, which hold the key as well; amounts, keys and links are not encrypted and stay.
 */
@ApplicationScoped
public class PersonalData {
    /** The class of such states in SQL's own words. */
    private static final String CONSTRAINT_VIOLATED = "23";

    private EntityManager entities;
    private KeyFile keyFile;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    PersonalData() {}

    @Inject
    PersonalData(EntityManager entities, KeyFile keyFile, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.keyFile = keyFile;
        this.time = time;
        this.audit = audit;
    }

    /** Called at the start: the key file exists, or is made where nothing was ever encrypted. */
    @Atomic
    public void prepare() {
        long keys = entities.createQuery("SELECT COUNT(k) FROM PersonalKeyRow k", Long.class)
                .getSingleResult();
        long secrets = entities.createQuery("SELECT COUNT(s) FROM SecretRow s", Long.class)
                .getSingleResult();
        keyFile.prepare(keys + secrets > 0);
        entities.createQuery(
                        "SELECT k.wrappedKey FROM PersonalKeyRow k WHERE k.wrappedKey IS NOT NULL ORDER BY k.createdAt DESC",
                        byte[].class)
                .setMaxResults(1)
                .getResultList()
                .forEach(keyFile::proveItOpens);
    }

    /**
     * Encrypts repeatably, making the subject's key where there is none.
     *
     * @return empty when the subject was erased: nothing of it is stored again
     */
    public Optional<byte[]> encrypt(String subject, String text) {
        return key(subject).map(key -> Cipher256.encryptRepeatably(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What tells this text from any other of the same subject, and says nothing of it: a hash under the subject's own key, 64
     * hex digits.
     *
     * @return empty when the subject was erased
     */
    public Optional<String> mark(String subject, String text) {
        return key(subject)
                .map(key -> HexFormat.of().formatHex(Cipher256.mark(key, text.getBytes(StandardCharsets.UTF_8))));
    }

    private Optional<byte[]> key(String subject) {
        PersonalKeyRow row = entities.find(PersonalKeyRow.class, subject);
        if (row == null) {
            row = new PersonalKeyRow(subject, Cipher256.encrypt(keyFile.key(), Cipher256.newKey()), time.now());
            entities.persist(row);
            inserted(subject);
        }
        return unwrapped(row);
    }

    /** Two documents of one order may come first at once: who was slower is run again, and finds the key of the other. */
    private void inserted(String subject) {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            boolean isThere = RootCause.of(e) instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(CONSTRAINT_VIOLATED);
            throw isThere ? new OptimisticLockException("another has just made the key of " + subject, e) : e;
        }
    }

    /**
     * The text in clear; empty when the subject was erased.
     *
     * @throws CannotDecrypt when it is there and cannot be read
     */
    public Optional<String> decrypt(String subject, byte[] sealed) {
        return unwrapped(entities.find(PersonalKeyRow.class, subject))
                .map(key -> new String(Cipher256.decrypt(key, sealed), StandardCharsets.UTF_8));
    }

    private Optional<byte[]> unwrapped(@Nullable PersonalKeyRow row) {
        byte[] wrapped = row == null ? null : row.wrappedKey();
        return Optional.ofNullable(wrapped).map(key -> Cipher256.decrypt(keyFile.key(), key));
    }

    /** Destroys the key of one order for ever; doing it again changes nothing. What is still to be posted: {@code Erasure}. */
    @Atomic
    public boolean erase(String subject, String actor) {
        PersonalKeyRow row = entities.find(PersonalKeyRow.class, subject);
        if (row == null || row.wrappedKey() == null) {
            return false;
        }
        row.destroy(time.now());
        entities.flush(); // whoever marks it now comes after, and sees that it is erased
        entities.createQuery("DELETE FROM CustomerMarkRow m WHERE m.subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
        audit.write(
                actor,
                "ERASED",
                subject,
                "the key of its personal data was destroyed, and by what it was found with it");
        return true;
    }
}
