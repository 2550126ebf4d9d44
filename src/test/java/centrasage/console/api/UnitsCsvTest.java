package centrasage.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.returns.ReturnUnits;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the warehouse opens in a spreadsheet. */
class UnitsCsvTest {
    @Test
    void a_comma_is_quoted_and_what_looks_like_a_formula_is_none() {
        ReturnUnits units = new ReturnUnits(
                7,
                "33",
                "10234/R12",
                1,
                "33/C10234",
                "=SUM(A1)",
                "SHIRT, \"navy\"",
                "Main",
                "",
                2,
                LocalDate.of(2026, 11, 24));
        assertThat(UnitsCsv.of(List.of(units)).file("units.csv").getEntity())
                .isEqualTo("id,company,return,sku,product,warehouse,sage_warehouse,quantity,returned_on\r\n"
                        + "7,33,10234/R12,'=SUM(A1),\"SHIRT, \"\"navy\"\"\",Main,,2,2026-11-24\r\n");
    }
}
