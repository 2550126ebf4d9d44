package centrasage.catalogue.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.catalogue.compare.Compared;
import centrasage.catalogue.compare.Field;
import centrasage.catalogue.compare.Place;
import centrasage.catalogue.value.Value;
import centrasage.catalogue.value.ValueState;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemFinding.Kind;
import centrasage.flow.event.SystemMended;
import centrasage.simulator.http.FaultKind;
import centrasage.sync.posting.Heard;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What finds no room in Centra's quota is told soon, and what Centra answers with an error keeps no other from being told. */
class CatalogueRestTest {
    private static final String SLOW = "SKU-7";

    private final CatalogueWorld world = new CatalogueWorld();
    private final Heard<SystemFinding> found = new Heard<>();
    private final Heard<SystemMended> mended = new Heard<>();
    private final CatalogueAlarms alarms =
            world.store.transactions().bean(CatalogueAlarms.class, world.book, world.settings, found, mended);

    @BeforeEach
    void items() {
        world.fields = EnumSet.of(Field.WEIGHT, Field.NAME);
        have(8);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void have(int items) {
        String[] skus =
                IntStream.range(0, items).mapToObj(each -> "SKU-" + each).toArray(String[]::new);
        world.have(skus);
        for (String sku : skus) {
            world.inSage(sku, "{'name': '" + sku + "', 'weight': 0.5}");
        }
    }

    @Test
    void what_is_left_is_told_by_the_next_runs_which_read_nothing_else() throws TargetUnavailable {
        world.room = 3;
        assertThat(world.run().left()).isEqualTo(5);
        assertThat(world.goOn()).as("there is no room yet").isEqualTo(CompanyCatalogue.Outcome.NONE);

        world.room = 2;
        CompanyCatalogue.Outcome outcome = world.goOn();
        assertThat(outcome.compared()).as("name and weight of the five alone").isEqualTo(10);
        assertThat(outcome.told()).isEqualTo(2);
        assertThat(outcome.left()).isEqualTo(3);

        world.room = 100;
        assertThat(world.goOn().left()).isZero();
        assertThat(world.catalogue.isAnythingDue(CatalogueWorld.COMPANY)).isFalse();
        assertThat(weight(SLOW)).isEqualTo("0.5");
    }

    @Test
    void nobodys_words_are_overwritten_by_what_was_compared_before() throws TargetUnavailable {
        world.room = 0;
        world.run();
        world.inCentra(SLOW, "{'weight': {'value': 0.7, 'unit': 'KILOGRAMS'}}");
        world.inSage("SKU-6", "{'weight': 0.6}");
        world.room = 100;
        world.goOn();
        assertThat(weight(SLOW)).isEqualTo("0.7");
        assertThat(weight("SKU-6")).isEqualTo("0.6");
        assertThat(world.values(SLOW)).extracting(Value::state).containsExactly(ValueState.DRIFTED);
    }

    @Test
    void products_that_are_gone_meanwhile_are_forgotten() throws TargetUnavailable {
        world.room = 0;
        world.run();
        world.values.compared(
                CatalogueWorld.COMPANY,
                List.of(new Compared(new Place(Field.WEIGHT, 99_999, 0), 99_999, "GONE", "1 kg", "", "")),
                false);
        world.room = 100;
        world.goOn();
        assertThat(world.values("GONE")).isEmpty();
        assertThat(world.catalogue.isAnythingDue(CatalogueWorld.COMPANY)).isFalse();
    }

    @Test
    void people_are_told_of_what_waits_for_longer_than_they_said_until_it_is_told() throws TargetUnavailable {
        world.room = 0;
        world.run();
        alarms.ofRest(CatalogueWorld.COMPANY);
        assertThat(found.events()).isEmpty();
        assertThat(world.book.summaries()).anySatisfy(row -> {
            assertThat(row.state()).isEqualTo(ValueState.DUE);
            assertThat(row.leftSince()).isEqualTo(world.store.time().now());
        });

        world.store.advance(Duration.ofDays(1).plusSeconds(1));
        world.goOn();
        alarms.ofRest(CatalogueWorld.COMPANY);
        SystemFinding waits = found.events().get(0);
        assertThat(waits.kind()).isEqualTo(Kind.CATALOGUE_WAITS);
        assertThat(waits.reason().what())
                .contains("SKU-0 weight: Sage 200 \"0.5 kg\", Centra still \"\"")
                .endsWith("; and more");

        world.room = 100;
        world.goOn();
        alarms.ofRun(CatalogueWorld.COMPANY, List.of());
        assertThat(found.events()).hasSize(1);
        assertThat(mended.events())
                .extracting(SystemMended::kind)
                .contains(Kind.CATALOGUE_WAITS, Kind.CATALOGUE_NOT_PUBLISHED, Kind.CATALOGUE_DIFFERS);
    }

    @Test
    void faults_and_differences_are_told_each_by_itself() throws TargetUnavailable {
        world.run();
        world.inCentra(SLOW, "{'weight': {'value': 0.7, 'unit': 'KILOGRAMS'}}");
        world.run();
        alarms.ofRun(CatalogueWorld.COMPANY, List.of("price list 1 is in EUR"));
        assertThat(found.events())
                .extracting(each -> each.kind() + " " + each.reason().what())
                .containsExactly(
                        "CATALOGUE_NOT_PUBLISHED price list 1 is in EUR",
                        "CATALOGUE_DIFFERS " + SLOW + " weight: Sage 200 \"0.5 kg\", Centra \"0.7 kg\"");
    }

    @Test
    void a_product_that_centra_answers_with_an_error_keeps_no_other_from_being_told() throws TargetUnavailable {
        refuse("SKU-0", "graphql");
        world.inSage("SKU-0", "{'name': 'A'}");

        CompanyCatalogue.Outcome outcome = world.run();

        assertThat(outcome.rejected()).isOne();
        assertThat(weight(SLOW)).isEqualTo("0.5");
        Value rejected = world.values("SKU-0").stream()
                .filter(value -> value.field() == Field.WEIGHT)
                .findFirst()
                .orElseThrow();
        assertThat(rejected.state()).isEqualTo(ValueState.REJECTED);
        assertThat(rejected.note()).contains("Unexpected value of product").contains("updateProduct");
        assertThat(world.run().told()).as("it is not repeated").isZero();
    }

    @Test
    void an_accident_inside_centra_is_told_again_with_the_next_run() throws TargetUnavailable {
        refuse("SKU-0", "internal");
        CompanyCatalogue.Outcome outcome = world.run();
        assertThat(outcome.rejected()).isZero();
        assertThat(outcome.left()).isOne();
        assertThat(weight(SLOW)).isEqualTo("0.5");

        world.client.control("PUT", "products/SKU-0/refusal", "{}");
        world.goOn();
        assertThat(weight("SKU-0")).isEqualTo("0.5");
    }

    @Test
    void many_errors_end_the_run_and_are_held_against_no_value() throws TargetUnavailable {
        have(RequestErrors.MOST + 1);
        for (int each = 0; each <= RequestErrors.MOST; each++) {
            refuse("SKU-" + each, "graphql");
        }
        assertThatThrownBy(world::run)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("answers 21 changes of the catalogue")
                .hasMessageContaining("Unexpected value");
        assertThat(world.values(ValueState.REJECTED)).isEmpty();
    }

    @Test
    void a_missing_permission_and_an_outage_end_the_run_at_once() {
        refuse("SKU-0", "authorization");
        assertThatThrownBy(world::run).isInstanceOf(TargetUnavailable.class);
        assertThat(weight(SLOW)).isEmpty();

        world.client.control("PUT", "products/SKU-0/refusal", "{}");
        world.centra.faults().order(FaultKind.SERVER_ERROR, "mutation updateProduct", 5);
        assertThatThrownBy(world::run).isInstanceOf(TargetUnavailable.class).hasMessageContaining("HTTP 500");
        assertThat(world.values(ValueState.REJECTED)).isEmpty();
    }

    private void refuse(String number, String category) {
        world.client.control("PUT", "products/" + number + "/refusal", "{'category': '" + category + "'}");
    }

    private String weight(String number) {
        return world.product(number).at("/weight/value").asText();
    }
}
