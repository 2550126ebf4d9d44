package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Plan;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders held by what a mapping says, or does not say: the example mappings with one file changed. */
class MappingHoldTest {
    private static final String NOMINALS = "company,purpose,detail,currency,nominal,cost_centre,department,tax_code\n";

    private final OrderPlanner planner = new OrderPlanner(document -> "");
    private final Map<String, String> files = new HashMap<>();

    @BeforeEach
    void read_the_example() throws IOException {
        try (var folder = Files.newDirectoryStream(Path.of("docs/example-mappings"), "*.csv")) {
            for (Path file : folder) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    @Test
    void a_mandatory_field_needs_a_value() throws MappingFaults {
        files.put(
                "analysis.csv",
                "company,document,field,source,value,mandatory\n33,order,analysis_code_2,purchase-order,,yes\n");

        assertThat(held(OrderDraft.ordinary())).containsExactly("MANDATORY_FIELD");
    }

    @Test
    void a_company_that_is_not_mapped() throws MappingFaults {
        files.replaceAll((name, text) -> text.replaceAll("(?m)(^|,)33,", "$1,"));
        files.put("companies.csv", "company,vat_rounding,ship_from\n34,per-line,GB\n");

        assertThat(held(OrderDraft.ordinary())).containsExactly("COMPANY_NOT_MAPPED");
    }

    @Test
    void an_account_of_a_company_that_was_not_read() throws MappingFaults {
        files.computeIfPresent("companies.csv", (name, text) -> text + "34,per-line,GB,\n");
        files.put("accounts.csv", "store,market,currency,country,company,customer\n,,GBP,,34,CENTGBP1\n");

        assertThat(held(OrderDraft.ordinary())).containsExactly("OTHER_COMPANY");
    }

    @Test
    void an_account_without_company_is_of_the_default_company() throws MappingFaults {
        files.put("accounts.csv", "store,market,currency,country,company,customer\n,,GBP,,,CENTGBP1\n");

        assertThat(plan(OrderDraft.ordinary())).isInstanceOf(Plan.Post.class);
    }

    @Test
    void a_rounding_line_needs_its_nominal() throws MappingFaults {
        files.put("nominals.csv", NOMINALS);

        assertThat(held(withRounding())).containsExactly("NOMINAL_NOT_MAPPED");
        assertThat(plan(OrderDraft.ordinary())).isInstanceOf(Plan.Post.class);
    }

    @Test
    void a_rounding_line_needs_a_charge_and_a_tax_code_of_no_vat() throws MappingFaults {
        files.put("nominals.csv", NOMINALS + "33,rounding,PENNIES,,4900,,,1\n");
        assertThat(held(withRounding())).containsExactlyInAnyOrder("NO_CHARGE_IN_SAGE", "VAT_RATE_DIFFERS");

        files.put("nominals.csv", NOMINALS + "33,rounding,,,4900,,,\n");
        assertThat(held(withRounding())).containsExactly("NOMINAL_TAX_CODE");
    }

    @Test
    void handling_needs_a_charge() throws MappingFaults {
        files.put("companies.csv", "company,vat_rounding,ship_from\n33,per-line,GB\n");
        OrderDraft draft = OrderDraft.ordinary();
        draft.handling = new BigDecimal("2.50");

        assertThat(held(draft)).containsExactly("HANDLING_NOT_MAPPED");
    }

    @Test
    void two_roundings_are_ambiguous() throws MappingFaults {
        files.put("nominals.csv", NOMINALS + "33,rounding,ROUNDING,,4900,,,91\n33,rounding,OTHER,,4900,,,91\n");

        assertThat(held(withRounding())).containsExactly("MAPPING_AMBIGUOUS");
    }

    private static OrderDraft withRounding() {
        return OrderDraft.ordinary().withoutShipping().with(OrderDraft.line("AW1001-WHT-S", 1, "9.99", "1.67", "20"));
    }

    private Plan plan(OrderDraft draft) throws MappingFaults {
        return planner.plan(draft.build(), Mappings.parse(files), Samples.site(), Samples.rules());
    }

    private List<String> held(OrderDraft draft) throws MappingFaults {
        Plan plan = plan(draft);
        assertThat(plan).isInstanceOf(Plan.Hold.class);
        return ((Plan.Hold) plan).reasons().stream().map(Reason::code).toList();
    }
}
