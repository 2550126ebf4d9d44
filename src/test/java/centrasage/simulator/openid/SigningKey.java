package centrasage.simulator.openid;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** A key by which the provider signs, with the name under which it publishes it. */
record SigningKey(String id, KeyPair pair) {
    private static final int BITS = 2048;

    static SigningKey of(String id) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey(id, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** As RFC 7517 writes it. */
    ObjectNode published() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", id)
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
    }

    /** As RFC 7515 writes it; with the algorithm {@code none} nothing is signed. */
    String sign(String algorithm, ObjectNode claims) {
        ObjectNode header =
                Json.object().put("alg", algorithm).put("typ", "JWT").put("kid", id);
        String content = base64(Json.write(header)) + "." + base64(Json.write(claims));
        return content + "." + (algorithm.equals("none") ? "" : base64(signed(content)));
    }

    private byte[] signed(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs by RSA", e);
        }
    }

    /** Without the byte that only says that it is positive. */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return base64(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
