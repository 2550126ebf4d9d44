package centrasage.centra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import centrasage.centra.Parsed.Unreadable;
import centrasage.flow.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderJsonTest {
    private static final String ORDER = resource("order.json");

    @Test
    void an_order_is_read_with_the_digits_that_centra_wrote() {
        Order order = readable(ORDER);

        assertThat(order.number()).isEqualTo(10001);
        assertThat(order.createdAt()).isEqualTo(Instant.parse("2026-11-22T22:35:35Z"));
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.grandTotal()).isEqualTo(new BigDecimal("125.9"));
        assertThat(order.totals().shipping()).isEqualTo(new BigDecimal("5.90"));
        assertThat(order.totals().taxIncluded()).isEqualTo(new BigDecimal("20.101680672"));
        assertThat(order.store()).isEqualTo("Web shop");
        assertThat(order.market()).isEqualTo("Euro countries");
        assertThat(order.gateway()).isEqualTo("adyen");
        assertThat(order.shippingOption()).isEqualTo("Standard");
    }

    @Test
    void lines_payments_and_discounts_are_read() {
        Order order = readable(ORDER);

        assertThat(order.lines())
                .containsExactly(new OrderLine(
                        1,
                        "ProductOrderLine",
                        "D100-BLK-M",
                        "Silk dress",
                        3,
                        1,
                        new BigDecimal("40.0"),
                        new BigDecimal("50"),
                        new BigDecimal("120"),
                        new BigDecimal("100.840336134"),
                        new BigDecimal("19"),
                        null,
                        false));
        assertThat(order.payments())
                .containsExactly(new PaymentEntry(
                        100010,
                        Instant.parse("2026-11-22T22:35:35Z"),
                        "AUTH",
                        "SUCCESS",
                        new BigDecimal("125.9"),
                        "EUR",
                        "BCDF23456789GHJK",
                        "Adyen"));
        assertThat(order.discounts())
                .containsExactly(
                        new Order.Discount("AppliedVoucherDiscount", new BigDecimal("5"), new BigDecimal("1.5")),
                        new Order.Discount("AdminDiscount", new BigDecimal("2"), BigDecimal.ZERO));
    }

    @Test
    void what_may_be_empty_in_centra_may_be_empty_here() {
        Order order = readable(ORDER.replaceAll("(?s)\"customer\": \\{.*?}", "\"customer\": null")
                .replace(
                        "\"paymentMethod\": {\"uri\": \"adyen\", \"plugin\"",
                        "\"was\": {\"uri\": \"adyen\", \"plugin\"")
                .replace("\"SKU\": \"D100-BLK-M\"", "\"SKU\": \"\"")
                .replace("\"updatedAt\": \"2026-11-22T23:36:00+01:00\"", "\"updatedAt\": null"));

        assertThat(order.customer()).isNull();
        assertThat(order.billingAddress()).isNull();
        assertThat(order.gateway()).isNull();
        assertThat(order.totals().shippingTaxIncluded()).isZero();
        assertThat(order.lines().get(0).sku()).isNull();
        assertThat(order.updatedAt()).isEqualTo(order.createdAt());
    }

    @Test
    void unknown_members_and_unknown_words_of_centra_do_not_matter() {
        Order order = readable(ORDER.replace("\"status\": \"CONFIRMED\"", "\"status\": \"PONDERED\", \"new\": [{}]"));

        assertThat(order.status()).isEqualTo("PONDERED");
    }

    @Test
    void all_faults_are_told_at_once_with_field_value_and_remedy() {
        List<Reason> reasons = unreadable(ORDER.replace("\"number\": 10001", "\"number\": 10001.5")
                .replace("\"status\": \"CONFIRMED\",", "")
                .replace("2026-11-22T23:36:00+01:00", "yesterday")
                .replace("\"net\": {\"value\": 100.840336134}", "\"net\": {\"value\": \"a lot\"}")
                .replace("\"quantity\": 3", "\"quantity\": -3"));

        assertThat(reasons)
                .extracting(Reason::what)
                .containsExactly(
                        "The field number is 10001.5, not a whole number",
                        "The field status is missing",
                        "The field updatedAt is \"yesterday\", not a time with an offset",
                        "The field lines[0].quantity is -3, not a count",
                        "The field lines[0].net.value is \"a lot\", not a number");
        assertThat(reasons).extracting(Reason::remedy).allMatch(remedy -> remedy.contains("AMS > Orders"));
    }

    @Test
    void a_missing_object_is_one_fault_and_not_one_for_each_of_its_members() {
        assertThat(unreadable(ORDER.replace("\"totals\": {", "\"sums\": {")))
                .extracting(Reason::what)
                .containsExactly("The field totals is missing");
    }

    @Test
    void a_fault_in_what_the_customer_typed_does_not_repeat_it() {
        List<Reason> reasons = unreadable(ORDER.replace("\"city\": \"Berlin\"", "\"city\": [\"Berlin\"]")
                .replace("\"id\": 1007", "\"id\": \"Zoë\""));

        assertThat(reasons)
                .extracting(Reason::what)
                .containsExactly(
                        "The field shippingAddress.city is of the wrong kind (a list), not a text",
                        "The field customer.id is of the wrong kind (a text), not a whole number");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"isOnHold\": false', '\"isOnHold\": \"no\"', isOnHold",
        "'\"lines\": [', '\"lines\": {}, \"was\": [', lines",
        "'\"store\": {\"id\": 1, \"name\"', '\"store\": {\"id\": 1, \"title\"', store.name",
        "'\"grandTotal\": {\"value\": 125.9', '\"grandTotal\": {\"value\": null', grandTotal.value",
        "'\"number\": 10001', '\"number\": 1e999', number",
        "'\"number\": 10001', '\"number\": 99999999999999999999', number",
        "'\"totals\": {', '\"totals\": 7, \"was\": {', totals",
        "'\"createdAt\": \"2026-11-22T23:35:35+01:00\",\n  \"updatedAt\"', '\"createdAt\": \"\",\n  \"updatedAt\"', createdAt",
    })
    void a_faulty_member_is_named(String good, String bad, String field) {
        assertThat(ORDER).contains(good);
        assertThat(unreadable(ORDER.replace(good, bad)))
                .extracting(Reason::what)
                .singleElement()
                .asString()
                .startsWith("The field " + field + " is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{} {}", "<html></html>", "{\"number\": 1,}"})
    void a_text_that_is_no_object_is_unreadable_and_never_an_exception(String text) {
        assertThat(unreadable(text)).isNotEmpty();
    }

    @Test
    void nesting_and_digits_beyond_reason_are_unreadable_and_never_an_exception() {
        assertThat(unreadable("[".repeat(100_000))).hasSize(1);
        assertThat(unreadable(ORDER.replace("125.9,", "1" + "0".repeat(5_000) + ",")))
                .isNotEmpty();
        assertThat(unreadable(ORDER.replace("125.9,", "1" + "0".repeat(50) + ",")))
                .extracting(Reason::what)
                .anyMatch(what -> what.startsWith("The field grandTotal.value is 1000") && what.length() < 120);
    }

    @Test
    void the_same_fault_on_every_line_does_not_flood_the_desk() {
        String line =
                ORDER.substring(ORDER.indexOf("{\n      \"__typename\""), ORDER.indexOf("\n  ],\n  \"paymentMethod\""));
        String broken = line.replace("\"taxPercent\": 19,", "");

        assertThat(unreadable(ORDER.replace(line, (broken + ",").repeat(500) + broken)))
                .hasSize(20);
    }

    private static Order readable(String text) {
        return OrderJson.parse(text)
                .match(
                        Parsed.Readable::document,
                        unreadable -> fail(unreadable.reasons().toString()));
    }

    private static List<Reason> unreadable(String text) {
        return OrderJson.parse(text).match(readable -> fail("was read: " + readable), Unreadable::reasons);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(OrderJsonTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
