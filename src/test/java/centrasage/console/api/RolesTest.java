package centrasage.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.api.RoutesOfTheApi.Route;
import centrasage.security.Right;
import centrasage.security.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may do what: the matrix in code, what each method of the API says, and what docs/roles.md tells people are one. */
class RolesTest {
    private static final List<String> COLUMNS =
            List.of(Roles.VIEWER, Roles.CX, Roles.OPERATIONS, Roles.FINANCE, Roles.ADMINISTRATOR);

    /** {@code | GET /api/users | MANAGE_USERS |} */
    private static final Pattern ROUTE = Pattern.compile("(?m)^\\| `([A-Z]+ /api[^`]*)` \\| `([A-Z_]+)` \\|$");

    private final String page;

    RolesTest() throws IOException {
        page = Files.readString(Path.of("docs/roles.md"));
    }

    private Map<String, String> documented() {
        Map<String, String> routes = new LinkedHashMap<>();
        Matcher row = ROUTE.matcher(page);
        while (row.find()) {
            assertThat(routes.put(row.group(1), row.group(2)))
                    .as("%s stands twice", row.group(1))
                    .isNull();
        }
        return routes;
    }

    @Test
    void every_route_of_the_api_has_a_right_and_no_other_has() {
        assertThat(documented().keySet())
                .as("a new route: write into docs/roles.md which right it needs")
                .isEqualTo(RoutesOfTheApi.all().stream()
                        .map(Route::toString)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void what_a_route_says_of_roles_is_what_its_right_says() {
        Map<String, String> documented = documented();
        assertThat(RoutesOfTheApi.all()).hasSizeGreaterThan(60).allSatisfy(route -> {
            Right right = Right.valueOf(
                    Optional.ofNullable(documented.get(route.toString())).orElse("none"));
            Set<String> roles = route.roles().isEmpty() ? Roles.ALL : route.roles();
            assertThat(roles).as("%s needs %s", route, right).isEqualTo(right.roles());
        });
    }

    /** Looking is for everybody, and never an excuse for a deed without a decision. */
    @Test
    void every_deed_names_its_roles() {
        assertThat(RoutesOfTheApi.all())
                .filteredOn(Route::isDeed)
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.roles()).as("%s", route).isNotEmpty());
    }

    @Test
    void the_matrix_that_people_read_is_the_one_in_force() {
        for (Right right : Right.values()) {
            String cells = COLUMNS.stream()
                    .map(role -> right.roles().contains(role) ? "yes" : "–")
                    .collect(Collectors.joining(" | "));
            assertThat(page).contains("| `" + right + "` | " + right.words() + " | " + cells + " |");
        }
        assertThat(page.lines()
                        .filter(line -> line.matches("\\| `[A-Z_]+` \\|.*"))
                        .count())
                .isEqualTo(Right.values().length);
    }

    @Test
    void an_administrator_may_everything_and_a_viewer_changes_nothing() {
        assertThat(Right.values()).allSatisfy(right -> assertThat(right.roles()).contains(Roles.ADMINISTRATOR));
        assertThat(Right.values())
                .filteredOn(right -> right.roles().contains(Roles.VIEWER))
                .containsExactly(Right.LOOK, Right.OWN_PASSWORD, Right.READ_AUDIT);
    }
}
