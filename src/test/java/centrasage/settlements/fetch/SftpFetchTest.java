package centrasage.settlements.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a provider's SFTP server. */
class SftpFetchTest {
    private static final Instant MADE = Instant.parse("2026-11-29T04:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SshServer server;

    @SuppressWarnings("NullAway.Init")
    private Path there;

    @SuppressWarnings("NullAway.Init")
    private Path inbox;

    @BeforeEach
    void serve() throws Exception {
        there = Files.createDirectories(folder.resolve("server/outgoing"));
        inbox = folder.resolve("inbox");
        KeyPair key = SecurityUtils.getKeyPairGenerator("RSA").generateKeyPair();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("shop") && password.equals("let me in"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.resolve("server")));
        server.start();
        knows(key);
    }

    private void knows(KeyPair key) throws IOException {
        Files.write(
                folder.resolve("known_hosts"),
                List.of("[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic())));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private long fetch(String password) throws IOException {
        FetchSource source = new FetchSource(
                "paypal",
                "sftp://127.0.0.1:" + server.getPort() + "/outgoing",
                "shop",
                password,
                null,
                folder.resolve("known_hosts"),
                1);
        return new SftpFetch(source).into(new Landing(inbox));
    }

    private void offered(String name, String text) throws IOException {
        Files.write(there.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(there.resolve(name), FileTime.from(MADE));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Test
    void what_is_new_comes_into_the_inbox_and_stays_there() throws Exception {
        offered("STL-20261129.01.009.CSV", "RH,one");
        Files.createDirectories(there.resolve("archive"));
        assertThat(fetch("let me in")).isOne();
        assertThat(read(inbox.resolve("STL-20261129.01.009.CSV"))).isEqualTo("RH,one");
        assertThat(Files.getLastModifiedTime(inbox.resolve("STL-20261129.01.009.CSV"))
                        .toInstant())
                .isEqualTo(MADE);
        assertThat(there.resolve("STL-20261129.01.009.CSV")).exists();
    }

    @Test
    void what_was_taken_is_not_fetched_again_and_what_was_made_anew_is() throws Exception {
        offered("a.csv", "one");
        fetch("let me in");
        Files.createDirectories(inbox.resolve("done"));
        Files.move(inbox.resolve("a.csv"), inbox.resolve("done/a.csv"));
        assertThat(fetch("let me in")).isZero();
        offered("a.csv", "corrected");
        assertThat(fetch("let me in")).isOne();
        assertThat(read(inbox.resolve("a.csv"))).isEqualTo("corrected");
    }

    @Test
    void whoever_is_not_let_in_says_so() {
        assertThatThrownBy(() -> fetch("wrong"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("paypal at sftp://127.0.0.1")
                .hasMessageContaining("Auth fail");
    }

    @Test
    void a_server_with_another_key_gets_nothing_from_us() throws Exception {
        offered("a.csv", "one");
        knows(SecurityUtils.getKeyPairGenerator("RSA").generateKeyPair());
        assertThatThrownBy(() -> fetch("let me in")).isInstanceOf(IOException.class);
        assertThat(inbox).doesNotExist();
    }

    @Test
    void a_server_that_nobody_knows_gets_nothing_either() throws Exception {
        Files.write(folder.resolve("known_hosts"), List.of());
        assertThatThrownBy(() -> fetch("let me in"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HostKey");
    }
}
