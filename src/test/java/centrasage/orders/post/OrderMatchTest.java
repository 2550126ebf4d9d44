package centrasage.orders.post;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Finding;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in Sage under the key of an order: ours, another, several, half-made. */
class OrderMatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Money TOTAL = Money.of("118.80", "GBP");
    private static final Site SITE = new Site(
            "33",
            false,
            Map.of("CENTGBP1", new Site.Customer(27006, "CENTGBP1", "GBP", false)),
            Map.of("DRESS", 27256L, "SCARF", 27257L),
            Set.of(),
            Map.of(),
            Map.of(1, new Site.TaxCode(2, 1, new BigDecimal("20"))),
            Map.of(),
            Map.of());

    @Test
    void nothing_or_only_cancelled_orders_is_absence() {
        assertThat(judge()).isInstanceOf(Finding.Absent.class);
        assertThat(judge(new Row(1).status("EnumDocumentStatusCancelled").order()))
                .isInstanceOf(Finding.Absent.class);
    }

    @Test
    void a_finished_order_of_the_same_customer_lines_and_total_is_ours() {
        assertThat(judge(new Row(7).order())).isInstanceOfSatisfying(Finding.Found.class, found -> {
            assertThat(found.document().id()).isEqualTo("7");
            assertThat(found.document().total()).isEqualTo(TOTAL);
            assertThat(found.document().vat()).isEqualTo(Money.of("19.80", "GBP"));
        });
    }

    static Stream<Arguments> others() {
        return Stream.of(
                other("its customer is not CENTGBP1", row -> row.customer(1)),
                other("it has 1 lines, not 2", row -> row.lines(1)),
                other("its line DRESS has a price of 40, not 49.5", row -> row.price("40.00000")),
                other("its total is 118.81, not GBP 118.80", row -> row.total("118.81")));
    }

    private static Arguments other(String words, UnaryOperator<Row> change) {
        return Arguments.of(words, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void any_other_finished_order_is_told_with_its_difference(String words, UnaryOperator<Row> change) {
        assertThat(judge(change.apply(new Row(7)).order()))
                .isInstanceOfSatisfying(Finding.Different.class, different -> {
                    assertThat(different.reason().code()).isEqualTo("ANOTHER_ORDER_UNDER_KEY");
                    assertThat(different.reason().what()).contains(words);
                });
    }

    @Test
    void two_finished_orders_are_told_the_oldest_first_whatever_drafts_are_beside() {
        assertThat(judge(new Row(9).order(), new Row(8).draft().order(), new Row(7).order()))
                .isInstanceOfSatisfying(
                        Finding.Several.class,
                        several -> assertThat(several.documents())
                                .extracting(document -> document.id())
                                .containsExactly("7", "9"));
    }

    @Test
    void of_two_finished_orders_the_one_that_was_meant_is_kept() {
        assertThat(judge(new Row(7).total("20.00").order(), new Row(9).order()))
                .isInstanceOfSatisfying(
                        Finding.Several.class,
                        several -> assertThat(several.documents())
                                .extracting(document -> document.id())
                                .containsExactly("9", "7"));
        assertThat(judge(
                        new Row(7).total("20.00").order(),
                        new Row(9).total("20.00").order()))
                .isInstanceOfSatisfying(
                        Finding.Different.class,
                        different -> assertThat(different.documents()).hasSize(2));
    }

    @Test
    void a_draft_beside_a_finished_order_changes_nothing() {
        assertThat(judge(new Row(8).draft().order(), new Row(7).order())).isInstanceOf(Finding.Found.class);
    }

    @Test
    void a_draft_with_some_of_our_lines_may_be_ours_and_a_person_is_told_of_any_other() {
        assertThat(drafts(new Row(8).draft().lines(1).total("20.00").order())).satisfies(drafts -> {
            assertThat(drafts.mayBeOurs()).isTrue();
            assertThat(drafts.ifNotOurs().code()).isEqualTo("DRAFT_UNDER_KEY");
            assertThat(drafts.ifNotOurs().what()).contains("the draft 0000000008 under C10234");
        });
    }

    static Stream<Arguments> foreignDrafts() {
        return Stream.of(
                other("of another customer", row -> row.customer(1)),
                other("with more lines than we send", row -> row.lines(3)),
                other("of another day", row -> row.date(DAY.plusDays(1))));
    }

    @ParameterizedTest(name = "a draft {0}")
    @MethodSource("foreignDrafts")
    void a_draft_with_another_content_cannot_be_ours(String which, UnaryOperator<Row> change) {
        assertThat(drafts(change.apply(new Row(8).draft()).order()).mayBeOurs()).isFalse();
    }

    @Test
    void of_an_erased_order_key_and_total_decide_and_no_draft_can_be_proven() {
        assertThat(erased(new Row(7).customer(1).lines(5).order())).isInstanceOf(Finding.Found.class);
        assertThat(erased(new Row(7).total("118.81").order()))
                .isInstanceOfSatisfying(
                        Finding.Different.class,
                        different -> assertThat(different.reason().what())
                                .contains("C10234")
                                .contains("its total is 118.81"));
        assertThat(((Finding.Drafts) erased(new Row(7).draft().order())).mayBeOurs())
                .isFalse();
        assertThat(erased()).isInstanceOf(Finding.Absent.class);
    }

    private static Finding erased(SalesOrder... candidates) {
        return new OrderMatch(command().with(Command.ERASED), SITE).judge(List.of(candidates));
    }

    @Test
    void of_two_drafts_both_must_be_ours() {
        SalesOrder ours = new Row(8).draft().order();
        SalesOrder other = new Row(9).draft().customer(1).order();
        assertThat(drafts(ours, other)).satisfies(drafts -> {
            assertThat(drafts.mayBeOurs()).isFalse();
            assertThat(drafts.documents()).hasSize(2);
            assertThat(drafts.ifNotOurs().what()).contains("the drafts 0000000008 and 0000000009");
        });
    }

    private static Finding.Drafts drafts(SalesOrder... candidates) {
        return (Finding.Drafts) judge(candidates);
    }

    private static Finding judge(SalesOrder... candidates) {
        return new OrderMatch(command(), SITE).judge(List.of(candidates));
    }

    private static Command command() {
        NewSalesOrder order = new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C10234",
                DAY,
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(line("DRESS"), line("SCARF")),
                TOTAL,
                Money.of("19.80", "GBP"));
        PostingKey key = new PostingKey("33", PostingKind.ORDER, "10234");
        return new Command(
                key, "33/C10234", TOTAL, Money.of("19.80", "GBP"), DAY, "fingerprint", SalesOrderJson.write(order));
    }

    private static Line line(String code) {
        BigDecimal one = BigDecimal.ONE;
        return new Line(LineType.STANDARD, code, null, "HOME", one, one, new BigDecimal("49.50"), 1, null, Map.of());
    }

    /** An order in Sage that is ours to the last detail, but for what a test changes. */
    private record Row(
            long id,
            String state,
            boolean isDraft,
            long customerId,
            int count,
            String gross,
            LocalDate day,
            String price) {
        Row(long id) {
            this(id, "EnumDocumentStatusLive", false, 27006, 2, "118.80", DAY, "49.50000");
        }

        Row status(String other) {
            return new Row(id, other, isDraft, customerId, count, gross, day, price);
        }

        Row draft() {
            return new Row(id, state, true, customerId, count, gross, day, price);
        }

        Row customer(long other) {
            return new Row(id, state, isDraft, other, count, gross, day, price);
        }

        Row lines(int other) {
            return new Row(id, state, isDraft, customerId, other, gross, day, price);
        }

        Row total(String other) {
            return new Row(id, state, isDraft, customerId, count, other, day, price);
        }

        Row date(LocalDate other) {
            return new Row(id, state, isDraft, customerId, count, gross, other, price);
        }

        Row price(String other) {
            return new Row(id, state, isDraft, customerId, count, gross, day, other);
        }

        /** As many as wanted, the first two of them as they were meant. */
        private List<SalesOrder.Line> lines() {
            return IntStream.range(0, count)
                    .mapToObj(line -> new SalesOrder.Line(
                            null,
                            "EnumLineTypeStandard",
                            27256L + line,
                            null,
                            BigDecimal.ONE,
                            new BigDecimal(line == 0 ? price : "49.50000"),
                            2L))
                    .toList();
        }

        SalesOrder order() {
            return new SalesOrder(
                    id,
                    "000000000" + id,
                    "C10234",
                    customerId,
                    day,
                    state,
                    isDraft,
                    new BigDecimal(gross),
                    new BigDecimal("19.80"),
                    lines(),
                    Instant.parse("2026-11-23T13:40:11Z"));
        }
    }
}
