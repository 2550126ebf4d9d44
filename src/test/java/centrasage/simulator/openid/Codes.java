package centrasage.simulator.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The codes that were given out and not redeemed yet: each is good once. */
final class Codes {
    private final Map<String, Code> open = new ConcurrentHashMap<>();
    private final AtomicLong given = new AtomicLong();

    /**
     * @param user who signed in
     * @param request what the application asked for
     */
    record Code(String user, Map<String, String> request) {
        /** Whether the redeemer is who asked: the same callback, and the verifier of the challenge. */
        boolean isRedeemedBy(Map<String, String> form) {
            return request.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"))
                    && request.getOrDefault("code_challenge", "")
                            .equals(challenge(form.getOrDefault("code_verifier", "")));
        }
    }

    String give(String user, Map<String, String> request) {
        String code = "code-" + given.incrementAndGet() + "-" + Long.toHexString(System.nanoTime());
        open.put(code, new Code(user, Map.copyOf(request)));
        return code;
    }

    Optional<Code> redeem(Map<String, String> form) {
        return Optional.ofNullable(open.remove(form.getOrDefault("code", ""))).filter(code -> code.isRedeemedBy(form));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return SigningKey.base64(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
