package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an integration reads, order by order. */
final class CentraOrdersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    /** The composed sample of the reference, which runs against a real Centra. */
    private static final String SAMPLE = """
            query orders($from: DateTimeTz!, $after: String) {
              orderConnection(first: 50, after: $after, sort: number_ASC,
                where: {updatedAt: {from: $from}, status: [CONFIRMED, PROCESSING, SHIPPED], isOnHold: false, storeType: DIRECT_TO_CONSUMER}) {
                totalCount pageInfo { hasNextPage endCursor }
                edges { node {
                  id number status createdAt updatedAt isOnHold currencyBaseRate
                  store { id type } market { id name } pricelist { id name }
                  grandTotal { value currency { code } conversionRate }
                  totals { lineValues{value} shipping{value} handling{value} discounts{value} taxIncluded{value} taxAdded{value} taxDeducted{value} shippingTaxIncluded{value} }
                  lines { id quantity cancelledQuantity taxPercent gross: lineValue{value} net: lineValue(includingTax:false){value}
                          unitPrice{value} unitOriginalPrice{value} productNumber productVariant{variantNumber} productSize{SKU EAN} }
                  paymentMethod { uri plugin name }
                  paymentHistory { id createdAt entryType status externalReference paymentMethod value{value currency{code}} }
                  discountsApplied { value{value} date }
                  shippingAddress { firstName lastName companyName address1 address2 city zipCode stateOrProvince country{code} email phoneNumber vatNumber }
                  ... on DirectToConsumerOrder { customer { id email } internalComment }
                } } } }
            """;

    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(new TestClock("2026-11-21T09:00:00.500Z")));
        client = new CentraClient(centra.baseUrl());
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    @Test
    void the_sample_query_of_the_reference_runs_and_its_amounts_add_up() {
        centra.trade(DAY, 500);

        JsonNode answer = client.query(SAMPLE, Json.object().put("from", "2026-11-19T00:00:00+01:00"));

        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        JsonNode edges = answer.path("data").path("orderConnection").path("edges");
        assertThat(edges).hasSize(50).allSatisfy(edge -> {
            JsonNode order = edge.path("node");
            JsonNode totals = order.path("totals");
            assertThat(order.path("grandTotal").path("value").decimalValue())
                    .isEqualByComparingTo(amount(totals, "lineValues")
                            .add(amount(totals, "shipping"))
                            .add(amount(totals, "handling"))
                            .subtract(amount(totals, "discounts"))
                            .add(amount(totals, "taxAdded"))
                            .subtract(amount(totals, "taxDeducted")));
        });
    }

    @Test
    void numbers_go_out_as_json_numbers_without_padding() {
        place(OrderKind.PLAIN, 200);

        String body = client.post(
                        "{orders(limit: 200) {grandTotal {value valueInCents} currencyBaseRate lines {unitPrice {value}"
                                + " net: unitPrice(includingTax: false) {value} taxPercent discountPercent}}}")
                .body();

        assertThat(body).contains("\"taxPercent\":20,").contains("\"discountPercent\":0}");
        assertThat(body).contains("\"value\":95}").containsPattern("\"value\":\\d+\\.9}");
        assertThat(body).doesNotContainPattern("\"value\":\\d+\\.\\d*0[},]").doesNotContain("E");
    }

    @Test
    void dates_carry_the_offset_of_the_tenant_and_take_a_format() {
        place(OrderKind.PLAIN, 1);

        JsonNode order = client.data(
                        "{orders {createdAt day: createdAt(format: 'Y-m-d') escaped: createdAt(format: 'd/m\\\\T')}}")
                .path("orders")
                .path(0);

        assertThat(order.path("createdAt").asText()).matches("2026-11-20T\\d\\d:\\d\\d:\\d\\d\\+01:00");
        assertThat(order.path("day").asText()).isEqualTo("2026-11-20");
        assertThat(order.path("escaped").asText()).isEqualTo("20/11T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status: CONFIRMED | PLAIN",
                "status: [CANCELLED, PENDING] | CANCELLED PENDING",
                "isOnHold: true | HOLD_FRAUD_CHECK",
                "orderHoldReason: WAITING_FOR_FRAUD_CHECK | HOLD_FRAUD_CHECK",
                "isWaitingForPayment: true | WAITING_FOR_PAYMENT",
                "isInternal: true | INTERNAL_TEST",
                "storeType: WHOLESALE | WHOLESALE",
                "storeType: DIRECT_TO_CONSUMER, negate: ['storeType'] | WHOLESALE",
                "notNull: ['accountId'] | WHOLESALE",
                "number: 3 | CANCELLED",
                "number: [3, 4] | CANCELLED PENDING",
                "countryId: 8 | UNMAPPED_COUNTRY"
            })
    void filters_find_what_they_name(String where, String kinds) {
        List<OrderKind> dealt = List.of(
                OrderKind.PLAIN,
                OrderKind.HOLD_FRAUD_CHECK,
                OrderKind.CANCELLED,
                OrderKind.PENDING,
                OrderKind.WAITING_FOR_PAYMENT,
                OrderKind.INTERNAL_TEST,
                OrderKind.WHOLESALE,
                OrderKind.UNMAPPED_COUNTRY);
        for (OrderKind kind : dealt) {
            int number = dealt.indexOf(kind) + 1;
            centra.state().place(new TradeGenerator(number).day(DAY, 1, Mix.only(kind), number));
        }

        List<String> found = new ArrayList<>();
        client.data("{orders(where: {" + where + "}) {number}}")
                .path("orders")
                .forEach(order ->
                        found.add(dealt.get(order.path("number").asInt() - 1).name()));

        assertThat(found).contains(kinds.split(" ", -1));
        if (!where.contains("CONFIRMED")) {
            assertThat(found).hasSize(kinds.split(" ", -1).length);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: '2026-11-21T10:00:00+01:00' | 1",
                "from: '2026-11-21T09:00:00Z', to: '2026-11-21T09:00:00Z' | 1",
                "from: '-1 hour' | 1",
                "from: 'now', to: 'now' | 1",
                "from: '2026-11-20' | 3",
                "to: '2026-11-20 23:59:59' | 2",
                "from: '2026-11-21T09:00:01Z' | 0"
            })
    void a_date_range_takes_what_php_reads_and_includes_both_ends(String range, int found) {
        place(OrderKind.PLAIN, 3);
        client.control("POST", "orders/2/edit", "{'otherComment': 'touched'}");
        client.control("POST", "orders/1/edit", "{'updatedAt': '2026-11-20T10:00:00Z'}");
        client.control("POST", "orders/3/edit", "{'updatedAt': '2026-11-20T10:00:00Z'}");

        assertThat(client.data("{orders(where: {updatedAt: {" + range + "}}) {number}}")
                        .path("orders"))
                .hasSize(found);
    }

    @Test
    void a_filter_the_simulator_does_not_know_is_refused_and_not_ignored() {
        JsonNode answer = client.query("{orders(where: {affiliateId: 3}) {number}}");

        assertThat(answer.path("errors").path(0).path("message").asText())
                .isEqualTo("The simulator does not simulate the order filter affiliateId.");
    }

    @Test
    void what_is_not_simulated_says_so_instead_of_answering_nothing() {
        place(OrderKind.PLAIN, 1);

        assertThat(client.query("{orders {userIP}}")
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo("The simulator does not simulate DirectToConsumerOrder.userIP yet.");
    }

    @Test
    void each_kind_of_line_and_discount_has_its_type() {
        place(OrderKind.BUNDLE, 1);
        centra.state().place(new TradeGenerator(1).day(DAY, 1, Mix.only(OrderKind.GIFT_CERTIFICATE_SALE), 2));
        centra.state().place(new TradeGenerator(1).day(DAY, 1, Mix.only(OrderKind.VOUCHER_CREDIT), 3));
        centra.state().place(new TradeGenerator(1).day(DAY, 1, Mix.only(OrderKind.ORDER_VOUCHER), 4));

        String body = client.post("{orders {lines {__typename} discountsApplied {__typename}}}")
                .body();

        assertThat(body)
                .contains("BundleOrderLine", "BundleItemOrderLine", "GiftCertificateOrderLine", "ProductOrderLine")
                .contains("AppliedVoucherCredit", "AppliedVoucherDiscount");
    }

    private static BigDecimal amount(JsonNode of, String field) {
        return of.path(field).path("value").decimalValue();
    }

    private void place(OrderKind kind, int orders) {
        centra.state().place(new TradeGenerator(1).day(DAY, orders, Mix.only(kind), 1));
    }
}
