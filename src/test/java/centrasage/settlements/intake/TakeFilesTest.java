package centrasage.settlements.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.adyen.AdyenReader;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.Reading;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.simulator.psp.AdyenFile;
import centrasage.simulator.psp.AdyenWorkbook;
import centrasage.simulator.psp.KlarnaFile;
import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspEvent.What;
import centrasage.simulator.psp.PspHabits;
import centrasage.simulator.psp.PspMonth;
import centrasage.simulator.psp.StripeFile;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.store.Posting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that lie in the inbox, taken as the step does it. */
class TakeFilesTest {
    private static final String ACCOUNT = "HarbourOnline";
    private static final int MOST = 20_000;
    private static final String HARBOUR_FILE = "What;Net\nSale;10.00\nTo bank;-10.00\n";
    private static final String HARBOUR_PAY = """
            psp = harbour-pay
            file-name = harbour.*\\.csv
            separator = semicolon
            amounts = point
            sign = signed
            control = zero
            account = Shop
            batch = 7
            currency = GBP
            column.type = What
            column.net = Net
            type.Sale = FEE
            type.To bank = PAYOUT
            """;

    @TempDir
    Path folder = Path.of("");

    private final SettlementWorld world = new SettlementWorld();
    private Path inbox = Path.of("");

    @BeforeEach
    void inbox() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        world.with("settlements.inbox", inbox.toString());
    }

    private void run() throws Exception {
        IntakeBeans.take(world);
    }

    /** What of it came to something. */
    private Map<String, Long> counted() {
        return world.counted().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void put(String name, String text) throws IOException {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = inbox.resolve(name);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(world.clock().instant().minusSeconds(60)));
    }

    /** Puts it into the inbox and runs. */
    private void take(String name, String text) throws Exception {
        put(name, text);
        run();
    }

    private static PspBatch adyen(long seed) {
        return new PspMonth(seed).batch(ACCOUNT, 380, 10);
    }

    private static String text(PspBatch... batches) {
        return AdyenFile.of(List.of(batches));
    }

    private static SettlementKey key(String number) {
        return new SettlementKey("adyen", ACCOUNT, number, Currency.getInstance("GBP"));
    }

    private List<SettlementBatch> versions() {
        return world.batches.versions(key("380"));
    }

    private List<BatchState> states() {
        return versions().stream().map(SettlementBatch::state).toList();
    }

    private List<SettlementLine> lines(SettlementBatch batch) {
        return world.lines.page(batch, 0, MOST).stream()
                .map(SettlementLines.Stored::line)
                .toList();
    }

    private List<String> names(String where) throws IOException {
        Path there = inbox.resolve(where);
        if (!Files.exists(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Reading read(String text) {
        return Reading.of(new AdyenReader(Map.of()), Reading.file("a.csv", text));
    }

    @Test
    void without_an_inbox_nothing_is_done() throws Exception {
        put("a.csv", text(adyen(1)));
        world.with("settlements.inbox", "");
        run();
        assertThat(names("")).containsExactly("a.csv");
        assertThat(counted()).isEmpty();
    }

    @Test
    void a_file_is_in_the_store_as_its_reader_says_and_is_done() throws Exception {
        String text = text(adyen(1), new PspMonth(2).batch(ACCOUNT, 381, 7));
        take("report.csv", text);
        Reading reading = read(text);
        assertThat(reading.batches()).hasSize(2).allMatch(Batch::isProven);
        for (Batch batch : reading.batches()) {
            assertThat(world.batches.versions(batch.key())).singleElement().satisfies(stored -> {
                assertThat(stored.state()).isEqualTo(BatchState.PROVEN);
                assertThat(stored.version()).isEqualTo(1);
                assertThat(stored.lines()).isEqualTo(batch.lines());
                assertThat(stored.first()).isEqualTo(batch.first());
                assertThat(stored.last()).isEqualTo(batch.last());
                assertThat(stored.sums().own(LineKind.PAYOUT, batch.key().currency()))
                        .isEqualTo(batch.net(LineKind.PAYOUT));
                assertThat(stored.faults()).isEmpty();
                assertThat(stored.since()).isEqualTo(world.clock().instant());
                assertThat(lines(stored))
                        .isEqualTo(reading.lines().stream()
                                .filter(line -> line.batch().equals(batch.key()))
                                .toList());
                assertThat(world.files.file(stored.file()))
                        .hasValueSatisfying(file -> assertThat(file.name()).isEqualTo("report.csv"));
            });
        }
        assertThat(names("")).isEmpty();
        assertThat(names("done")).containsExactly("report.csv");
        assertThat(counted()).isEqualTo(Map.of("files taken", 1L));
        assertThat(world.findings.events()).isEmpty();
    }

    @Test
    void the_same_bytes_under_another_name_change_nothing() throws Exception {
        take("report.csv", text(adyen(1)));
        List<SettlementBatch> before = versions();
        world.store.advance(Duration.ofHours(1));
        take("report (1).csv", text(adyen(1)));
        assertThat(versions()).isEqualTo(before);
        assertThat(world.store.database().count("settlement_file")).isOne();
        assertThat(names("done")).containsExactly("report (1).csv", "report.csv");
        assertThat(counted()).isEqualTo(Map.of("files known already", 1L));
    }

    @Test
    void the_same_content_as_a_workbook_makes_no_second_version() throws Exception {
        take("report.csv", text(adyen(1)));
        List<SettlementBatch> before = versions();
        put("settlement_detail_report_batch_380.xlsx", AdyenWorkbook.of(List.of(adyen(1))));
        run();
        assertThat(counted()).isEqualTo(Map.of("files known already", 1L));
        assertThat(versions()).isEqualTo(before);
        assertThat(world.store.database().count("settlement_batch")).isOne();
        assertThat((long) world.store.database().count("settlement_line"))
                .isEqualTo(before.get(0).lines());
        assertThat(names("done")).hasSize(2);
    }

    @Test
    void a_corrected_batch_takes_the_place_of_one_that_nothing_is_planned_of() throws Exception {
        take("first.csv", text(adyen(1)));
        take("second.csv", text(adyen(2)));
        assertThat(states()).containsExactly(BatchState.PROVEN, BatchState.SUPERSEDED);
        assertThat(versions()).extracting(SettlementBatch::version).containsExactly(2, 1);
        assertThat(lines(versions().get(0))).isEqualTo(read(text(adyen(2))).lines());
        assertThat(world.findings.events()).isEmpty();
    }

    /** A run that was killed had matched the first and planned nothing yet. */
    @Test
    void what_the_version_before_has_settled_is_open_for_the_corrected_one() throws Exception {
        take("first.csv", text(adyen(1)));
        world.receipt("10234", "PSP1", "50.00");
        long entry = world.entries.openOf("10234").get(0).id();
        long first = versions().get(0).id();
        world.store
                .transactions()
                .inNew(() -> world.entries.settle(first, List.of(new ClearingEntries.Settling(entry, 1))));
        assertThat(world.entries.openOf("10234")).isEmpty();
        take("second.csv", text(adyen(2)));
        assertThat(states()).containsExactly(BatchState.PROVEN, BatchState.SUPERSEDED);
        assertThat(world.entries.openOf("10234")).hasSize(1);
    }

    @Test
    void a_corrected_batch_that_is_posted_already_is_for_a_person_and_nothing_of_it_is_posted() throws Exception {
        take("first.csv", text(adyen(1)));
        plan(BatchState.SETTLED);
        take("second.csv", text(adyen(2)));
        assertThat(states()).containsExactly(BatchState.DIFFERS, BatchState.SETTLED);
        SettlementFinding finding = world.found(Kind.SETTLEMENT_DIFFERS).get(0);
        Money before = read(text(adyen(1))).batch().net(LineKind.PAYOUT);
        Money now = read(text(adyen(2))).batch().net(LineKind.PAYOUT);
        assertThat(finding.company()).isEqualTo("33");
        assertThat(finding.subject()).isEqualTo(key("380").name());
        assertThat(finding.atRisk()).isEqualTo(now.abs());
        assertThat(finding.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.what())
                        .contains("adyen HarbourOnline batch 380 GBP", "second.csv")
                        .contains("payouts " + before + " before and " + now + " now"));
        assertThat(world.store.queued()).isZero();
    }

    /** The first line of a batch, put into the month before. */
    private static String acrossMonths() {
        String text = text(adyen(1));
        String first = text.lines().skip(1).findFirst().orElseThrow();
        return text.replace(first, first.replaceAll("\\d{4}-\\d{2}-\\d{2}", "2026-10-30"));
    }

    @Test
    void a_batch_knows_its_months_where_charges_are_dated_in_them() throws Exception {
        world.with("settlements.charges-dated", "own-month");
        take("a.csv", acrossMonths());
        BatchSums sums = versions().get(0).sums();
        BatchSums october = Objects.requireNonNull(sums.months().get(LocalDate.of(2026, 10, 30)));
        assertThat(sums.months()).hasSize(2);
        assertThat(october.own())
                .isEqualTo(Map.of(LineKind.SALE, lines(versions().get(0)).get(0).own()));
        assertThat(sums.less(october).own())
                .isEqualTo(
                        Objects.requireNonNull(sums.months().get(sums.months().lastKey()))
                                .own());
    }

    @Test
    void all_of_a_batch_is_of_the_day_of_its_payout_as_it_is_shipped() throws Exception {
        take("a.csv", acrossMonths());
        assertThat(versions().get(0).sums().months()).isEmpty();
    }

    @Test
    void where_only_single_lines_differ_the_finding_says_so() throws Exception {
        take("first.csv", text(adyen(1)));
        plan(BatchState.SETTLED);
        String order = adyen(1).events().get(0).names().order();
        take("second.csv", text(adyen(1)).replace("," + order + ",", ",99999,"));
        assertThat(states()).containsExactly(BatchState.DIFFERS, BatchState.SETTLED);
        assertThat(world.found(Kind.SETTLEMENT_DIFFERS).get(0).reasons().get(0).what())
                .contains("lines of before that are not there now: Settled of ", ", order " + order + ", GBP ")
                .contains("lines of now that were not there before: Settled of ", ", order 99999, GBP ")
                .doesNotContain("payouts");
    }

    @Test
    void of_several_versions_that_differ_each_is_told() throws Exception {
        take("first.csv", text(adyen(1)));
        plan(BatchState.SETTLED);
        take("second.csv", text(adyen(2)));
        take("third.csv", text(adyen(3)));
        assertThat(world.found(Kind.SETTLEMENT_DIFFERS).get(1).reasons())
                .extracting(Reason::what)
                .satisfiesExactly(
                        third -> assertThat(third).contains("third.csv, as version 3"),
                        second -> assertThat(second).contains("second.csv, as version 2", "payouts", " and more"));
    }

    /** Dated in a year to come, as a typing error has it: Sage would take none of it, and the corrected file must not be too late. */
    @Test
    void a_batch_of_which_nothing_was_sent_gives_way_to_the_one_that_comes_again() throws Exception {
        world.receipt("10234", "PSP1", "50.00");
        take("first.csv", text(adyen(1)));
        SettleBeans.settle(world);
        List<Posting> before = world.postings(MadeBatch.of("380"));
        assertThat(before).extracting(Posting::state).containsOnly(PostingState.PLANNED);
        take("second.csv", text(adyen(2)));
        assertThat(states()).containsExactly(BatchState.PROVEN, BatchState.SUPERSEDED);
        assertThat(world.postings(MadeBatch.of("380")))
                .extracting(Posting::state)
                .containsOnly(PostingState.SKIPPED);
        assertThat(world.found(Kind.SETTLEMENT_DIFFERS)).singleElement().satisfies(told -> {
            assertThat(told.reasons().get(0).code()).isEqualTo("BATCH_REPLACED");
            assertThat(told.reasons().get(0).what())
                    .contains("second.csv, as version 2 before anything of version 1 was sent", "payouts");
        });
        SettleBeans.settle(world);
        assertThat(states()).containsExactly(BatchState.PLANNED, BatchState.SUPERSEDED);
        assertThat(payout()).isEqualTo(read(text(adyen(2))).batch().paidOut());
        world.post();
        take("third.csv", text(adyen(3)));
        assertThat(states()).containsExactly(BatchState.DIFFERS, BatchState.PLANNED, BatchState.SUPERSEDED);
    }

    /** An old export was put in by mistake. */
    @Test
    void the_version_that_gave_way_comes_back_with_its_own_file() throws Exception {
        take("first.csv", text(adyen(1)));
        SettleBeans.settle(world);
        take("second.csv", text(adyen(2)));
        take("first-again.csv", text(adyen(1)));
        assertThat(states()).containsExactly(BatchState.PROVEN, BatchState.SUPERSEDED, BatchState.SUPERSEDED);
        SettleBeans.settle(world);
        assertThat(payout()).isEqualTo(read(text(adyen(1))).batch().paidOut());
    }

    private Money payout() {
        return world.postings(MadeBatch.of("380")).stream()
                .filter(posting -> posting.key().kind() == PostingKind.PAYOUT)
                .map(Posting::amount)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_name_that_many_files_have_says_nothing_about_a_damaged_one() throws Exception {
        take("payout_report.csv", text(adyen(1)));
        take("payout_report.csv", "damaged");
        take("payout_report.csv", text(new PspMonth(3).batch(ACCOUNT, 382, 3)));
        assertThat(world.over.events())
                .filteredOn(over -> over.subject().equals("payout_report.csv"))
                .as("of the first of this name alone")
                .hasSize(1);
    }

    @Test
    void what_differs_and_comes_once_more_is_known() throws Exception {
        take("first.csv", text(adyen(1)));
        plan(BatchState.SETTLED);
        take("second.csv", text(adyen(2)));
        take("third.csv", text(adyen(2), new PspMonth(3).batch(ACCOUNT, 382, 3)));
        assertThat(states()).containsExactly(BatchState.DIFFERS, BatchState.SETTLED);
        assertThat(world.found(Kind.SETTLEMENT_DIFFERS)).hasSize(1);
    }

    private void plan(BatchState state) {
        long id = versions().get(0).id();
        world.store.transactions().inNew(() -> {
            world.batches.belongsTo(id, "33", "ADYGBP");
            return true;
        });
        world.put(id, state);
    }

    @Test
    void an_unreadable_file_is_held_until_a_good_one_of_its_name_comes() throws Exception {
        take("report.csv", "no,settlement,file\n1,2,3\n");
        assertThat(names("held")).containsExactly("report.csv");
        assertThat(names("")).isEmpty();
        assertThat(counted()).isEqualTo(Map.of("files held", 1L));
        assertThat(world.found(Kind.SETTLEMENT_FILE)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("report.csv");
            assertThat(finding.reasons().get(0).what())
                    .startsWith("The settlement file report.csv cannot be used: it is no settlement file");
            assertThat(finding.reasons().get(0).remedy()).contains("put it into the inbox");
        });
        assertThat(world.store.database().column("SELECT fault FROM settlement_file"))
                .singleElement()
                .asString()
                .contains("it is no settlement file");
        assertThat(world.over.events()).isEmpty();
        take("report.csv", text(adyen(1)));
        assertThat(world.isOver(Kind.SETTLEMENT_FILE, "report.csv")).isTrue();
        assertThat(states()).containsExactly(BatchState.PROVEN);
    }

    @Test
    void a_file_whose_last_row_names_no_batch_is_held_and_leaves_nothing_of_its_lines() throws Exception {
        String text = text(adyen(1));
        String last = text.strip().substring(text.strip().lastIndexOf('\n') + 1);
        take("report.csv", text.replace(last, last.replace("," + ACCOUNT + ",", ",,")));
        assertThat(names("held")).containsExactly("report.csv");
        assertThat(world.store.database().count("settlement_batch")).isZero();
        assertThat(world.store.database().count("settlement_line")).isZero();
    }

    @Test
    void the_name_of_a_file_becomes_a_subject_that_fits_however_long_it_is() {
        TakeFile.Named plain = new TakeFile.Named("report.csv", 1, "hash");
        TakeFile.Named odd = new TakeFile.Named("Zoë’s report of " + "x".repeat(200) + ".csv", 1, "hash");
        TakeFile.Named other = new TakeFile.Named("Zoë’s report of " + "x".repeat(200) + ".CSV", 1, "hash");
        assertThat(plain.subject()).isEqualTo("report.csv");
        assertThat(odd.subject()).matches("[!-~]{1,60}").isNotEqualTo(other.subject());
    }

    @Test
    void a_batch_that_is_not_proven_is_stopped_and_the_others_of_its_file_are_not() throws Exception {
        PspBatch good = new PspMonth(2).batch(ACCOUNT, 381, 5);
        String text = text(good, adyen(1)).strip();
        take("report.csv", text.substring(0, text.lastIndexOf('\n') + 1));
        assertThat(states()).containsExactly(BatchState.STOPPED);
        assertThat(world.batches.versions(key("381")).get(0).state()).isEqualTo(BatchState.PROVEN);
        assertThat(versions().get(0).faultsInAll()).isOne();
        assertThat(world.findings.events()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.SETTLEMENT_NOT_PROVEN);
            assertThat(finding.subject()).isEqualTo(key("380").name());
            assertThat(finding.atRisk().isZero()).isFalse();
            assertThat(finding.reasons().get(0).what())
                    .startsWith("The batch adyen HarbourOnline batch 380 GBP in the file report.csv does not hold")
                    .contains("must come to nothing");
        });
        assertThat(names("done")).containsExactly("report.csv");
    }

    @Test
    void a_whole_file_takes_the_place_of_the_one_that_was_stopped_and_its_finding_is_over() throws Exception {
        String text = text(adyen(1)).strip();
        take("report.csv", text.substring(0, text.lastIndexOf('\n') + 1));
        take("report.csv", text(adyen(1)));
        assertThat(states()).containsExactly(BatchState.PROVEN, BatchState.SUPERSEDED);
        assertThat(world.isOver(Kind.SETTLEMENT_NOT_PROVEN, key("380").name())).isTrue();
    }

    @Test
    void a_damaged_copy_stops_nothing_of_a_batch_that_is_proven() throws Exception {
        String text = text(adyen(1)).strip();
        take("whole.csv", text(adyen(1)));
        take("damaged.csv", text.substring(0, text.lastIndexOf('\n') + 1));
        assertThat(states()).containsExactly(BatchState.STOPPED, BatchState.PROVEN);
    }

    /** F56: the operator has asked the provider, and puts the same file in once more. */
    @Test
    void a_stopped_file_is_proven_once_the_settings_say_what_its_unknown_type_is() throws Exception {
        String text = text(adyen(1)).replaceFirst(",DepositCorrection,", ",ManualCorrected,");
        take("report.csv", text);
        assertThat(states()).containsExactly(BatchState.STOPPED);
        assertThat(world.found(Kind.SETTLEMENT_NOT_PROVEN).get(0).reasons().get(0))
                .satisfies(reason -> assertThat(reason.what()).contains("Type = \"ManualCorrected\""))
                .satisfies(reason -> assertThat(reason.remedy()).contains("settlements.types (adyen/ManualCorrected"));
        take("report.csv", text);
        assertThat(states()).as("nothing is told yet").containsExactly(BatchState.STOPPED);
        world.with("settlements.types", "adyen/ManualCorrected = RESERVE");
        take("report.csv", text);
        assertThat(states()).containsExactly(BatchState.PROVEN, BatchState.SUPERSEDED);
        assertThat(lines(versions().get(0)))
                .filteredOn(line -> line.type().equals("ManualCorrected"))
                .extracting(SettlementLine::kind)
                .containsExactly(LineKind.RESERVE);
        assertThat(world.isOver(Kind.SETTLEMENT_NOT_PROVEN, key("380").name())).isTrue();
        take("again.csv", text);
        assertThat(counted()).isEqualTo(Map.of("files known already", 1L));
    }

    @Test
    void files_that_are_being_written_wait() throws Exception {
        put("half.csv.part", text(adyen(1)));
        put("fresh.csv", text(adyen(1)));
        Files.setLastModifiedTime(
                inbox.resolve("fresh.csv"),
                FileTime.from(world.clock().instant().minusSeconds(29)));
        run();
        assertThat(names("")).containsExactly("fresh.csv", "half.csv.part");
        assertThat(versions()).isEmpty();
        world.store.advance(Duration.ofSeconds(1));
        run();
        assertThat(names("")).containsExactly("half.csv.part");
        assertThat(states()).containsExactly(BatchState.PROVEN);
    }

    /** Another node has taken this one for dead: lines of a batch that is gone would stay for ever. */
    @Test
    void lines_of_a_batch_that_was_dropped_meanwhile_are_not_written() {
        List<SettlementLine> some = read(text(adyen(1))).lines().subList(0, 2);
        TakeFile take = IntakeBeans.takeFile(world);
        long id = world.batches.begin(key("380"));
        take.write(id, 0, some);
        world.batches.forgetWhatIsNotWhole();
        assertThatThrownBy(() -> take.write(id, 2, some))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was dropped while it was received");
        assertThat(world.store.database().count("settlement_line")).isZero();
    }

    @Test
    void what_a_dead_run_has_left_is_begun_anew_and_leaves_no_trace() throws Exception {
        Reading reading = read(text(adyen(1)));
        long half = world.batches.begin(key("380"));
        world.lines.add(half, 0, reading.lines().subList(0, 4));
        take("report.csv", text(adyen(1)));
        assertThat(versions()).singleElement().satisfies(batch -> {
            assertThat(batch.state()).isEqualTo(BatchState.PROVEN);
            assertThat(batch.version()).isOne();
            assertThat(lines(batch)).isEqualTo(reading.lines());
        });
        assertThat(world.store.database().count("settlement_batch")).isOne();
        assertThat(world.store.database().count("settlement_line"))
                .isEqualTo(reading.lines().size());
    }

    @Test
    void several_lines_that_were_made_of_one_line_of_the_file_are_all_kept() throws Exception {
        PspBatch payout = new PspMonth(3, PspHabits.KLARNA, 200).batch("K123456", 7, 12);
        take("klarna.csv", KlarnaFile.of(payout));
        SettlementKey key = new SettlementKey("klarna", "K123456", "XISA7", Currency.getInstance("GBP"));
        List<SettlementBatch> versions = world.batches.versions(key);
        assertThat(versions).extracting(SettlementBatch::state).containsExactly(BatchState.PROVEN);
        Map<Long, List<LineKind>> kinds = lines(versions.get(0)).stream()
                .collect(Collectors.groupingBy(
                        SettlementLine::number, Collectors.mapping(SettlementLine::kind, Collectors.toList())));
        assertThat(kinds).containsEntry(2L, List.of(LineKind.TAX, LineKind.PAYOUT));
        assertThat(lines(versions.get(0)))
                .hasSize((int) versions.get(0).lines())
                .hasSize(payout.events().size());
    }

    @Test
    void lines_that_stripe_has_not_paid_out_are_dropped_and_come_with_their_payout() throws Exception {
        PspBatch whole = new PspMonth(4, PspHabits.STRIPE, 200).batch("stripe", 1, 6);
        PspBatch unpaid = new PspBatch(
                "stripe",
                "1",
                "GBP",
                whole.events().stream()
                        .filter(event -> event.what() != What.PAYOUT)
                        .toList());
        take("stripe-1.csv", StripeFile.of(List.of(unpaid)));
        assertThat(world.store.database().count("settlement_batch")).isZero();
        assertThat(world.store.database().count("settlement_line")).isZero();
        assertThat(world.findings.events()).isEmpty();
        assertThat(names("done")).containsExactly("stripe-1.csv");
        take("stripe-2.csv", StripeFile.of(List.of(whole)));
        SettlementKey key = new SettlementKey("stripe", "stripe", "po_1", Currency.getInstance("GBP"));
        assertThat(world.batches.versions(key)).singleElement().satisfies(batch -> {
            assertThat(batch.state()).isEqualTo(BatchState.PROVEN);
            assertThat(batch.lines()).isEqualTo(whole.events().size());
        });
    }

    /** By a rate that is larger than the store takes. */
    @Test
    void a_file_that_fails_in_a_way_that_nobody_foresaw_holds_up_no_other_and_is_tried_again() throws Exception {
        put("a.csv", text(new PspMonth(2).batch(ACCOUNT, 381, 3)).replaceFirst(",1,GBP,", ",1234567890123,GBP,"));
        put("b.csv", text(adyen(1)));
        run();
        assertThat(states()).containsExactly(BatchState.PROVEN);
        assertThat(names("")).containsExactly("a.csv");
        assertThat(counted()).isEqualTo(Map.of("files failed", 1L, "files taken", 1L));
        assertThat(world.store.database().count("settlement_batch")).isOne();
        run();
        assertThat(counted()).isEqualTo(Map.of("files failed", 1L));
    }

    @Test
    void more_lines_than_are_written_at_once_are_all_written_once() throws Exception {
        PspBatch large = new PspMonth(5).batch(ACCOUNT, 380, 5_200);
        take("report.csv", text(large));
        assertThat(states()).containsExactly(BatchState.PROVEN);
        assertThat(world.lines.page(versions().get(0), 0, MOST))
                .extracting(SettlementLines.Stored::place)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, large.events().size()).boxed().toList());
        assertThat(lines(versions().get(0))).isEqualTo(read(text(large)).lines());
    }

    private Path profile(String name, String text) throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        world.with("settlements.profiles", profiles.toString());
        return Files.writeString(profiles.resolve(name), text);
    }

    private List<BatchState> harbourPay() {
        return world
                .batches
                .versions(new SettlementKey("harbour-pay", "Shop", "7", Currency.getInstance("GBP")))
                .stream()
                .map(SettlementBatch::state)
                .toList();
    }

    @Test
    void a_profile_with_faults_is_told_with_all_of_them_and_holds_up_no_other_provider() throws Exception {
        profile("bad.properties", "psp = ?\nseparator = dot\n");
        profile("harbour-pay.properties", HARBOUR_PAY);
        put("report.csv", text(adyen(1)));
        put("harbour.csv", HARBOUR_FILE);
        run();
        assertThat(states()).containsExactly(BatchState.PROVEN);
        assertThat(harbourPay()).containsExactly(BatchState.PROVEN);
        assertThat(counted()).isEqualTo(Map.of("files taken", 2L));
        assertThat(world.found(Kind.SETTLEMENT_FILE)).singleElement().satisfies(told -> {
            assertThat(told.subject()).isEqualTo("profile/bad.properties");
            assertThat(told.reasons().get(0).code()).isEqualTo("BAD_PROFILE");
            assertThat(told.reasons().get(0).what())
                    .startsWith("The profile bad.properties cannot be used: line 1, psp = \"?\": is not known")
                    .contains("line 2, separator = \"dot\"");
            assertThat(told.reasons().get(0).remedy()).contains("a real file of yours");
        });
        assertThat(world.only.events())
                .containsExactly(
                        new SettlementFinding.Only(Kind.SETTLEMENT_FILE, "profile/", Set.of("profile/bad.properties")));
    }

    @Test
    void a_file_that_nobody_reads_waits_while_it_may_be_of_a_profile_with_a_fault() throws Exception {
        Path bad = profile("harbour-pay.properties", HARBOUR_PAY.replace("control = zero", "control = ?"));
        put("harbour.csv", HARBOUR_FILE);
        put("empty.csv", "");
        run();
        assertThat(counted()).isEqualTo(Map.of("files waiting for a profile", 1L, "files held", 1L));
        assertThat(names("")).containsExactly("harbour.csv");
        assertThat(names("held")).containsExactly("empty.csv");
        Files.writeString(bad, HARBOUR_PAY);
        run();
        assertThat(harbourPay()).containsExactly(BatchState.PROVEN);
        assertThat(world.only.events())
                .endsWith(new SettlementFinding.Only(Kind.SETTLEMENT_FILE, "profile/", Set.of()));
    }

    @Test
    void a_file_that_nobody_reads_is_held_once_the_profile_with_a_fault_is_gone() throws Exception {
        Path bad = profile("harbour-pay.properties", "psp = ?\n");
        take("harbour.csv", HARBOUR_FILE);
        assertThat(names("")).containsExactly("harbour.csv");
        Files.delete(bad);
        run();
        assertThat(names("held")).containsExactly("harbour.csv");
    }

    @Test
    void a_profile_that_is_no_text_is_told_as_one_with_a_fault() throws Exception {
        Files.write(profile("bad.properties", ""), new byte[] {'p', 's', 'p', '=', (byte) 0xE5, '\n'});
        take("report.csv", text(adyen(1)));
        assertThat(states()).containsExactly(BatchState.PROVEN);
        assertThat(world.found(Kind.SETTLEMENT_FILE))
                .singleElement()
                .satisfies(told -> assertThat(told.reasons().get(0).what())
                        .isEqualTo("The profile bad.properties cannot be used: it is no text in UTF-8"));
    }

    @Test
    void a_file_of_another_provider_is_read_by_its_profile() throws Exception {
        profile("harbour-pay.properties", HARBOUR_PAY);
        take("harbour.csv", HARBOUR_FILE);
        assertThat(harbourPay()).containsExactly(BatchState.PROVEN);
    }

    @Test
    void a_workbook_is_known_by_its_header_whatever_it_is_called() throws Exception {
        put("november.xlsx", AdyenWorkbook.of(List.of(adyen(1))));
        run();
        assertThat(states()).containsExactly(BatchState.PROVEN);
    }

    @Test
    void a_run_that_is_stopped_leaves_the_files_where_they_are() throws Exception {
        put("report.csv", text(adyen(1)));
        TakeFiles step = IntakeBeans.step(world);
        step.stop();
        assertThat(step.process()).isEqualTo("STOPPED");
        assertThat(names("")).containsExactly("report.csv");
    }

    @Test
    void each_file_is_in_the_audit_trail() throws Exception {
        take("bad.csv", "nothing");
        take("good.csv", text(adyen(1)));
        assertThat(Stream.of("bad.csv", "good.csv")
                        .flatMap(name -> world.store.audit().of(name).stream())
                        .map(entry -> entry.actor() + " " + entry.action()))
                .containsExactly("settlement-post FILE_HELD", "settlement-post FILE_TAKEN");
    }

    @Test
    void a_damaged_copy_is_told_no_more_once_the_whole_file_comes_again() throws Exception {
        String whole = text(adyen(1));
        take("a.csv", whole);
        take("damaged.csv", whole.substring(0, whole.lastIndexOf('\n', whole.length() - 2) + 1));
        assertThat(states()).containsExactly(BatchState.STOPPED, BatchState.PROVEN);
        take("again.csv", whole);
        assertThat(states()).containsExactly(BatchState.SUPERSEDED, BatchState.PROVEN);
        assertThat(world.isOver(
                        SettlementFinding.Kind.SETTLEMENT_NOT_PROVEN, key("380").name()))
                .isTrue();
    }

    @Test
    void a_file_that_cannot_be_written_down_holds_up_no_other_and_is_told() throws Exception {
        put("a.csv", text(new PspBatch("H".repeat(41), "380", "GBP", adyen(1).events())));
        put("b.csv", text(adyen(2)));
        world.store
                .database()
                .execute("ALTER TABLE settlement_batch ADD CONSTRAINT brief CHECK (LENGTH(merchant_account) < 40)");
        try {
            run();
        } finally {
            world.store.database().execute("ALTER TABLE settlement_batch DROP CONSTRAINT brief");
        }
        assertThat(counted()).containsEntry("files failed", 1L).containsEntry("files taken", 1L);
        assertThat(names("")).containsExactly("a.csv");
        assertThat(world.found(SettlementFinding.Kind.SETTLEMENT_FILE))
                .singleElement()
                .satisfies(told -> assertThat(told.reasons().get(0).code()).isEqualTo("FILE_FAILED"));
    }
}
