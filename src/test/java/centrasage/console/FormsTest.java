package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every form of a page must send along. */
class FormsTest {
    private static final Pattern FORM = Pattern.compile("(?s)<h:form\\b[^>]*>.*?</h:form>");

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

    /** The page for signing in keeps no state, and so has no nonce to compare with. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml") && !file.endsWith("sign-in.xhtml"))
                    .toList();
        }
    }
}
