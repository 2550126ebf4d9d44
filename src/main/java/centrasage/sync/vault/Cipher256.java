package centrasage.sync.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM; the nonce stands before the ciphertext. */
final class Cipher256 {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Cipher256() {}

    /** A new key of 32 random bytes. */
    static byte[] newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    static byte[] encrypt(byte[] key, byte[] text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return encrypt(key, text, nonce);
    }

    /**
     * Encrypts so that the same text under the same key gives the same bytes: the nonce is a keyed hash of the text, as in
     * AES-SIV. A hash over the ciphertext then tells whether a document has changed, without a hash of anybody's words.
     */
    static byte[] encryptRepeatably(byte[] key, byte[] text) {
        return encrypt(key, text, Arrays.copyOf(hash(key, 'n', text), NONCE));
    }

    /** What tells a text from any other, and tells nothing of it to whoever has no key: not even a guess can be tried. */
    static byte[] mark(byte[] key, byte[] text) {
        return hash(key, 'm', text);
    }

    /** @param use no two uses of one key may ever hash alike */
    private static byte[] hash(byte[] key, char use, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((byte) use);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] encrypt(byte[] key, byte[] text, byte[] nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(text);
            byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    /** @throws CannotDecrypt when the key is another one, or a byte was changed or is missing */
    static byte[] decrypt(byte[] key, byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotDecrypt(e);
        }
    }
}
