package centrasage.sage200.client;

import org.junit.jupiter.api.Test;

class WindowsSignInTest {
    @Test
    void probe() throws Exception {
        RawServer.Script script = request -> RawServer.bytes2("HTTP/1.1 401 No\r\nWWW-Authenticate: "
                + (request.headers().getOrDefault("authorization", "").length() > 70
                                || !request.headers().containsKey("authorization")
                        ? "NTLM"
                        : "NTLM " + type2())
                + "\r\nContent-Length: 0\r\n\r\n");
        try (RawServer server = new RawServer(script)) {
            WindowsSignIn w = new WindowsSignIn(server.url(), "DOM\\u", "wrong");
            Wire wire = new Wire(
                    java.time.Duration.ofSeconds(2), java.time.Duration.ofSeconds(2), java.util.Optional.of(w));
            System.out.println(wire.post(java.net.URI.create(server.url() + "/x"), java.util.Map.of(), "{}"));
            server.requests()
                    .forEach(r -> System.out.println(r.connection() + " " + r.method() + " " + r.target() + " "
                            + r.headers().get("authorization")));
            System.out.println("--- reads");
            w.signInReads();
            var c = (java.net.HttpURLConnection)
                    java.net.URI.create(server.url() + "/read").toURL().openConnection();
            try {
                System.out.println(c.getResponseCode());
            } catch (Exception e) {
                System.out.println(e);
            }
            server.requests()
                    .forEach(r -> System.out.println(r.connection() + " " + r.method() + " " + r.target() + " "
                            + r.headers().get("authorization")));
        } finally {
            java.net.Authenticator.setDefault(null);
        }
    }

    static String type2() {
        java.nio.ByteBuffer b = java.nio.ByteBuffer.allocate(48).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        b.put("NTLMSSP\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(2);
        b.putShort((short) 0).putShort((short) 0).putInt(48);
        b.putInt(0x00080201).put(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).putLong(0);
        b.putShort((short) 0).putShort((short) 0).putInt(48);
        return java.util.Base64.getEncoder().encodeToString(b.array());
    }
}
