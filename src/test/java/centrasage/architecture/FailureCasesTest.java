package centrasage.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The table of failure cases has a row for each, and cites tests that exist. */
class FailureCasesTest {
    private static final Path TABLE = Path.of("docs/failure-cases.md");
    private static final Path TESTS = Path.of("src/test/java");

    /** The numbers of the list that the table answers; the gaps between are the list's own. */
    private static final List<String> CASES = Stream.of(
                    IntStream.rangeClosed(1, 12),
                    IntStream.rangeClosed(20, 35),
                    IntStream.rangeClosed(40, 49),
                    IntStream.rangeClosed(50, 60),
                    IntStream.rangeClosed(70, 79),
                    IntStream.of(95))
            .flatMap(numbers -> numbers.mapToObj("F%02d"::formatted))
            .toList();

    private static final Pattern ROW = Pattern.compile("^\\| (F\\d\\d) \\|.*\\| (.+?) \\|$", Pattern.MULTILINE);
    private static final Pattern CITED = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w*_\\w+)`");

    private record Row(String number, String heldBy) {}

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(TABLE))
                .results()
                .map(row -> new Row(row.group(1), row.group(2)))
                .toList();
    }

    private static List<MatchResult> cited(String text) {
        return CITED.matcher(text).results().toList();
    }

    @Test
    void each_case_has_one_row() throws IOException {
        assertThat(CASES).hasSize(60).startsWith("F01").endsWith("F95");
        assertThat(rows()).extracting(Row::number).containsExactlyElementsOf(CASES);
    }

    @Test
    void each_row_names_a_test_or_says_that_there_is_none() throws IOException {
        assertThat(rows())
                .allSatisfy(row -> assertThat(
                                cited(row.heldBy()).isEmpty() == row.heldBy().startsWith("None:"))
                        .as(row.toString())
                        .isTrue());
    }

    @Test
    void each_test_that_is_cited_exists() throws IOException {
        Map<String, String> classes = classes();
        List<String> missing = new ArrayList<>();
        for (MatchResult test : cited(Files.readString(TABLE))) {
            if (!isTest(classes.get(test.group(1)), test.group(2))) {
                missing.add(test.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(isTest(classes.get("FailureCasesTest"), "a_test_that_is_not_there"))
                .isFalse();
    }

    /** By their simple names; two of one name cannot be cited. */
    private static Map<String, String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.map(file -> TESTS.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".java"))
                    .map(file ->
                            file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                    .collect(toMap(name -> name.substring(name.lastIndexOf('.') + 1), name -> name, (one, two) -> ""));
        }
    }

    private static boolean isTest(@Nullable String className, String method) {
        if (className == null || className.isEmpty()) {
            return false;
        }
        try {
            return Stream.of(Class.forName(className, false, FailureCasesTest.class.getClassLoader())
                            .getDeclaredMethods())
                    .filter(declared -> declared.getName().equals(method))
                    .anyMatch(declared -> AnnotationSupport.isAnnotated(declared, Testable.class));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
