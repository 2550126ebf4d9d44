package centrasage.settlements.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.fuzz.Format;
import centrasage.settlements.rate.BookedRates;
import centrasage.settlements.read.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is posted for a batch moves the clearing banks by what the batch says, to the penny: for generated files of every provider. */
class BatchEffectsTest {
    private static final int FILES = 20;
    private static final String[] BANKS = {
        "33,*,*,GBP,CLRGBP,BANKGBP", "33,*,*,EUR,CLREUR,BANKEUR", "33,*,*,SEK,CLRSEK,BANKSEK"
    };
    private static final String[] ACCOUNTS = {
        "33,fee,*,*,7901,,,1",
        "33,fee,klarna/tax,*,,,,1",
        "33,chargeback,*,*,7902,,,90",
        "33,reserve,*,*,1270,,,90",
        "33,invoice-deduction,*,*,7901,,,90",
        "33,fx,*,*,7906,,,"
    };

    static Stream<Format> formats() {
        return Format.all();
    }

    private static Planning mapped() throws MappingFaults {
        return new Planning().settlement(BANKS).nominals(ACCOUNTS);
    }

    /** The batches of a file with what they are planned to be, those of one number together. */
    private static List<List<ToPost>> batches(Format format, int seed) {
        List<SettlementLine> lines = Reading.of(
                        format.reader(), format.source(format.written(format.batches(seed, 1 + seed % 25))))
                .lines();
        Map<SettlementKey, List<SettlementLine>> byKey = new LinkedHashMap<>();
        lines.forEach(line ->
                byKey.computeIfAbsent(line.batch(), key -> new ArrayList<>()).add(line));
        Map<String, List<ToPost>> byNumber = new LinkedHashMap<>();
        byKey.forEach(
                (key, of) -> byNumber.computeIfAbsent(key.account() + " " + key.batch(), number -> new ArrayList<>())
                        .add(toPost(key, of, lines)));
        return List.copyOf(byNumber.values());
    }

    private static ToPost toPost(SettlementKey key, List<SettlementLine> of, List<SettlementLine> all) {
        BatchSums.Adding sums = new BatchSums.Adding();
        of.forEach(sums::add);
        Map<String, Money> conversions = new TreeMap<>();
        all.stream()
                .filter(line -> line.kind() == LineKind.CONVERSION
                        && line.batch().batch().equals(key.batch()))
                .forEach(line -> conversions.merge(line.batch().currency().getCurrencyCode(), line.own(), Money::plus));
        return new ToPost(
                key,
                "33",
                ToldBatch.DAY,
                sums.sums(),
                ToPost.Payout.numbered(
                        of.stream().filter(line -> line.kind().isOfPayout()).toList()),
                List.of(),
                List.of(),
                conversions,
                BookedRates.NONE,
                Map.of());
    }

    private static void add(Map<String, BigDecimal> sums, Money amount) {
        sums.merge(amount.currency().getCurrencyCode(), amount.amount(), BigDecimal::add);
    }

    /** What is left in the clearing banks of receipts, refunds and carried balances once all is posted, less what the lines come to. */
    private static Map<String, BigDecimal> left(List<ToPost> batches, List<Intended> intended) {
        Map<String, BigDecimal> left = new TreeMap<>();
        intended.forEach(each -> each.effects().forEach(effect -> add(left, effect)));
        for (ToPost batch : batches) {
            Money none = Money.zero(batch.key().currency());
            BatchSums sums = batch.sums();
            for (LineKind kind : List.of(LineKind.SALE, LineKind.REFUND, LineKind.BALANCE_CARRY)) {
                add(left, sums.own(kind, batch.key().currency()));
            }
            for (BatchSums.Exchanged exchanged : sums.exchanged().values()) {
                add(left, exchanged.gross());
                add(left, none.minus(exchanged.worth()));
            }
            sums.own().values().forEach(own -> add(left, none.minus(own)));
            sums.fees().values().forEach(fee -> add(left, fee));
        }
        return left;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void with_what_settles_and_what_is_carried_it_is_what_the_lines_come_to(Format format) throws MappingFaults {
        int postings = 0;
        for (int seed = 0; seed < FILES; seed++) {
            for (List<ToPost> batches : batches(format, seed)) {
                List<Intended> intended = plan(mapped(), batches);
                postings += intended.size();
                assertThat(left(batches, intended).values())
                        .as("%s of seed %d", format, seed)
                        .isNotEmpty()
                        .allMatch(sum -> sum.signum() == 0);
            }
        }
        assertThat(postings).isGreaterThan(3 * FILES);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void what_is_held_has_the_effects_that_it_would_have(Format format) throws MappingFaults {
        Planning bare =
                new Planning().settlement("33,nobody,*,*,CLRGBP,BANKGBP").nominals("33,sales,*,*,4000,,,");
        for (int seed = 0; seed < FILES; seed++) {
            for (List<ToPost> batches : batches(format, seed)) {
                List<Intended> held = plan(bare, batches);
                assertThat(held).isNotEmpty().noneMatch(Planning::isPosted);
                assertThat(left(batches, held).values()).allMatch(sum -> sum.signum() == 0);
            }
        }
    }

    private static List<Intended> plan(Planning planning, List<ToPost> batches) throws MappingFaults {
        List<Intended> intended = new ArrayList<>();
        for (ToPost batch : batches) {
            intended.addAll(planning.plan(batch));
        }
        return intended;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void what_is_written_moves_the_clearing_banks_by_its_effects(Format format) throws MappingFaults {
        int posted = 0;
        for (int seed = 0; seed < FILES; seed++) {
            for (List<ToPost> batches : batches(format, seed)) {
                for (Intended intended : plan(mapped(), batches)) {
                    if (Planning.isPosted(intended)) {
                        posted++;
                        assertThat(written(intended)).containsExactlyInAnyOrderElementsOf(intended.effects());
                    }
                }
            }
        }
        assertThat(posted).isGreaterThan(3 * FILES);
    }

    private static List<Money> written(Intended intended) {
        List<Money> moved = new ArrayList<>();
        if (intended.key().kind() == PostingKind.SETTLEMENT_CHARGE) {
            BankEntry entry = Planning.entry(intended);
            assertThat(entry.bank()).startsWith("CLR").endsWith(code(entry.value()));
            moved.add(entry.way() == BankEntry.Way.PAYMENT ? negated(entry.value()) : entry.value());
        } else {
            BankTransfer transfer = Planning.transfer(intended);
            assertThat(transfer.from()).endsWith(code(transfer.paid()));
            assertThat(transfer.to()).endsWith(code(transfer.received()));
            if (transfer.from().startsWith("CLR")) {
                moved.add(negated(transfer.paid()));
            }
            if (transfer.to().startsWith("CLR")) {
                moved.add(transfer.received());
            }
        }
        return moved;
    }

    private static String code(Money money) {
        return money.currency().getCurrencyCode();
    }

    private static Money negated(Money money) {
        return Money.zero(money.currency()).minus(money);
    }
}
