package centrasage.catalogue.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.catalogue.compare.Field;
import centrasage.centra.PriceList;
import centrasage.mapping.ExampleMappings;
import centrasage.mapping.InForce;
import centrasage.mapping.InForce.Pricelist;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.SeedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two companies claim of the one catalogue is told by neither. */
class SharesTest {
    private static final List<PriceList> LISTS =
            List.of(new PriceList(1, "Retail", true, "GBP"), new PriceList(2, "Outlet", true, "GBP"));

    @TempDir
    private Path folder;

    @Test
    void each_company_has_what_the_other_does_not_claim() throws Exception {
        Map<String, Set<Field>> owned =
                Map.of("33", Set.of(Field.NAME, Field.WEIGHT), "34", Set.of(Field.WEIGHT, Field.BARCODE));
        InForce today = pricelists("33,Retail,Standard,included\n34,Outlet,Trade,included\n");

        Shares of33 = Shares.of("33", owned, today, List.of("33", "34"), LISTS);
        Shares of34 = Shares.of("34", owned, today, List.of("33", "34"), LISTS);

        assertThat(of33.fields()).containsExactly(Field.NAME);
        assertThat(of34.fields()).containsExactly(Field.BARCODE);
        assertThat(of33.pricelists()).extracting(Pricelist::pricelist).containsExactly("Retail");
        assertThat(of34.pricelists()).extracting(Pricelist::pricelist).containsExactly("Outlet");
        assertThat(of33.faults()).singleElement().asString().contains("weight to several companies");
    }

    @Test
    void a_price_list_that_is_named_twice_is_told_by_nobody_even_by_its_name_and_its_id() throws Exception {
        InForce two = pricelists("33,Retail,Standard,included\n34,1,Trade,included\n");
        assertThat(Shares.of("33", Map.of(), two, List.of("33", "34"), LISTS).pricelists())
                .isEmpty();
        assertThat(Shares.of("34", Map.of(), two, List.of("33", "34"), LISTS).faults())
                .singleElement()
                .asString()
                .contains("the price list 1 more than once");

        InForce one = pricelists("33,Retail,Standard,included\n33,1,Trade,included\n33,2,Trade,included\n");
        assertThat(Shares.of("33", Map.of(), one, List.of("33"), LISTS).pricelists())
                .extracting(Pricelist::pricelist)
                .containsExactly("2");
    }

    @Test
    void a_list_that_centra_does_not_have_is_not_taken_by_anybody() throws Exception {
        InForce today = pricelists("33,Wholesale,Standard,included\n34,Wholesale,Trade,included\n");
        assertThat(Shares.of("33", Map.of(), today, List.of("33", "34"), LISTS).pricelists())
                .hasSize(1);
    }

    private InForce pricelists(String rows) throws IOException, MappingFaults {
        Path own = Files.createTempDirectory(folder, "mappings");
        ExampleMappings.copyTo(own);
        Files.writeString(own.resolve("companies.csv"), "\n34,per-line,GB,HANDLING", StandardOpenOption.APPEND);
        Files.writeString(own.resolve("pricelists.csv"), "company,pricelist,price_band,tax\n" + rows);
        return SeedFolder.load(own).on(LocalDate.of(2026, 11, 23));
    }
}
