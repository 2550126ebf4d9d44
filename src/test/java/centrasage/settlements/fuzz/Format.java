package centrasage.settlements.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import centrasage.settlements.adyen.AdyenReader;
import centrasage.settlements.klarna.KlarnaJsonReader;
import centrasage.settlements.klarna.KlarnaReader;
import centrasage.settlements.klarna.KlarnaSettings;
import centrasage.settlements.paypal.PaypalReader;
import centrasage.settlements.profile.BadProfile;
import centrasage.settlements.profile.Profile;
import centrasage.settlements.profile.ProfileReader;
import centrasage.settlements.read.Reading;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.stripe.StripeProfile;
import centrasage.settlements.stripe.StripeReader;
import centrasage.simulator.psp.AdyenFile;
import centrasage.simulator.psp.AdyenWorkbook;
import centrasage.simulator.psp.KlarnaFile;
import centrasage.simulator.psp.KlarnaJsonFile;
import centrasage.simulator.psp.PaypalFile;
import centrasage.simulator.psp.PlainFile;
import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspHabits;
import centrasage.simulator.psp.PspMonth;
import centrasage.simulator.psp.StripeFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One kind of file: who writes it, who reads it, and how it is damaged.
 *
 * @param file the name of such a file
 * @param batches some of the month for one file
 * @param damage of a file with these batches
 */
public record Format(
        String name,
        String file,
        SettlementReader reader,
        PspHabits habits,
        BiFunction<PspMonth, Integer, List<PspBatch>> batches,
        Function<List<PspBatch>, byte[]> write,
        BiFunction<Random, List<PspBatch>, Damage> damage) {

    private static final String ACCOUNT = "HarbourGB";
    private static final int DISPUTED_IN = 10;

    private static final String PROFILE = """
        psp = harbour-pay
        separator = semicolon
        amounts = comma
        dates = dd/MM/yyyy
        sign = signed
        control = zero
        column.account = Shop
        column.batch = Payout No
        column.currency = Currency
        column.type = What
        column.net = Net
        column.gross = Gross
        column.gross-currency = Paid in
        column.rate = Rate
        column.date = Day
        column.payment = Payment
        column.modification = Capture
        column.merchant = Our reference
        column.text = Note
        fees = kept-is-positive
        fee.Commission = commission
        fee.Other fees = other
        type.Sale = sale
        type.Sent back = refund -
        type.Disputed = chargeback -
        type.Dispute won = chargeback-reversal
        type.Monthly price = fee
        type.Invoice = invoice-deduction
        type.Deposit = reserve
        type.Balance = balance-carry
        type.To bank = payout
        """;

    /** All kinds of files that a provider writes. */
    public static Stream<Format> all() {
        return Stream.of(adyen(), workbook(), paypal(','), paypal('\t'), stripe(), klarna(), json(), profile());
    }

    static Format adyen() {
        return new Format(
                "Adyen, CSV",
                "settlement_detail_report_batch_7.csv",
                new AdyenReader(Map.of()),
                PspHabits.ADYEN,
                Format::two,
                batches -> AdyenFile.of(batches).getBytes(UTF_8),
                (random, batches) -> new TextDamage(random, ',', Set.of(7), false));
    }

    static Format workbook() {
        return new Format(
                "Adyen, Excel",
                "settlement_detail_report_batch_7.xlsx",
                new AdyenReader(Map.of()),
                PspHabits.ADYEN,
                Format::two,
                AdyenWorkbook::of,
                WorkbookDamage::new);
    }

    static Format paypal(char separator) {
        boolean hasTabs = separator == '\t';
        return new Format(
                hasTabs ? "PayPal, tabs" : "PayPal, commas",
                hasTabs ? "STL-20261108.01.009.txt" : "STL-20261108.01.009.csv",
                new PaypalReader(Map.of()),
                PspHabits.PAYPAL,
                Format::wallet,
                batches -> PaypalFile.of(batches, separator).getBytes(UTF_8),
                (random, batches) -> new TextDamage(random, separator, Set.of(5), true));
    }

    public static Format stripe() {
        return new Format(
                "Stripe",
                "payouts.csv",
                new StripeReader(StripeProfile.PLAIN),
                PspHabits.STRIPE,
                Format::two,
                batches -> StripeFile.of(batches).getBytes(UTF_8),
                (random, batches) -> new TextDamage(random, ',', Set.of(11), false));
    }

    static Format klarna() {
        return new Format(
                "Klarna, CSV",
                "settlement.csv",
                new KlarnaReader(KlarnaSettings.DEFAULT),
                PspHabits.KLARNA,
                (month, size) -> List.of(first(month, size)),
                batches -> KlarnaFile.of(batches.get(0)).getBytes(UTF_8),
                (random, batches) -> new TextDamage(random, ';', Set.of(0), false));
    }

    static Format json() {
        return new Format(
                "Klarna, JSON",
                "settlement.json",
                new KlarnaJsonReader(KlarnaSettings.DEFAULT),
                PspHabits.KLARNA,
                Format::two,
                batches -> KlarnaJsonFile.of(batches).getBytes(UTF_8),
                (random, batches) -> new JsonDamage(random));
    }

    public static Format profile() {
        return new Format(
                "a profile",
                "harbour-pay.csv",
                new ProfileReader(profile(PROFILE)),
                PspHabits.ADYEN,
                Format::two,
                batches -> PlainFile.of(batches).getBytes(UTF_8),
                (random, batches) -> new TextDamage(random, ';', Set.of(3), false));
    }

    private static Profile profile(String text) {
        try {
            return Profile.of(Reading.file("harbour-pay.properties", text));
        } catch (IOException | BadProfile e) {
            throw new IllegalStateException(e);
        }
    }

    private static PspBatch first(PspMonth month, int size) {
        return size % 5 == 0 ? month.poorBatch(ACCOUNT, 7, size) : month.batch(ACCOUNT, 7, size);
    }

    private static List<PspBatch> two(PspMonth month, int size) {
        return List.of(first(month, size), month.batch(ACCOUNT, 8, 3));
    }

    private static List<PspBatch> wallet(PspMonth month, int size) {
        List<PspBatch> batches = new ArrayList<>();
        if (size % 5 == 0) {
            batches.add(month.poorBatch(ACCOUNT, 7, size));
        } else {
            batches.addAll(month.wallet(ACCOUNT, 7, size));
        }
        batches.add(month.batch(ACCOUNT, 8, 3));
        return batches;
    }

    /** @param size of the first of them, in payments */
    public List<PspBatch> batches(long seed, int size) {
        return batches.apply(new PspMonth(seed, habits, DISPUTED_IN), size);
    }

    public byte[] written(List<PspBatch> batches) {
        return write.apply(batches);
    }

    public Source source(byte[] bytes) {
        return Reading.file(file, bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
