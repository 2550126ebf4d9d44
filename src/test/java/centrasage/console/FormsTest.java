package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every form of a page must send along. */
class FormsTest {
    private static final Pattern FORM = Pattern.compile("(?s)<h:form\\b[^>]*>.*?</h:form>");

    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    private static final Set<String> PARAMETERS = parameters();

    /** A form of a page that refuses it answers with a failure instead of doing what was asked. */
    @Test
    void each_form_sends_the_nonce_of_its_page() throws IOException {
        List<String> forms = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Path page : pages()) {
            Matcher form = FORM.matcher(Files.readString(page));
            while (form.find()) {
                forms.add(form.group());
                if (!form.group().contains("<s:nonce/>") && !form.group().contains("<s:here/>")) {
                    without.add(page + ": " + form.group().lines().findFirst().orElse(""));
                }
            }
        }
        assertThat(forms).hasSizeGreaterThan(40);
        assertThat(without).isEmpty();
    }

    /** A form sends its own id as a parameter: where the page asks the address for one of that name, it would be told the form's. */
    @Test
    void no_form_is_called_like_a_parameter_that_it_sends() throws IOException {
        List<String> alike = new ArrayList<>();
        for (Path page : pages()) {
            Matcher form = FORM.matcher(Files.readString(page));
            while (form.find()) {
                Matcher id = ID.matcher(form.group());
                String name = id.find() ? id.group(1) : "";
                if (PARAMETERS.contains(name)) {
                    alike.add(page + ": " + name);
                }
            }
        }
        assertThat(PARAMETERS).contains("sheet", "ask", "id", "number");
        assertThat(alike).isEmpty();
    }

    /** What pages ask the address for. */
    private static Set<String> parameters() {
        Pattern asked = Pattern.compile("(?:asked|Asked\\.now\\(\\))\\s*\\.(?:text|one|all|id)\\(\"([a-z-]+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/centrasage/console"))) {
            Set<String> names = new TreeSet<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                asked.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page for signing in keeps no state, and so has no nonce to compare with. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml") && !file.endsWith("sign-in.xhtml"))
                    .toList();
        }
    }
}
