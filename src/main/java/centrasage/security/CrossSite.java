package centrasage.security;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which site a browser was on when it sent a request, by what browsers say themselves and no page can change.
 *
 * <p>{@code Sec-Fetch-Site} decides where it is there. Browsers do not send it to plain http on another machine: then {@code
 * Origin}, which they send with each deed, or {@code Referer} must name the host that was called. A proxy in front may have
 * changed {@code Host}, so {@code X-Forwarded-Host} counts as well; no page of another site can set that one.
 */
public enum CrossSite {
    /** A page of ours. */
    OURS,
    /** A person who typed the address. */
    TYPED,
    /** A page of somebody else. */
    ELSEWHERE,
    /** Nothing is said: a program, or a browser older than any that is still mended. */
    UNSAID;

    /** @param headers the request's headers by name; null where there is none */
    public static CrossSite of(Headers headers) {
        String site = headers.get("Sec-Fetch-Site");
        if (site != null) {
            return switch (site) {
                case "same-origin" -> OURS;
                case "none" -> TYPED;
                default -> ELSEWHERE;
            };
        }
        return Stream.of("Origin", "Referer")
                .flatMap(name -> Optional.ofNullable(headers.get(name)).stream())
                .findFirst()
                .map(from -> isOurs(from, headers) ? OURS : ELSEWHERE)
                .orElse(UNSAID);
    }

    /** The headers of a request, of whichever API. */
    @FunctionalInterface
    public interface Headers {
        @Nullable
        String get(String name);
    }

    private static boolean isOurs(String from, Headers headers) {
        String there = host(from);
        return !there.isEmpty()
                && Stream.of("Host", "X-Forwarded-Host")
                        .flatMap(name -> Optional.ofNullable(headers.get(name)).stream())
                        .flatMap(hosts -> Stream.of(hosts.split(",", -1)))
                        .map(CrossSite::plain)
                        .anyMatch(there::equals);
    }

    /** The host and port of an address; empty where it is none, such as {@code null} of a page without an origin. */
    private static String host(String address) {
        try {
            String authority = URI.create(address).getRawAuthority();
            return authority == null ? "" : plain(authority);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Without the port that goes without saying: a proxy may speak https where we see http. */
    private static String plain(String authority) {

        return authority.strip().toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
