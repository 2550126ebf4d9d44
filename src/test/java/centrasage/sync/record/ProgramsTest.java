package centrasage.sync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever acts in the trail without being a person is known as such: in the code, and in the script that sorts the rows from before. */
class ProgramsTest {
    private static final Pattern ACTOR = Pattern.compile(
            "(?s)audit\\s*\\.write\\(\\s*\"([^\"]+)\"|String (?:ACTOR|ITSELF) = \"([^\"]+)\"|eraseFinished\\([^,]+, \"([^\"]+)\"");

    @Test
    void every_part_of_the_program_that_writes_to_the_trail_is_named() throws IOException {
        Set<String> actors = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher matcher = ACTOR.matcher(Files.readString(file));
                while (matcher.find()) {
                    Stream.of(1, 2, 3)
                            .map(matcher::group)
                            .filter(name -> name != null)
                            .forEach(actors::add);
                }
            }
        }
        assertThat(actors).as("found by the pattern").contains("posting", "desk", "retention", "recovery");
        assertThat(Programs.names()).containsAll(actors);
        assertThat(Programs.is("anna")).isFalse();
    }

    @Test
    void the_script_knows_the_same_names() throws IOException {
        String script = Files.readString(Path.of("sql/common/V45__console_lists.sql"));
        String list =
                script.substring(script.indexOf("NOT IN (") + 8, script.indexOf(");", script.indexOf("NOT IN (")));
        assertThat(Stream.of(list.split(","))
                        .map(name -> name.strip().replace("'", ""))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(List.copyOf(Programs.names()));
    }
}
