package centrasage.settlements.fetch;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one provider lie.
 *
 * @param name of the provider, for people
 * @param url {@code sftp://host/folder}, or {@code https://host/path}, which may have <code>{batch}</code> or <code>{date}</code> in it
 * @param user empty where it is asked for none
 * @param password empty where a key is used
 * @param keyFile of SFTP; null where a password is used
 * @param knownHosts by which the server of SFTP is known; null of HTTPS
 * @param firstBatch the first number that is asked for, where the URL has a <code>{batch}</code>
 */
public record FetchSource(
        String name,
        String url,
        String user,
        String password,
        @Nullable Path keyFile,
        @Nullable Path knownHosts,
        int firstBatch) {

    boolean isSftp() {
        return url.startsWith("sftp:");
    }

    /** Without placeholders, as those of SFTP are. */
    URI uri() {
        return URI.create(url);
    }

    /** Passwords must not end in a log. */
    @Override
    public String toString() {
        return name + " at " + url;
    }
}
