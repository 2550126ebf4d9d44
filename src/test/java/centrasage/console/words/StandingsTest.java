package centrasage.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** However a document may stand, there is a word for it. */
class StandingsTest {
    private static final Pattern CONSTANT = Pattern.compile("(?m)^    ([A-Z_]+)[,;]?$");

    @Test
    void every_standing_has_its_own_word_and_only_what_nobody_knows_is_not_known() throws IOException {
        Set<String> standings = new TreeSet<>();
        for (String file : Set.of("completeness/Standing", "entries/EntryStanding")) {
            Matcher constant =
                    CONSTANT.matcher(Files.readString(Path.of("src/main/java/centrasage/reconcile/" + file + ".java")));
            while (constant.find()) {
                standings.add(constant.group(1));
            }
        }
        assertThat(standings)
                .contains("AGREES", "MISSING_IN_SAGE", "SEVERAL_IN_SAGE", "UNKNOWN")
                .hasSizeGreaterThan(12);
        Standings words = new Standings();
        assertThat(standings)
                .allSatisfy(standing -> assertThat(words.of(standing).word().equals("Not known"))
                        .as(standing)
                        .isEqualTo(standing.equals("UNKNOWN")));
    }
}
