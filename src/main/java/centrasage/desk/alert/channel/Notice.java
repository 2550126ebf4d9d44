package centrasage.desk.alert.channel;

import centrasage.flow.Severity;
import java.util.List;

/**
 * A message as it is sent: numbers and money, nothing of a customer.
 *
 * @param id the same whenever it is sent again, so that a mail system can see that it is the same
 * @param address an e-mail address; empty for a web hook
 * @param lines the text, a paragraph each
 * @param link into the console; a path alone where {@code console.public-url} is not set
 */
public record Notice(String id, String address, Severity severity, String title, List<String> lines, String link) {
    public Notice {
        lines = List.copyOf(lines);
    }

    boolean hasAddress() {
        return link.startsWith("http");
    }
}
