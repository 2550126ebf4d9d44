package centrasage.simulator.sage200.auth;

import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The NTLM sign-in of a Windows site: three messages, which sign in a connection and not a request. */
final class NtlmHandshake {
    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHALLENGE = {1, 35, 69, 103, -119, -85, -51, -17};
    private static final int UNICODE_NTLM_EXTENDED = 0x00080201;
    private static final int CONNECTIONS_MAX = 500;

    private final AuthSettings settings;
    private final Set<String> signedIn = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> challenged = new LinkedHashMap<>();

    NtlmHandshake(AuthSettings settings) {
        this.settings = settings;
    }

    @Nullable
    Response refuse(Request request) {
        String header = request.header("Authorization");
        if (header == null) {
            return signedIn.contains(request.connection()) ? null : challenge("NTLM");
        }
        byte[] message = message(header);
        if (message.length < 12) {
            return challenge("NTLM");
        }
        int type = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
        if (type == 1) {
            return invite(request);
        }
        boolean expected = type == 3 && wasChallenged(request) && isKnown(message);
        if (!expected) {
            return challenge("NTLM");
        }
        if (signedIn.size() >= CONNECTIONS_MAX) {
            signedIn.clear();
        }
        signedIn.add(request.connection());
        return null;
    }

    private synchronized Response invite(Request request) {
        signedIn.remove(request.connection());
        if (challenged.size() >= CONNECTIONS_MAX) {
            challenged.clear();
        }
        challenged.put(request.connection(), true);
        return challenge("NTLM " + Base64.getEncoder().encodeToString(typeTwo()));
    }

    private synchronized boolean wasChallenged(Request request) {
        return challenged.remove(request.connection()) != null;
    }

    private static Response challenge(String value) {
        return Response.empty(401).withHeader("WWW-Authenticate", value);
    }

    private static byte[] message(String header) {
        if (!header.regionMatches(true, 0, "NTLM ", 0, 5)) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(5).strip());
            boolean signed = bytes.length >= 12 && Arrays.equals(Arrays.copyOf(bytes, 8), SIGNATURE);
            return signed ? bytes : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** Signature, type 2, empty target, flags, challenge, context, empty target information. */
    private static byte[] typeTwo() {
        ByteBuffer buffer = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(SIGNATURE).putInt(2);
        buffer.putShort((short) 0).putShort((short) 0).putInt(48);
        buffer.putInt(UNICODE_NTLM_EXTENDED).put(CHALLENGE).putLong(0);
        buffer.putShort((short) 0).putShort((short) 0).putInt(48);
        return buffer.array();
    }

    private boolean isKnown(byte[] message) {
        String user = settings.text("user").replaceAll(".*\\\\", "");
        return new NtlmProof(message).proves(user, settings.text("password"), CHALLENGE);
    }
}
