package centrasage.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A name and a password as a program sends them with each request. */
record BasicHeader(String name, String password) {
    private static final String BASIC = "Basic ";

    /** Empty where the header is missing or makes no sense. */
    static Optional<BasicHeader> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BASIC))
                .flatMap(header -> decoded(header.substring(BASIC.length())));
    }

    private static Optional<BasicHeader> decoded(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
            String[] pair = text.split(":", 2);
            return pair.length == 2 ? Optional.of(new BasicHeader(pair[0], pair[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Passwords must not end in a log. */
    @Override
    public String toString() {
        return "BasicHeader[" + name + "]";
    }
}
