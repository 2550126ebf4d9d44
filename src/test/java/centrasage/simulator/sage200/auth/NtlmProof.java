package centrasage.simulator.sage200.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The third NTLM message: whose it is, and whether its NTLMv2 response proves the password. */
final class NtlmProof {
    private static final int HEADER = 64;
    private static final int PROOF = 16;

    private final byte[] message;
    private final ByteBuffer fields;

    NtlmProof(byte[] message) {
        this.message = message;
        this.fields = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean proves(String user, String password, byte[] challenge) {
        if (message.length < HEADER) {
            return false;
        }
        Charset charset = (fields.getInt(60) & 1) != 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
        byte[] response = part(20);
        String domain = new String(part(28), charset);
        String sender = new String(part(36), charset);
        if (!sender.equalsIgnoreCase(user) || response.length <= PROOF) {
            return false;
        }
        byte[] blob = Arrays.copyOfRange(response, PROOF, response.length);
        byte[] key = hmac(
                Md4.hash(password.getBytes(StandardCharsets.UTF_16LE)),
                (sender.toUpperCase(Locale.ROOT) + domain).getBytes(StandardCharsets.UTF_16LE));
        return MessageDigest.isEqual(hmac(key, challenge, blob), Arrays.copyOf(response, PROOF));
    }

    /** A part whose length and offset stand at a place of the header; nothing when they point outside. */
    private byte[] part(int at) {
        int length = Short.toUnsignedInt(fields.getShort(at));
        int offset = fields.getInt(at + 4);
        boolean inside = offset >= 0 && offset <= message.length - length;
        return inside ? Arrays.copyOfRange(message, offset, offset + length) : new byte[0];
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacMD5", e);
        }
    }
}
