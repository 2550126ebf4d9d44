package centrasage.console.frame;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place on this console, and never anywhere else: what a link from outside may ask for after signing in. */
public final class LocalPath {
    public static final String TODAY = "/index.xhtml";

    private LocalPath() {}

    /** The path with its query when it is one of ours; Today otherwise. */
    public static String orToday(@Nullable String wanted) {
        return Optional.ofNullable(wanted)
                .filter(LocalPath::isPlain)
                .flatMap(LocalPath::parsed)
                .filter(LocalPath::isOurs)
                .map(URI::toString)
                .orElse(TODAY);
    }

    /** Browsers read a backslash as a slash and drop tabs and line ends: none of them belongs into a path of ours. */
    private static boolean isPlain(String wanted) {
        return wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().allMatch(each -> each > ' ' && each < 127 && each != '\\');
    }

    private static Optional<URI> parsed(String wanted) {
        try {
            return Optional.of(new URI(wanted));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(URI uri) {
        return uri.getScheme() == null
                && uri.getRawAuthority() == null
                && !uri.getRawPath().startsWith("/sign-in");
    }
}
