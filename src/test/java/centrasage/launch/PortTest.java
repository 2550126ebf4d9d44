package centrasage.launch;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.launch.settings.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PortTest {
    private static Configuration at(String port) throws IOException {
        return Configuration.read("", Map.of("HTTP_PORT", port), new Properties());
    }

    @Test
    void a_port_that_is_taken_is_told_with_everything_else_that_is_wrong() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            Configuration configuration = at(port);

            assertThat(configuration.faults()).isNotEmpty();
            assertThat(Port.faults(configuration))
                    .singleElement()
                    .asString()
                    .contains("cannot listen on 127.0.0.1:" + port, "choose a free port");
        }
    }

    @Test
    void a_port_that_is_none_is_told_once() throws IOException {
        assertThat(Port.faults(at("eighty"))).isEmpty();
    }
}
