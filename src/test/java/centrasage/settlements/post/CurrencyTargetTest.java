package centrasage.settlements.post;

import static centrasage.settlements.post.CashBookWorld.DAY;
import static centrasage.settlements.post.CashBookWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.simulator.http.FaultKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider has exchanged, between two clearing banks of a simulated Sage. */
class CurrencyTargetTest {
    private static final String SECOND = "0A1B2C3D4E5F6G7H8I9J";

    private final CashBookWorld world = new CashBookWorld();

    CurrencyTargetTest() throws IOException {}

    @AfterEach
    void stop() {
        world.close();
    }

    private static Command exchange(String from, Money paid, String to, Money received, String difference) {
        BankTransfer transfer = new BankTransfer(
                "33",
                from,
                to,
                "ADYEN 380 GBP",
                SECOND,
                DAY,
                paid,
                received,
                difference,
                BankTransfer.Rates.NONE,
                "Exchanged by adyen");
        return CashBookWorld.command(PostingKind.CURRENCY_TRANSFER, received, DAY, BankTransferJson.write(transfer));
    }

    /** At Sage's rates 1,260.00 crowns are worth 100.00 pounds. */
    private static Command crowns() {
        return exchange("ADYSEK", Money.of("1260", "SEK"), "ADYGBP", Money.of("97.50", "GBP"), "7906");
    }

    private static JsonNode difference(JsonNode row) {
        return row.at("/nominal_analysis_items/0");
    }

    @Test
    void each_bank_moves_by_its_own_amount_and_the_rest_is_an_exchange_difference() throws Exception {
        assertThat(world.find(crowns())).isEqualTo(new Finding.Absent());
        assertThat(world.send(crowns())).isInstanceOf(Outcome.Posted.class);

        JsonNode left = world.rows("ADYSEK").get(0);
        JsonNode reached = world.rows("ADYGBP").get(0);
        assertThat(value(left)).isEqualByComparingTo("-1260.00");
        assertThat(value(reached)).isEqualByComparingTo("97.50");
        assertThat(difference(reached).path("code").asText()).isEqualTo("7906");
        assertThat(difference(reached).path("value").decimalValue()).isEqualByComparingTo("2.50");
        assertThat(world.find(crowns())).isInstanceOf(Finding.Found.class);
    }

    @Test
    void pounds_are_exchanged_for_crowns_likewise() throws Exception {
        Command command = exchange("ADYGBP", Money.of("10", "GBP"), "ADYSEK", Money.of("120", "SEK"), "7906");
        world.post(command);
        assertThat(world.state(command)).isEqualTo(PostingState.POSTED);
        assertThat(value(world.rows("ADYGBP").get(0))).isEqualByComparingTo("-10.00");
        assertThat(value(world.rows("ADYSEK").get(0))).isEqualByComparingTo("120.00");
    }

    @Test
    void two_foreign_currencies_are_exchanged_as_well() throws Exception {
        Command command = exchange("ADYEUR", Money.of("115", "EUR"), "ADYSEK", Money.of("1200", "SEK"), "7906");
        world.post(command);
        assertThat(world.state(command)).isEqualTo(PostingState.POSTED);
        assertThat(value(world.rows("ADYEUR").get(0))).isEqualByComparingTo("-115.00");
        assertThat(value(world.rows("ADYSEK").get(0))).isEqualByComparingTo("1200.00");
    }

    @ParameterizedTest
    @CsvSource({"1260, 97.51", "1260.01, 97.50"})
    void another_value_in_either_bank_is_a_persons(String paid, String received) throws Exception {
        world.send(crowns());
        Finding finding =
                world.find(exchange("ADYSEK", Money.of(paid, "SEK"), "ADYGBP", Money.of(received, "GBP"), "7906"));
        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Different.class,
                        different -> assertThat(different.reason().code()).isEqualTo("OTHER_ENTRY_UNDER_KEY"));
    }

    @Test
    void an_account_that_sage_has_not_is_refused_and_leaves_nothing_behind() throws Exception {
        assertThat(world.send(exchange("ADYSEK", Money.of("1260", "SEK"), "ADYGBP", Money.of("97.50", "GBP"), "7777")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason.what()).contains("7777")));
        assertThat(world.rows("ADYSEK")).isEmpty();
        assertThat(world.rows("ADYGBP")).isEmpty();
    }

    @Test
    void one_that_is_half_made_is_told_in_the_currency_of_the_bank_that_has_it() throws Exception {
        world.sage.faults().order(FaultKind.HALF_MADE_DRAFT, SECOND, 1);
        world.send(crowns());
        assertThat(world.find(crowns())).isInstanceOfSatisfying(Finding.Different.class, half -> {
            assertThat(half.reason().code()).isEqualTo("HALF_TRANSFER");
            assertThat(half.documents().get(0).total()).isEqualTo(Money.of("1260", "SEK"));
        });
    }
}
