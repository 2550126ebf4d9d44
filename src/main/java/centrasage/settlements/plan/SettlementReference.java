package centrasage.settlements.plan;

import centrasage.flow.Sha256;
import centrasage.settlements.file.SettlementKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The two references of what is posted for a batch, 20 characters each: the first is for people, the second says for ever which posting it is
 * (posting rules, section 1).
 */
public final class SettlementReference {
    private static final int LENGTH = 20;
    private static final int BASE = 36;
    /** Of these, 20 digits to the base of 36 are never more. */
    private static final int BYTES = 12;

    private SettlementReference() {}

    /** {@code ADYEN 380 GBP}; of a long number its end. */
    public static String first(SettlementKey key) {
        String end = " " + key.currency().getCurrencyCode();
        String psp = key.psp().toUpperCase(Locale.ROOT).replaceAll("[^!-~]", "");
        String begin = psp.substring(0, Math.min(psp.length(), 8)) + " ";
        String number = key.batch().toUpperCase(Locale.ROOT).replaceAll("[^!-~]", "");
        int room = LENGTH - begin.length() - end.length();
        return begin + number.substring(Math.max(0, number.length() - room)) + end;
    }

    /** @param what which posting of the batch, such as {@code fee-commission} */
    public static String second(SettlementKey key, String what) {
        String whole = String.join(
                "\n", key.psp(), key.account(), key.batch(), key.currency().getCurrencyCode(), what);
        byte[] hash = Arrays.copyOf(Sha256.of(whole.getBytes(StandardCharsets.UTF_8)), BYTES);
        return new BigInteger(1, hash).toString(BASE).toUpperCase(Locale.ROOT);
    }
}
