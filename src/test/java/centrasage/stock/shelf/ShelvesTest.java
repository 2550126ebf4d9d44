package centrasage.stock.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.mapping.InForce;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.SeedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which warehouse of Sage's is sold in which of Centra's, and what would sell it twice. */
class ShelvesTest {
    private static final Path EXAMPLE = Path.of("docs/example-mappings");
    private static final Map<String, Long> CENTRA = Map.of("Main", 1L, "Leeds", 2L);
    private static final Map<String, Long> SAGE = Map.of("WEB", 11L, "HOME", 12L);

    @TempDir
    private Path folder;

    private Shelves shelves(String... rows) throws IOException, MappingFaults {
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".csv")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        List<String> lines = Stream.concat(
                        Stream.of("company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer"),
                        Stream.of(rows))
                .toList();
        Files.write(folder.resolve("warehouses.csv"), lines);
        InForce today = SeedFolder.load(folder).on(LocalDate.of(2026, 11, 23));
        return new Shelves("33", today, CENTRA);
    }

    private static List<String> sold(Shelves shelves, Set<String> ofOthers) {
        return shelves.of(SAGE, ofOthers).stream()
                .map(shelf -> shelf.centraWarehouse() + " sells " + shelf.sageWarehouse() + " but " + shelf.buffer())
                .sorted()
                .toList();
    }

    @Test
    void a_row_for_any_is_for_those_that_no_other_row_names() throws Exception {
        Shelves shelves = shelves("33,*,WEB,centra,yes,0", "33,Leeds,HOME,centra,yes,2");
        assertThat(sold(shelves, Set.of())).containsExactly("Leeds sells HOME but 2", "Main sells WEB but 0");
        assertThat(shelves.faults()).isEmpty();
    }

    @Test
    void a_row_that_publishes_nothing_keeps_its_warehouse_from_the_row_for_any() throws Exception {
        assertThat(sold(shelves("33,*,WEB,centra,yes,0", "33,Leeds,HOME,centra,no,0"), Set.of()))
                .containsExactly("Main sells WEB but 0");
    }

    @Test
    void what_would_be_sold_twice_is_sold_nowhere_and_named() throws Exception {
        Shelves shelves = shelves("33,*,WEB,centra,yes,0");
        assertThat(sold(shelves, Set.of())).isEmpty();
        assertThat(shelves.faults())
                .containsExactly(
                        "the stock of Sage 200's warehouse WEB would be sold twice, in Centra's warehouses Leeds and"
                                + " Main");
    }

    @Test
    void a_warehouse_of_two_companies_and_one_that_is_not_there_are_named() throws Exception {
        Shelves shelves =
                shelves("33,Main,WEB,centra,yes,0", "33,Leeds,ATTIC,centra,yes,0", "33,Bath,HOME,centra,yes,0");
        assertThat(sold(shelves, Set.of("Main"))).isEmpty();
        assertThat(shelves.faults())
                .containsExactlyInAnyOrder(
                        "Centra's warehouse Main would sell the stock of company 33 and of another one, by turns",
                        "Sage 200 has no warehouse ATTIC in company 33",
                        "Centra has no warehouse Bath");
    }
}
