package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.PayoutAudit;
import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What four providers pay out of the trade of some days, in files of their own formats, stands in Sage's banks: each payout once, each charge
 * once, and every clearing bank comes to what is open in it.
 */
class PayoutStoryIT {
    private static final long SEED = 61;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final String BANK = "ADYGBP";
    private static final BigDecimal PENNIES = new BigDecimal("0.10");
    private static final BigDecimal OLD = new BigDecimal("25.00");

    private static final Map<String, String> SETTINGS = Map.of(
            "gift-card.vat", "multi-purpose",
            "refunds.without-return-vat", "proportional",
            "settlements.inbox-quiet", "PT0S",
            "settlements.stripe.order-columns", "payment_metadata[order]");

    @Test
    void every_payout_is_in_the_bank_once_and_every_clearing_bank_comes_to_what_is_open() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/payouts"), SEED, LocalDate.of(2026, 11, 20), 150)) {
            Path inbox = world.folder().resolve("inbox");
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            settings.put("settlements.inbox", inbox.toString());
            settings.put(
                    "settlements.opening-items", fromBeforeTheCutOver(world).toString());
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                PspSimulator providers = new PspSimulator(SEED, 40);
                List<PspBatch> batches = new ArrayList<>();
                Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
                for (int round = 0; round < 2; round++) {
                    theRatesMove(world, round);
                    world.centra(
                            "POST",
                            "/control/shipments/all",
                            "{\"seed\": %d, \"share\": %d}".formatted(round, round == 0 ? 50 : 100));
                    world.centra("POST", "/control/captures/settle", "{\"share\": 100, \"seed\": 4}");
                    run(api, "payment-import");
                    Await.until("all money to be posted", LIMIT, () -> api.receiving() == 0);
                    theRatesMove(world, round + 1);
                    providers
                            .settle(world.centra("GET", "/control/payments", ""), inbox)
                            .values()
                            .forEach(batches::addAll);
                    Files.writeString(inbox.resolve("notes-" + round + ".csv"), "no settlement file");
                    JsonNode counts = run(api, "settlement-post").path("counts");
                    System.out.println(counts);
                    assertThat(counts.path("files held").asLong()).isOne();
                    assertThat(inbox.resolve("held/notes-" + round + ".csv")).exists();
                    assertThat(exceptions(api, "SETTLEMENT_FILE")).hasSize(round + 1);
                    PayoutAudit.Result audit = audit(world, batches);
                    System.out.println(audit.payouts() + " payouts");
                    assertThat(audit.violations()).isEmpty();
                    assertThat(audit.payouts()).isGreaterThan(8);
                    assertThat(audit.paidOff()).as("deductions of invoices").isEqualTo(round + 1);
                    everyBankProves(api);
                }
                JsonNode again = run(api, "settlement-post").path("counts");
                assertThat(again.path("posted").asLong()).isZero();
                assertThat(audit(world, batches).violations()).isEmpty();
                sameFileAgain(api, inbox);
                assertThat(audit(world, batches).violations()).isEmpty();
                theRatesHaveMoved(world);
                aPayoutDownToItsOrders(api);
                aRevaluationIsToldAndExplained(world, api);
                whatSomebodyEntersByHandIsTold(world, api);
                whatNoLineWillSettleIsExplained(world, api);
            }
        }
    }

    /** A receipt stands in a clearing bank, in Sage and in the file of opening items, and no provider will pay it out. */
    private static Path fromBeforeTheCutOver(World world) throws IOException {
        world.sage("PUT", "/control/tables/banks", bankHolds(balance(world).add(OLD)));
        return Files.write(
                world.folder().resolve("opening-items.csv"),
                List.of(
                        "order,reference,date,amount,currency,clearing_bank",
                        "9871,OLDPSP1,2026-11-19," + OLD + ",GBP," + BANK));
    }

    /** It was paid by cheque: finance takes it out of the bank by hand, and says so. */
    private static void whatNoLineWillSettleIsExplained(World world, Api api) throws InterruptedException {
        world.sage("PUT", "/control/tables/banks", bankHolds(balance(world).subtract(OLD)));
        run(api, "settlement-post");
        assertThat(exceptions(api, "CLEARING_DIFFERS")).hasSize(1);
        JsonNode entry = api.get("/api/clearing/entries?order=9871").at("/items/0");
        assertThat(entry.path("origin").asText()).isEqualTo("OPENING_RECEIPT");
        String explain = "/api/clearing/entries/" + entry.path("id").asLong() + "/explain";
        assertThat(api.post(explain, "{}").statusCode()).isEqualTo(400);
        assertThat(api.post(explain, "{\"note\": \"paid by cheque\"}").statusCode())
                .isEqualTo(200);
        assertThat(api.post(explain, "{\"note\": \"once more\"}").statusCode()).isEqualTo(409);
        run(api, "settlement-post");
        assertThat(exceptions(api, "CLEARING_DIFFERS"))
                .as("once it is explained")
                .isEmpty();
    }

    private static void everyBankProves(Api api) {
        JsonNode banks = api.get("/api/clearing").path("items");
        assertThat(banks.size()).as("banks").isGreaterThan(8);
        for (JsonNode bank : banks) {
            System.out.println(bank.path("bank").asText() + " holds "
                    + bank.at("/ledger/amount").asText() + ", open " + bank.path("parts"));
            assertThat(amount(bank, "/difference/amount")).as(bank.toString()).isEqualByComparingTo(BigDecimal.ZERO);
            isListedAndAged(api, bank);
        }
        assertThat(everyBankProvesInPounds(banks)).isGreaterThan(2);
        assertThat(exceptions(api, "CLEARING_DIFFERS")).isEmpty();
        assertThat(exceptions(api, "CLEARING_BASE_DIFFERS")).isEmpty();
    }

    /** What was booked at one rate leaves at another, if nobody states it. */
    private static void theRatesMove(World world, int day) {
        for (JsonNode currency : world.sage("/control/tables/currencies")) {
            if (!currency.path("is_base_currency").asBoolean()) {
                BigDecimal rate = currency.path("core_currency_rate").decimalValue();
                world.sage(
                        "PUT",
                        "/control/tables/currencies",
                        "{\"where\": {\"id\": %d}, \"set\": {\"core_currency_rate\": %s}}"
                                .formatted(
                                        currency.path("id").asLong(),
                                        rate.multiply(new BigDecimal(day % 2 == 0 ? "1.05" : "0.97"))
                                                .setScale(6, RoundingMode.HALF_UP)));
            }
        }
    }

    /** Else all that was stated was Sage's own rate, and nothing was proven. */
    private static void theRatesHaveMoved(World world) {
        int exchanged = 0;
        for (JsonNode row : world.sage("/control/ledger?company=33").path(0).path("bank")) {
            boolean isOfTransfer = row.path("bank_code").asText().startsWith("BANK");
            if (isOfTransfer
                    && row.at("/nominal_analysis_items/0/value").decimalValue().signum() != 0) {
                exchanged++;
            }
        }
        assertThat(exchanged).as("payouts with an exchange difference").isGreaterThan(4);
    }

    /** Sage 200 revalues a bank in euros by 3.21 pounds. */
    private static void aRevaluationIsToldAndExplained(World world, Api api) throws InterruptedException {
        BigDecimal before = BigDecimal.ZERO;
        for (JsonNode bank : world.sage("/control/tables/banks")) {
            before = bank.path("code").asText().equals("KLAEUR")
                    ? bank.path("balance_in_base").decimalValue()
                    : before;
        }
        world.sage(
                "PUT",
                "/control/tables/banks",
                "{\"where\": {\"code\": \"KLAEUR\"}, \"set\": {\"balance_in_base\": %s}}"
                        .formatted(before.add(new BigDecimal("3.21")).toPlainString()));
        run(api, "settlement-post");
        assertThat(exceptions(api, "CLEARING_DIFFERS")).isEmpty();
        assertThat(exceptions(api, "CLEARING_BASE_DIFFERS")).singleElement().satisfies(told -> {
            assertThat(told.at("/atRisk/amount").asText()).isEqualTo("3.21");
            assertThat(told.at("/atRisk/currency").asText()).isEqualTo("GBP");
        });
        String explained =
                "{\"company\": \"33\", \"bank\": \"KLAEUR\", \"difference\": \"%s\", \"note\": \"revalued\"}";
        String explain = "/api/clearing/base/explain";
        assertThat(api.post(explain, explained.formatted("3.20")).statusCode()).isEqualTo(409);
        assertThat(api.post(explain, explained.formatted("3.21")).statusCode()).isEqualTo(200);
        assertThat(api.post(explain, explained.formatted("3.21")).statusCode()).isEqualTo(409);
        run(api, "settlement-post");
        assertThat(exceptions(api, "CLEARING_BASE_DIFFERS")).isEmpty();
    }

    /** @return how many banks are of another currency */
    private static int everyBankProvesInPounds(JsonNode banks) {
        int foreign = 0;
        for (JsonNode bank : banks) {
            JsonNode inBase = bank.path("inBase");
            if (!inBase.isNull()) {
                foreign++;
                System.out.println(bank.path("bank").asText() + " is held with "
                        + inBase.at("/ledger/amount").asText() + ": " + inBase.path("parts"));
                assertThat(amount(inBase, "/difference/amount"))
                        .as(bank.toString())
                        .isEqualByComparingTo(BigDecimal.ZERO);
                assertThat(inBase.path("unknown").asLong()).isZero();
                assertThat(inBase.path("proven").asBoolean()).isTrue();
                for (JsonNode part : inBase.path("parts")) {
                    if (part.path("kind").asText().equals("EXCHANGE")) {
                        assertThat(amount(part, "/amount/amount").abs())
                                .as("pennies of %s", bank)
                                .isLessThan(PENNIES);
                    }
                }
            }
        }
        return foreign;
    }

    private static void isListedAndAged(Api api, JsonNode bank) {
        assertThat(sum(bank.path("ages"), "/amount"))
                .as("ages of " + bank)
                .isEqualByComparingTo(amount(bank, "/open/amount"));
        BigDecimal unmatched = BigDecimal.ZERO;
        for (JsonNode part : bank.path("parts")) {
            if (part.path("kind").asText().equals("UNMATCHED_LINES")) {
                unmatched = amount(part, "/amount/amount");
            }
        }
        String lines = "/api/clearing/lines?limit=3&company=33&bank=";
        assertThat(sum(api.all(lines + bank.path("bank").asText()), "/open/amount"))
                .as("lines of " + bank)
                .isEqualByComparingTo(unmatched);
    }

    private static BigDecimal sum(Iterable<JsonNode> nodes, String amount) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode node : nodes) {
            sum = sum.add(amount(node, amount));
        }
        return sum;
    }

    /** Amounts are text: Jackson takes one for nothing where a number is asked for. */
    private static BigDecimal amount(JsonNode node, String at) {
        return new BigDecimal(node.at(at).asText());
    }

    private static List<JsonNode> exceptions(Api api, String kind) {
        return api.all("/api/exceptions?state=OPEN&limit=200").stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
    }

    private static void sameFileAgain(Api api, Path inbox) throws Exception {
        Path done = inbox.resolve("done/settlement_detail_report_batch_1.csv");
        Files.copy(done, inbox.resolve("downloaded-again.csv"));
        JsonNode counts = run(api, "settlement-post").path("counts");
        assertThat(counts.path("files known already").asLong()).isOne();
        assertThat(counts.path("batches planned").asLong()).isZero();
    }

    private static void aPayoutDownToItsOrders(Api api) {
        JsonNode settlement = api.all("/api/settlements?limit=50").stream()
                .filter(each -> each.path("psp").asText().equals("adyen"))
                .filter(each -> each.path("currency").asText().equals("GBP"))
                .findFirst()
                .orElseThrow();
        JsonNode detail = api.get("/api/settlements/" + settlement.path("id").asLong());
        assertThat(detail.path("postings").findValuesAsText("state")).containsOnly("POSTED");
        List<JsonNode> lines =
                api.all("/api/settlements/" + settlement.path("id").asLong() + "/lines?state=SETTLED");
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("settles").size()).isPositive();
            assertThat(line.at("/settles/0").asText())
                    .startsWith(line.path("merchant").asText() + ", ");
        });
        String order = lines.get(0).path("merchant").asText();
        assertThat(api.get("/api/orders/" + order).path("payouts"))
                .as("and back from its order")
                .anySatisfy(payout -> {
                    assertThat(payout.path("settlement")).isEqualTo(settlement.path("id"));
                    assertThat(payout.path("place")).isEqualTo(lines.get(0).path("place"));
                });
    }

    /** Somebody in finance pays 12.34 out of a clearing bank by hand. */
    private static void whatSomebodyEntersByHandIsTold(World world, Api api) throws InterruptedException {
        BigDecimal before = balance(world);
        world.sage("PUT", "/control/tables/banks", bankHolds(before.subtract(new BigDecimal("12.34"))));
        run(api, "settlement-post");
        assertThat(exceptions(api, "CLEARING_DIFFERS")).singleElement().satisfies(told -> {
            assertThat(told.at("/atRisk/amount").asText()).isEqualTo("12.34");
            assertThat(told.path("severity").asText()).isEqualTo("CRITICAL");
        });
        world.sage("PUT", "/control/tables/banks", bankHolds(before));
        run(api, "settlement-post");
        assertThat(exceptions(api, "CLEARING_DIFFERS")).as("once it is mended").isEmpty();
    }

    private static String bankHolds(BigDecimal balance) {
        return "{\"where\": {\"code\": \"%s\"}, \"set\": {\"balance\": %s}}".formatted(BANK, balance.toPlainString());
    }

    private static BigDecimal balance(World world) {
        for (JsonNode bank : world.sage("/control/tables/banks")) {
            if (bank.path("code").asText().equals(BANK)) {
                return bank.path("balance").decimalValue();
            }
        }
        throw new AssertionError("there is no bank " + BANK);
    }

    private static JsonNode run(Api api, String job) throws InterruptedException {
        JsonNode run = api.runToEnd(job, LIMIT);
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
        return run;
    }

    private static PayoutAudit.Result audit(World world, List<PspBatch> batches) throws Exception {
        return new PayoutAudit(world.simulators().sage().baseUrl()).check(batches);
    }
}
