package centrasage.settlements.fetch;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads a folder on an SFTP server that is known by its key; removes nothing there. */
final class SftpFetch {
    private static final int TIMEOUT = Math.toIntExact(Duration.ofSeconds(30).toMillis());
    private static final int PORT = 22;

    private final FetchSource source;

    SftpFetch(FetchSource source) {
        this.source = source;
    }

    /**
     * @return how many files are new
     * @throws IOException when the server cannot be reached, is not the one that is known, or lets us not in
     */
    long into(Landing landing) throws IOException {
        URI uri = source.uri();
        try {
            JSch jsch = new JSch();
            Path hosts = source.knownHosts();
            Path key = source.keyFile();
            if (hosts != null) {
                jsch.setKnownHosts(hosts.toString());
            }
            if (key != null) {
                jsch.addIdentity(key.toString());
            }
            Session session = jsch.getSession(source.user(), uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort());
            session.setConfig("StrictHostKeyChecking", "yes");
            if (!source.password().isEmpty()) {
                session.setPassword(source.password());
            }
            try {
                session.connect(TIMEOUT);
                return fetch(session, uri.getPath(), landing);
            } finally {
                session.disconnect();
            }
        } catch (JSchException | SftpException e) {
            throw new IOException(source + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static long fetch(Session session, String folder, Landing landing)
            throws JSchException, SftpException, IOException {
        ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
        try {
            channel.connect(TIMEOUT);
            channel.cd(folder.isEmpty() ? "/" : folder);
            long fetched = 0;
            for (ChannelSftp.LsEntry entry : List.copyOf(channel.ls("."))) {
                Instant changed = Instant.ofEpochSecond(entry.getAttrs().getMTime());
                boolean wanted = entry.getAttrs().isReg()
                        && Landing.isPlain(entry.getFilename())
                        && !landing.has(entry.getFilename(), entry.getAttrs().getSize(), changed);
                if (wanted) {
                    try (InputStream bytes = channel.get(entry.getFilename())) {
                        landing.put(entry.getFilename(), bytes, changed);
                    }
                    fetched++;
                }
            }
            return fetched;
        } finally {
            channel.disconnect();
        }
    }
}
