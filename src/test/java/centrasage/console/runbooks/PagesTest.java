package centrasage.console.runbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private final Handbook handbook = new Handbook();
    private final Pages pages = new Pages(handbook);

    private static Handbook saying(String text) {
        return new Handbook() {
            @Override
            public Optional<String> text(String name) {
                return name.equals("page") ? Optional.of(text) : super.text(name);
            }
        };
    }

    private static String html(String text) {
        return new Pages(saying(text)).html("page");
    }

    @Test
    void headings_lists_and_tables_become_html() {
        assertThat(html("# A *title*\n\n1. one\n\n| a | b |\n|---|---|\n| `x` | y |\n"))
                .contains("<h1 id=\"a-title\">A <em>title</em></h1>")
                .contains("<ol>")
                .contains("<table>")
                .contains("<td><code>x</code></td>");
    }

    @Test
    void html_in_a_page_is_text_and_dangerous_addresses_lead_nowhere() {
        assertThat(html("<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=y>"))
                .doesNotContain("<script>")
                .doesNotContain("javascript:")
                .doesNotContain("<img")
                .contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @CsvSource({
        "order-held, record-locked.md, runbook.xhtml?name=record-locked",
        "order-held, restore.md#b-only, runbook.xhtml?name=restore#b-only",
        "order-held, ../configuration.md#keys, runbook.xhtml?name=docs/configuration#keys",
        "docs/configuration, operations/one-cause.md, runbook.xhtml?name=one-cause",
        "docs/configuration, refunds.md, runbook.xhtml?name=docs/refunds",
        "order-held, #below, #below",
        "order-held, ../decisions/0001.md, ''",
        "order-held, ../../pom.xml, ''",
        "order-held, nowhere.md, ''"
    })
    void links_lead_to_the_page_in_the_console_or_nowhere(String from, String link, String address) {
        assertThat(pages.address(from, link)).isEqualTo(address);
    }

    @Test
    void what_leads_nowhere_in_the_console_keeps_its_words() {
        assertThat(html("see [the `decision`](../decisions/1.md) there"))
                .contains("see the <code>decision</code> there")
                .doesNotContain("href");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret", "/etc/passwd", "a/b", "", "..", "docs/../x", "order-held.md"})
    void a_name_that_is_no_plain_one_finds_nothing(String name) {
        assertThat(handbook.text(name)).isEmpty();
    }

    /** Every file of docs/operations is packed, named by the index, and all of its links hold. */
    @Test
    void every_link_of_every_runbook_resolves() throws IOException {
        List<String> broken = new ArrayList<>();
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(25).contains("month-end", "closed-period");
        for (String name : names) {
            String text = Files.readString(Path.of("docs/operations", name + ".md"));
            Matcher written = Pattern.compile("\\]\\(([^)]+)\\)").matcher(text.replaceAll("\\s+", " "));
            while (written.find()) {
                String to = pages.address(name, written.group(1));
                if (to.isEmpty() && !isBesideTheHandbook(written.group(1))) {
                    broken.add(name + ": " + written.group(1));
                }
            }
            Matcher link = LINK.matcher(pages.html(name));
            while (link.find()) {
                holds(name, link.group(1)).ifPresent(broken::add);
            }
        }
        assertThat(broken).isEmpty();
    }

    /** It is in the repository, and not packed. */
    private static boolean isBesideTheHandbook(String link) {
        return Files.exists(
                Path.of("docs/operations").resolve(link.replaceAll("#.*", "")).normalize());
    }

    private Optional<String> holds(String name, String href) {
        if (href.startsWith("https://")) {
            return Optional.empty();
        }
        String[] parts = href.split("#", 2);
        String page = parts[0].isEmpty() ? name : parts[0].replace("runbook.xhtml?name=", "");
        String html = pages.html(page);
        boolean there = !html.isEmpty() && (parts.length == 1 || html.contains("id=\"" + parts[1] + "\""));
        return there ? Optional.empty() : Optional.of(name + ": " + href);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/operations"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md"))
                    .map(file -> file.replace(".md", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_index_names_every_runbook() throws IOException {
        List<String> named = new ArrayList<>(handbook.runbooks().keySet());
        named.add("index");
        assertThat(named).containsAll(names());
    }

    @Test
    void runbooks_are_found_by_words_of_their_titles_and_of_their_text() {
        assertThat(handbook.carrying("month-end")).containsKey("month-end");
        assertThat(handbook.carrying("user login status")).containsKey("record-locked");
        assertThat(handbook.carrying("zzz-no-such-word")).isEmpty();
    }
}
