package centrasage.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** axe, which looks for what keeps people out of a page. */
final class Axe {
    static final String SCRIPT = script();

    /** WCAG 2.1 A and AA, and answers with one line for each finding that is serious or critical. */
    static final String RUN = "const done = arguments[arguments.length - 1];"
            + " axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(found => done(found.violations"
            + ".filter(each => each.impact === 'serious' || each.impact === 'critical')"
            + ".map(each => each.id + ': ' + each.help + ' at ' + each.nodes.slice(0, 5).map(node => node.target.join(' ')"
            + " + ' ' + (node.any[0] ? node.any[0].message : '')).join('; '))), error => done(['axe failed: ' + error]));";

    private Axe() {}

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
