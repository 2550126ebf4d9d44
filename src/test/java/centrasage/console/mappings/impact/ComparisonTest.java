package centrasage.console.mappings.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.centra.Order;
import centrasage.flow.Command;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.money.Money;
import centrasage.orders.plan.OrderDraft;
import centrasage.orders.plan.OrderPlans;
import centrasage.orders.plan.Samples;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of the mappings does to orders of the real planner: a table of situations. */
@SuppressWarnings("NullAway.Init") // filled before each test
class ComparisonTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Comparison.Looked LOOKED = new Comparison.Looked(1, 0, false, NOW, List.of());

    private Map<String, String> files;
    private final Comparison comparison = new Comparison();

    @BeforeEach
    void read_the_example() throws MappingFaults {
        files = new TreeMap<>(SeedFolder.texts(Path.of("docs/example-mappings")));
    }

    private static Plan plan(Order order, Map<String, String> files) {
        try {
            return new OrderPlans(Mappings.parse(files), site(), Samples.rules()).plan(order);
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    /** With one more account. */
    private static Site site() {
        Site site = Samples.site();
        Map<String, Site.Customer> customers = new TreeMap<>(site.customers());
        customers.put("WEBUK", new Site.Customer(9, "WEBUK", "GBP", false));
        return new Site(
                site.company(),
                site.pricesIncludeTax(),
                customers,
                site.products(),
                site.inactiveProducts(),
                site.warehouses(),
                site.taxCodes(),
                site.countries(),
                site.charges());
    }

    private static Order ordinary() {
        return OrderDraft.ordinary().build();
    }

    private Impact impact(Order order, Map<String, String> changed, @Nullable String inSage) {
        Plan before = plan(order, files);
        comparison.add(new Comparison.Twice(
                "Order",
                "10234",
                "10234",
                inSage != null,
                inSage,
                Money.of("64.90", "GBP"),
                before,
                plan(order, changed)));
        return comparison.impact(new Comparison.Scope(3, 7), LOOKED, NOW);
    }

    private Map<String, String> with(String file, String before, String after) {
        Map<String, String> changed = new TreeMap<>(files);
        assertThat(changed.get(file)).contains(before);
        changed.computeIfPresent(file, (name, text) -> text.replace(before, after));
        return changed;
    }

    @Test
    void the_same_mappings_change_nothing() {
        Impact impact = impact(ordinary(), files, null);

        assertThat(plan(ordinary(), files)).isInstanceOf(Plan.Post.class);
        assertThat(impact.counts().none()).isTrue();
        assertThat(impact.documents()).isEmpty();
        assertThat(impact.totals()).isEmpty();
    }

    @Test
    void another_customer_account_is_a_changed_document_and_moves_its_total() {
        Impact impact = impact(ordinary(), with("accounts.csv", "*,*,GBP,*,33,CENTGBP1", "*,*,GBP,*,33,WEBUK"), null);

        assertThat(impact.counts().changed()).isEqualTo(1);
        assertThat(impact.documents()).singleElement().satisfies(document -> {
            assertThat(document.effect()).isEqualTo(Impact.Effect.CHANGED);
            assertThat(document.fields())
                    .extracting(Impact.Field::name, Impact.Field::before, Impact.Field::after)
                    .containsExactly(tuple("Customer account", "CENTGBP1", "WEBUK"));
        });
        Money total = impact.documents().get(0).amount();
        assertThat(impact.totals())
                .extracting(Impact.Total::code, Impact.Total::before, Impact.Total::after)
                .containsExactly(
                        tuple("CENTGBP1", total, Money.zero(total.currency())),
                        tuple("WEBUK", Money.zero(total.currency()), total));
    }

    @Test
    void another_vat_code_of_the_same_rate_moves_what_is_sold_at_it() {
        Map<String, String> changed = new TreeMap<>(files);
        changed.computeIfPresent(
                "vat.csv",
                (name, text) -> text.replace("33,GB,GB,*,consumer,*,20,*,1", "33,GB,GB,*,consumer,*,20,*,4"));
        Impact impact = impact(ordinary(), changed, null);

        assertThat(impact.counts().changed() + impact.counts().held()).isEqualTo(1);
        assertThat(impact.documents().get(0).fields()).isNotEmpty();
        assertThat(impact.totals()).anyMatch(total -> total.code().equals("1"));
    }

    @Test
    void a_vat_row_that_is_gone_holds_what_would_have_been_posted() {
        Impact impact = impact(ordinary(), with("vat.csv", "33,GB,GB,*,consumer,*,20,*,1\n", ""), null);

        assertThat(impact.counts().held()).isEqualTo(1);
        assertThat(impact.held())
                .singleElement()
                .satisfies(sum -> assertThat(sum.isZero()).isFalse());
        assertThat(impact.documents().get(0).fields())
                .anySatisfy(field -> assertThat(field.after()).contains("No tax code is mapped"));
    }

    @Test
    void a_sku_that_is_mapped_lets_a_held_order_go() {
        OrderDraft draft = OrderDraft.ordinary();
        Order order = draft.with(OrderDraft.line("TD-0042-M", 1, "59.90", "9.98", "20"))
                .build();
        assertThat(plan(order, files)).isInstanceOf(Plan.Hold.class);
        Map<String, String> changed = new TreeMap<>(files);
        changed.computeIfPresent("skus.csv", (name, text) -> text.stripTrailing() + "\n33,TD-0042-M,AW1010-NAV-M,\n");

        Impact impact = impact(order, changed, null);

        assertThat(impact.counts().postable()).isEqualTo(1);
        assertThat(impact.postable())
                .singleElement()
                .satisfies(sum -> assertThat(sum.isZero()).isFalse());
        assertThat(impact.documents().get(0).effect()).isEqualTo(Impact.Effect.WOULD_POST);
        assertThat(impact.documents().get(0).fields())
                .anySatisfy(field -> assertThat(field.before()).contains("TD-0042-M"));
    }

    @Test
    void what_is_in_sage_is_named_and_not_changed_and_its_totals_stand_apart() {
        Impact impact =
                impact(ordinary(), with("accounts.csv", "*,*,GBP,*,33,CENTGBP1", "*,*,GBP,*,33,WEBUK"), "0000000231");

        assertThat(impact.counts().inSage()).isEqualTo(1);
        assertThat(impact.counts().changed()).isZero();
        assertThat(impact.documents().get(0).targetNumber()).isEqualTo("0000000231");
        assertThat(impact.totals()).isNotEmpty().allMatch(Impact.Total::inSage);
    }

    @Test
    void a_change_that_holds_from_tomorrow_changes_nothing_of_today() {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(
                "accounts.csv",
                "store,market,currency,country,company,customer,account,effective_from,effective_to\n"
                        + "*,*,GBP,*,33,CENTGBP1,*,,2026-11-24\n*,*,GBP,*,33,WEBUK,*,2026-11-25,\n");

        assertThat(impact(ordinary(), changed, null).counts().none()).isTrue();
    }

    @Test
    void another_clearing_bank_moves_what_was_paid() {
        comparison.add(new Comparison.Twice(
                "Payment",
                "10234/p1",
                "10234",
                false,
                null,
                Money.of("64.90", "GBP"),
                receipt("ADYGBP"),
                receipt("ADYNEW")));
        Impact impact = comparison.impact(new Comparison.Scope(3, 7), LOOKED, NOW);

        assertThat(impact.documents().get(0).fields()).containsExactly(new Impact.Field("Bank", "ADYGBP", "ADYNEW"));
        assertThat(impact.totals())
                .extracting(
                        Impact.Total::what,
                        Impact.Total::code,
                        total -> total.difference().toString())
                .containsExactly(tuple("Bank", "ADYGBP", "GBP -64.90"), tuple("Bank", "ADYNEW", "GBP 64.90"));
    }

    private static Plan receipt(String bank) {
        Money value = Money.of("64.90", "GBP");
        MoneyEntry entry = new MoneyEntry(
                EntryKind.RECEIPT, "33", "CENTGBP1", bank, "C10234", "p1", LocalDate.of(2026, 11, 23), value);
        return new Plan.Post(new Command(
                new PostingKey("33", PostingKind.RECEIPT, "10234/p1"),
                "33/C10234",
                value,
                null,
                entry.date(),
                "fingerprint",
                MoneyEntryJson.write(entry)));
    }

    @Test
    void more_documents_than_a_person_reads_are_counted_and_not_listed() {
        Map<String, String> changed = with("accounts.csv", "*,*,GBP,*,33,CENTGBP1", "*,*,GBP,*,33,WEBUK");
        Plan before = plan(ordinary(), files);
        Plan after = plan(ordinary(), changed);
        for (int i = 0; i < Comparison.DOCUMENTS_MAX + 5; i++) {
            comparison.add(
                    new Comparison.Twice("Order", "1", "1", false, null, Money.of("1.00", "GBP"), before, after));
        }
        Impact impact = comparison.impact(new Comparison.Scope(3, 7), LOOKED, NOW);

        assertThat(impact.counts().changed()).isEqualTo(Comparison.DOCUMENTS_MAX + 5);
        assertThat(impact.documents()).hasSize(Comparison.DOCUMENTS_MAX);
    }

    @Test
    void what_was_found_is_kept_and_read_as_it_was() {
        Impact impact =
                impact(ordinary(), with("accounts.csv", "*,*,GBP,*,33,CENTGBP1", "*,*,GBP,*,33,WEBUK"), "0000000231");

        assertThat(ImpactJson.read(ImpactJson.write(impact))).isEqualTo(impact);
    }
}
