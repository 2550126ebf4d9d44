package centrasage.security;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Hashes nothing, and remembers what it was asked to compare with, and whether a transaction was open meanwhile. */
final class PlainHash implements Pbkdf2PasswordHash {
    final List<String> compared = new ArrayList<>();
    final List<Boolean> inTransaction = new ArrayList<>();
    private final BooleanSupplier transaction;

    PlainHash(BooleanSupplier transaction) {
        this.transaction = transaction;
    }

    @Override
    public void initialize(Map<String, String> parameters) {}

    @Override
    public String generate(char[] password) {
        return "hash of " + new String(password);
    }

    @Override
    public boolean verify(char[] password, String hashedPassword) {
        compared.add(hashedPassword);
        inTransaction.add(transaction.getAsBoolean());
        return hashedPassword.equals(generate(password));
    }
}
