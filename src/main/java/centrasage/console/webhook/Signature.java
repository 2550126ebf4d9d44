package centrasage.console.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code X-Centra-Signature}: {@code t=<seconds since 1970>,v1=<hex>}, where v1 is the HMAC-SHA256 of the time, a
 * dot and the body as it came. There may be several v1, as while a secret is changed; parts of other names are left alone.
 *
 * @param time as it is written, because it is signed like that
 */
record Signature(String time, List<byte[]> proofs) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PROOFS_MAX = 10;
    /** As many digits as the seconds of some 30,000 years. */
    private static final String SECONDS = "\\d{1,12}";

    Signature {
        proofs = List.copyOf(proofs);
    }

    /** Empty for a header that is none: without exactly one time, or without a proof. */
    static Optional<Signature> parse(String header) {
        List<String> times = new ArrayList<>();
        List<byte[]> proofs = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String[] pair = part.split("=", 2);
            String value = pair.length == 2 ? pair[1].strip() : "";
            switch (pair[0].strip()) {
                case "t" -> times.add(value);
                case "v1" -> hex(value).ifPresent(proofs::add);
                default -> {}
            }
        }
        boolean sound =
                times.size() == 1 && times.get(0).matches(SECONDS) && !proofs.isEmpty() && proofs.size() <= PROOFS_MAX;
        return sound ? Optional.of(new Signature(times.get(0), proofs)) : Optional.empty();
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Instant moment() {
        return Instant.ofEpochSecond(Long.parseLong(time));
    }

    /** Whether one of the proofs fits. Takes the same time whether it does or not. */
    boolean signs(byte[] body, String secret) {
        byte[] expected = expected(body, secret);
        boolean fits = false;
        for (byte[] proof : proofs) {
            fits |= MessageDigest.isEqual(expected, proof);
        }
        return fits;
    }

    private byte[] expected(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
