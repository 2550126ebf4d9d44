package centrasage.orders.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.PostingFinding;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.posting.Discrepancy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three charges of 0.99 at 20 %, posted to a company that rounds their VAT in one way, and planned for one of the ways. */
class OrderTargetTest {
    private static final PostingKey KEY = new PostingKey("33", PostingKind.ORDER, "10234");

    @ParameterizedTest(name = "{0}: planned {2}")
    @CsvSource({
        "per-tax-code, 3.57, 0.60, change the row of company 33 in companies.csv: vat_rounding = per-tax-code",
        "per-line,     3.56, 0.59, change the row of company 33 in companies.csv: vat_rounding = per-line",
        "per-line,     3.57, 0.60, ",
        "per-tax-code, 3.56, 0.59, "
    })
    void a_mapping_that_says_the_other_way_of_rounding_is_proposed_to_be_changed(
            String rounding, String total, String vat, @Nullable String proposal)
            throws IOException, TargetUnavailable {
        String options = "{\"pricesTaxInclusive\": false, \"rounding\": \"" + rounding + "\"}";
        try (SageSimulator sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse(options))) {
            SageClients clients = new SageClients(sage.baseUrl().toString());
            OrderTarget target = new OrderTarget(clients.orders(), clients.sites(), clients.stock());
            Command command = command(Money.of(total, "GBP"), Money.of(vat, "GBP"));
            Outcome outcome = target.send(command, "");
            assertThat(outcome).isInstanceOf(Outcome.Posted.class);
            Document document = ((Outcome.Posted) outcome).document();
            List<PostingFinding> findings = Discrepancy.of(1, KEY, command.amount(), command.vat(), document).stream()
                    .toList();
            if (proposal == null) {
                assertThat(findings).isEmpty();
                assertThat(target.find(List.of(new Sought(command))).get(KEY)).isInstanceOf(Finding.Found.class);
            } else {
                assertThat(findings).singleElement().satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.TOTAL_DIFFERS);
                    assertThat(finding.reason().remedy()).contains(proposal);
                });
            }
        }
    }

    private static Command command(Money total, Money vat) {
        BigDecimal one = BigDecimal.ONE;
        Line carriage = new Line(
                LineType.CHARGE,
                "CARRIAGE",
                null,
                null,
                one,
                BigDecimal.ZERO,
                new BigDecimal("0.99"),
                1,
                "4905",
                Map.of());
        NewSalesOrder order = new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C10234",
                LocalDate.of(2026, 11, 23),
                new DeliveryAddress(
                        "Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1 1AA", "GB", "Zoë", "", "", ""),
                Map.of(),
                Collections.nCopies(3, carriage),
                total,
                vat);
        return new Command(KEY, "33/C10234", total, vat, order.documentDate(), "content", SalesOrderJson.write(order));
    }
}
