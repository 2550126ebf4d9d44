package centrasage.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.payload.Payload;
import centrasage.console.payload.Payloads;
import centrasage.flow.OrderName;
import centrasage.orders.customer.Clues;
import centrasage.orders.customer.MarkCustomers;
import centrasage.settlements.store.PaymentReferences;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.PostingSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders are found by their customers without a word of theirs in the database, and not any more once they are erased. */
class OrderSearchTest {
    private static final String ORDER = resource();
    private static final String EMAIL = "zoe@example.com";
    private static final String FIRST = "Zoë";
    private static final String LAST = "O’Brien-Łukasz";
    private static final String POSTCODE = "10623";
    private static final String REFERENCE = "BCDF23456789GHJK";
    private static final Instant SEEN = Instant.parse("2026-11-23T07:00:00Z");
    private static final OrderSearch.Seeker CX = new OrderSearch.Seeker("cara", true);
    private static final OrderSearch.Seeker FINANCE = new OrderSearch.Seeker("fiona", false);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private MarkCustomers customers;
    private OrderSearch search;

    private static String resource() {
        try (InputStream stream = OrderSearchTest.class.getResourceAsStream("/centrasage/centra/order.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void the_application() {
        customers = world.transactions().bean(MarkCustomers.class, world.marks(), world.staging());
        search = world.transactions()
                .bean(
                        OrderSearch.class,
                        world.transactions().bean(PostingSearch.class, world.entities()),
                        world.postings(),
                        world.staging(),
                        world.marks(),
                        world.transactions().bean(PaymentReferences.class, world.entities()),
                        world.audit());
    }

    private void marked() {
        world.staged().observe(customers::staged);
    }

    private void stage(String number, String text) {
        world.staging()
                .stage(
                        OrderName.DOCUMENT,
                        List.of(new Received(number, OrderName.of(number), SEEN, text)),
                        world.clock().now());
    }

    private List<String> found(String typed) {
        return search.find(Typed.of(typed), null, 1, CX).tried().stream()
                .flatMap(each -> each.orders().stream())
                .distinct()
                .toList();
    }

    private List<AuditEntry> looks() {
        return world.audit().of("look/customer");
    }

    @Test
    void an_order_is_found_by_mail_name_postcode_number_and_payment() {
        marked();
        stage("10234", ORDER);
        assertThat(found(EMAIL)).containsExactly("10234");
        assertThat(found(EMAIL.toUpperCase(Locale.ROOT))).containsExactly("10234");
        assertThat(found(LAST + " " + FIRST)).containsExactly("10234");
        assertThat(found(LAST)).containsExactly("10234");
        assertThat(found("postcode: " + POSTCODE)).containsExactly("10234");
        assertThat(found(REFERENCE)).containsExactly("10234");
        assertThat(found("10234")).containsExactly("10234");
        assertThat(found("Nobody")).isEmpty();
    }

    @Test
    void who_may_not_see_customers_finds_none_by_them_and_is_told() {
        marked();
        stage("10234", ORDER);
        Found found = search.find(Typed.of(EMAIL), null, 1, FINANCE);
        assertThat(found.tried()).isEmpty();
        assertThat(found.withheld()).containsExactly(Field.E_MAIL);
        assertThat(looks()).isEmpty();
        assertThat(search.find(Typed.of(REFERENCE), null, 1, FINANCE).only()).contains("10234");
    }

    @Test
    void looking_for_a_customer_leaves_a_row_without_the_words() {
        marked();
        stage("10234", ORDER);
        found(EMAIL);
        search.find(Typed.of(EMAIL), null, 2, CX);
        assertThat(looks()).hasSize(1);
        assertThat(looks().get(0).actor()).isEqualTo("cara");
        assertThat(looks().get(0).detail()).contains("1 found").doesNotContain("@");
    }

    @Test
    void the_database_holds_no_word_of_a_customer() {
        marked();
        stage("10234", ORDER);
        assertThat(world.database().column("SELECT mark FROM customer_mark"))
                .hasSizeGreaterThan(4)
                .allMatch(mark -> mark.matches("[0-9a-f]{32}"));
    }

    @Test
    void once_erased_an_order_is_found_by_nobody_and_never_marked_again() {
        marked();
        stage("10234", ORDER);
        world.erasure().erase("C10234", "admin");
        assertThat(world.database().count("customer_mark")).isZero();
        assertThat(found(EMAIL)).isEmpty();
        world.transactions().inNew(() -> {
            world.marks().put("C10234", Clues.email(EMAIL).stream().toList());
            return null;
        });
        assertThat(world.database().count("customer_mark")).isZero();
    }

    @Test
    void retention_takes_the_marks_with_the_key() {
        marked();
        stage("10234", ORDER);
        assertThat(world.database().count("customer_mark")).isPositive();
        assertThat(world.erasure().eraseFinished("C10234", "retention")).isTrue();
        assertThat(world.database().count("customer_mark")).isZero();
    }

    @Test
    void a_customer_who_changes_is_found_by_what_is_true_now() {
        marked();
        stage("10234", ORDER);
        stage("10234", ORDER.replace(EMAIL, "new@example.com"));
        assertThat(found("new@example.com")).containsExactly("10234");
        assertThat(found(EMAIL)).isEmpty();
    }

    @Test
    void what_came_before_is_marked_by_night_page_by_page_and_once() {
        stage("10234", ORDER);
        stage("10235", ORDER);
        stage("10236", "not an order");
        assertThat(search.complete()).isFalse();
        assertThat(found(EMAIL)).isEmpty();
        assertThat(customers.markOlder(2)).isEqualTo(2);
        assertThat(customers.markOlder(2)).isEqualTo(1);
        assertThat(customers.markOlder(2)).isZero();
        assertThat(search.complete()).isTrue();
        assertThat(found(EMAIL)).containsExactlyInAnyOrder("10234", "10235");
    }

    @Test
    void many_orders_of_one_customer_are_turned_page_by_page() {
        marked();
        IntStream.range(0, 30).forEach(number -> stage(Integer.toString(20_000 + number), ORDER));
        Found.Tried first = search.find(Typed.of(EMAIL), null, 1, CX).tried().get(0);
        assertThat(first.orders()).hasSize(25).startsWith("20029");
        assertThat(first.more()).isTrue();
        Found.Tried second =
                search.find(Typed.of(EMAIL), Field.E_MAIL, 2, CX).tried().get(0);
        assertThat(second.orders()).hasSize(5).endsWith("20000");
        assertThat(second.more()).isFalse();
    }

    @Test
    void a_payload_is_masked_by_role_and_a_look_at_it_in_clear_is_written_down() {
        stage("10234", ORDER);
        Payloads payloads = world.transactions()
                .bean(Payloads.class, world.staging(), world.postings(), world.commands(), world.audit());
        Payload hidden = payloads.of("10234", "received-1", new Payloads.Reader("fiona", false))
                .orElseThrow();
        assertThat(hidden.text()).doesNotContain(EMAIL, LAST).contains("grandTotal");
        assertThat(world.audit().of("look/C10234")).isEmpty();
        Payload clear = payloads.of("10234", "received-1", new Payloads.Reader("cara", true))
                .orElseThrow();
        assertThat(clear.text()).contains(EMAIL);
        assertThat(world.audit().of("look/C10234"))
                .extracting(AuditEntry::actor)
                .containsExactly("cara");
        assertThat(payloads.of("10234", "received-9", new Payloads.Reader("cara", true)))
                .isEmpty();
        assertThat(payloads.of("10234", "sent-1", new Payloads.Reader("cara", true)))
                .isEmpty();
        world.erasure().erase("C10234", "admin");
        assertThat(payloads.of("10234", "received-1", new Payloads.Reader("cara", true))
                        .orElseThrow()
                        .why())
                .contains("erased");
    }
}
