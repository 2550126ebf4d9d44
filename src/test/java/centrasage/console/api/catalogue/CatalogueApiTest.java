package centrasage.console.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.catalogue.CatalogueSettings;
import centrasage.catalogue.compare.Compared;
import centrasage.catalogue.compare.Field;
import centrasage.catalogue.compare.Place;
import centrasage.catalogue.value.CatalogueBook;
import centrasage.catalogue.value.CatalogueBook.Summary;
import centrasage.catalogue.value.CatalogueValues;
import centrasage.catalogue.value.ValueState;
import centrasage.console.api.catalogue.CatalogueApi.CatalogueValue;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Refusal;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue's differences as people's scripts and spreadsheets get them. */
class CatalogueApiTest {
    private static final String HEADER = "company,label,field,pricelist,state,sage,centra,agreed,note,changed_at";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final CatalogueValues values =
            world.transactions().bean(CatalogueValues.class, world.entities(), world.time());
    private final CatalogueBook book =
            world.transactions().bean(CatalogueBook.class, world.entities(), world.time(), world.audit());
    private boolean writes = true;
    private final CatalogueApi api = new CatalogueApi(book, new CatalogueSettings() {
        @Override
        public boolean writes() {
            return writes;
        }
    });

    private static Compared name(long product, String label, String sage, String centra) {
        return new Compared(new Place(Field.NAME, product, 0), product, label, sage, centra, "");
    }

    private void hold(Compared... compared) {
        values.compared("33", List.of(compared), false);
    }

    private List<String> csv(String label, String state) {
        return ((String) api.csv(label, state).getEntity()).lines().toList();
    }

    @Test
    void the_csv_has_both_values_and_no_formulas() {
        hold(name(1, "MUG", "=SUM(A1)", "Mug, blue"), name(2, "CUP", "Cup", "Cup"));
        Compared price = new Compared(new Place(Field.PRICE, 7, 3), 1, "MUG", "12.50 GBP", "", "");
        hold(price);

        assertThat(csv("", "")).hasSize(3).first().isEqualTo(HEADER);
        assertThat(csv("", "").get(1)).startsWith("33,MUG,name,,DRIFTED,'=SUM(A1),\"Mug, blue\",,,2026-");
        assertThat(csv("", "").get(2)).startsWith("33,MUG,price,3,DUE,12.50 GBP,,,,2026-");
        assertThat(csv("CUP", "SAME")).hasSize(2);
    }

    @Test
    void the_csv_has_all_pages() {
        List<Compared> many = new ArrayList<>();
        for (int each = 1; each <= 1_203; each++) {
            many.add(name(each, "P-" + each, "a", ""));
        }
        values.compared("33", many, false);
        assertThat(csv("", "")).hasSize(1 + 1_203).doesNotHaveDuplicates();
        assertThat(csv("P-7", "DUE")).hasSize(2);
        assertThat(csv("", "CONFLICT")).containsExactly(HEADER);
        assertThatThrownBy(() -> csv("", "GONE")).isInstanceOf(Refusal.class);
    }

    @Test
    void the_json_comes_page_by_page() {
        hold(name(1, "A", "a", ""), name(2, "B", "b", ""), name(3, "C", "c", ""));
        Items<CatalogueValue> first = api.catalogue(null, "DUE", null, "2", uri());
        assertThat(first.items()).extracting(CatalogueValue::label).containsExactly("A", "B");
        assertThat(first.next())
                .isEqualTo(
                        "/api/catalogue?state=DUE&after=" + first.items().get(1).id());
        Items<CatalogueValue> last =
                api.catalogue(null, "DUE", Long.toString(first.items().get(1).id()), "2", uri());
        assertThat(last.items()).extracting(CatalogueValue::label).containsExactly("C");
        assertThat(last.next()).isNull();
    }

    @Test
    void the_summary_says_since_when_the_oldest_waits() {
        Compared due = name(1, "A", "a", "");
        hold(due, name(2, "B", "b", "x"), name(3, "C", "c", ""));
        values.left("33", List.of(due));

        assertThat(api.summary().companies())
                .containsExactly(
                        new Summary("33", ValueState.DRIFTED, 1, null),
                        new Summary("33", ValueState.DUE, 2, world.time().now()));

        values.taken("33", List.of(due));
        assertThat(api.summary().companies())
                .allSatisfy(row -> assertThat(row.leftSince()).isNull());
    }

    @Test
    void only_what_has_drifted_or_was_rejected_can_be_overwritten() {
        hold(name(1, "A", "a", "x"), name(2, "B", "b", ""));
        long drifted =
                api.catalogue(null, "DRIFTED", null, "2", uri()).items().get(0).id();
        long due = api.catalogue(null, "DUE", null, "2", uri()).items().get(0).id();

        assertThat(overwrite(drifted, due).overwritten()).isOne();
        assertThatThrownBy(() -> overwrite(drifted))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(409));
        assertThat(world.audit().of("33/A"))
                .extracting(trail -> trail.actor() + " " + trail.detail())
                .containsExactly("ann name: x -> a: Sage is right");
    }

    @Test
    void what_is_never_told_cannot_be_overwritten() {
        hold(name(1, "MUG", "Mug", "Mug, blue"));
        writes = false;
        assertThatThrownBy(() -> overwrite(1L))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem().detail()).contains("catalogue.write = nothing"));
    }

    private CatalogueApi.Overwritten overwrite(Long... ids) {
        String body = "{\"ids\": " + List.of(ids) + ", \"why\": \"Sage is right\"}";
        return api.overwrite(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), ann());
    }

    private static UriInfo uri() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> UriBuilder.fromUri("http://localhost/api/catalogue?state=DUE"));
    }

    private static SecurityContext ann() {
        return (SecurityContext) Proxy.newProxyInstance(
                SecurityContext.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (proxy, method, none) -> {
                    Principal ann = () -> "ann";
                    return ann;
                });
    }
}
