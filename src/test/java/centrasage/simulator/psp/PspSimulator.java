package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.Names;
import centrasage.simulator.psp.PspEvent.What;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The payment providers of a shop: they settle what the Centra simulator took and gave back through its gateways, each in files of its own
 * format. Adyen pays what was paid in crowns out in pounds; the others pay each currency out by itself.
 */
public final class PspSimulator {
    /** Under which name the shop is known to each provider. */
    public static final Map<String, String> ACCOUNTS =
            Map.of("adyen", "HarbourOnline", "klarna", "K123456", "paypal", "HARBOURPAYPAL", "stripe", "stripe");

    private static final Map<String, PspHabits> HABITS = Map.of(
            "adyen", PspHabits.ADYEN,
            "klarna", PspHabits.KLARNA,
            "paypal", PspHabits.PAYPAL,
            "stripe", PspHabits.STRIPE);

    private static final BigDecimal CROWN_IN_POUNDS = new BigDecimal("0.0741");
    private static final String CROWNS = "SEK";
    private static final String POUNDS = "GBP";

    private final Random random;
    private final Map<String, PspPayments> payments = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Map<String, Long> owed = new HashMap<>();
    private final long disputedIn;
    private int runs;

    /** @param disputedIn to how many payments there is one that is disputed; 0 for none */
    public PspSimulator(long seed, int disputedIn) {
        this.random = new Random(seed);
        this.disputedIn = disputedIn;
        HABITS.forEach((psp, habits) -> payments.put(psp, new PspPayments(random, habits, 1)));
    }

    /** @param entry of Centra's payment history */
    private record Taken(String order, String reference, String currency, long minor, LocalDateTime at) {
        static Taken of(JsonNode entry) {
            long minor = Math.abs(entry.get("minor").asLong());
            return new Taken(
                    entry.get("order").asText(),
                    entry.get("reference").asText(),
                    entry.get("currency").asText(),
                    entry.get("type").asText().equals("REFUND") ? -minor : minor,
                    LocalDateTime.ofInstant(Instant.parse(entry.get("createdAt").asText()), ZoneOffset.UTC)
                            .withNano(0));
        }
    }

    /**
     * Settles what was taken and given back since the last time.
     *
     * @param entries of all payment histories, as the Centra simulator's control tells them
     * @param inbox where the files go, each whole at once
     * @return the batches by provider, as they are
     */
    public Map<String, List<PspBatch>> settle(JsonNode entries, Path inbox) throws IOException {
        runs++;
        Map<String, Map<String, List<Taken>>> byProvider = new TreeMap<>();
        for (JsonNode entry : entries) {
            String type = entry.get("type").asText();
            boolean counts = (type.equals("CAPTURE") || type.equals("REFUND"))
                    && entry.get("status").asText().equals("SUCCESS")
                    && HABITS.containsKey(entry.get("gateway").asText());
            if (counts
                    && settled.add(
                            entry.get("order").asText() + "/" + entry.get("id").asText())) {
                Taken taken = Taken.of(entry);
                byProvider
                        .computeIfAbsent(entry.get("gateway").asText(), psp -> new TreeMap<>())
                        .computeIfAbsent(
                                paidOutIn(entry.get("gateway").asText(), taken.currency()), c -> new ArrayList<>())
                        .add(taken);
            }
        }
        Map<String, List<PspBatch>> batches = new TreeMap<>();
        byProvider.forEach((psp, currencies) -> currencies.forEach((currency, taken) ->
                batches.computeIfAbsent(psp, key -> new ArrayList<>()).add(batch(psp, currency, taken))));
        for (Map.Entry<String, List<PspBatch>> each : batches.entrySet()) {
            write(each.getKey(), each.getValue(), inbox);
        }
        return batches;
    }

    private static String paidOutIn(String psp, String currency) {
        return psp.equals("adyen") && currency.equals(CROWNS) ? POUNDS : currency;
    }

    private PspBatch batch(String psp, String currency, List<Taken> taken) {
        PspHabits habits = known(HABITS, psp);
        PspPayments maker = known(payments, psp);
        List<PspEvent> events = new ArrayList<>();
        LocalDateTime end =
                taken.stream().map(this::bookedAt).max(LocalDateTime::compareTo).orElseThrow();
        String account = known(ACCOUNTS, psp);
        long carried = owed.getOrDefault(account + currency, 0L);
        if (carried > 0) {
            events.add(other(What.CARRY, end, "Balancetransfer from batch " + (runs - 1), currency, -carried));
        }
        for (Taken each : taken) {
            add(psp, maker, events, each, currency);
        }
        others(habits, events, end, currency, taken.size());
        PspBatch open = new PspBatch(account, Integer.toString(runs), currency, events);
        long earned = open.earnedMinor();
        boolean isCarried = habits.carries() && earned <= 0;
        owed.put(account + currency, isCarried ? -earned : 0);
        String words = isCarried
                ? "Balancetransfer to batch " + (runs + 1)
                : "TX" + (100_000_000L + random.nextInt(900_000_000)) + "XT batch " + runs + ", " + account;
        events.add(other(isCarried ? What.CARRY : What.PAYOUT, end, words, currency, -earned));
        return new PspBatch(account, open.number(), currency, events);
    }

    private static <T> T known(Map<String, T> map, String psp) {
        T found = map.get(psp);
        if (found == null) {
            throw new IllegalArgumentException("no provider is called " + psp);
        }
        return found;
    }

    private void add(String psp, PspPayments maker, List<PspEvent> events, Taken taken, String currency) {
        String payment = psp.equals("stripe") ? taken.reference().replaceFirst("^pi_", "") : taken.reference();
        Names names = new Names(payment, maker.reference(), taken.order());
        BigDecimal rate = taken.currency().equals(currency) ? BigDecimal.ONE : CROWN_IN_POUNDS;
        PspPayments.Paid paid = new PspPayments.Paid(taken.currency(), taken.minor(), rate);
        LocalDateTime at = bookedAt(taken);
        maker.add(events, taken.minor() < 0 ? What.REFUND : What.CAPTURE, at, names, paid, currency);
        if (taken.minor() > 0 && disputedIn > 0 && random.nextInt((int) disputedIn) == 0) {
            PspPayments.Paid back = new PspPayments.Paid(taken.currency(), -taken.minor(), rate);
            Names dispute = new Names(payment, maker.reference(), taken.order());
            maker.add(events, What.CHARGEBACK, at, dispute, back, currency);
        }
    }

    /** Each time is a day of its own, as PayPal's batches are called by theirs, though the shop sold all of it on one. */
    private LocalDateTime bookedAt(Taken taken) {
        return taken.at().plusDays(runs - 1L);
    }

    private void others(PspHabits habits, List<PspEvent> events, LocalDateTime end, String currency, int size) {
        if (habits.others().contains(What.COSTS)) {
            events.add(other(What.COSTS, end, "Transaction Fees", currency, -size * 11L));
        }
        if (habits.others().contains(What.INVOICE)) {
            events.add(other(What.INVOICE, end, "Invoice 2026110005" + runs, currency, -Math.min(2_500, size * 23L)));
        }
        if (habits.others().contains(What.TAX)) {
            long kept = -events.stream()
                    .filter(event -> event.what() == What.FEE)
                    .mapToLong(PspEvent::netMinor)
                    .sum();
            if (kept > 4) {
                events.add(other(What.TAX, end, "VAT", currency, -kept / 5));
            }
        }
        if (habits.others().contains(What.RESERVE)) {
            events.add(other(What.RESERVE, end, "DepositCorrection", currency, -Math.min(1_900, size * 19L)));
        }
    }

    private static PspEvent other(What what, LocalDateTime at, String words, String currency, long netMinor) {
        return new PspEvent(
                what, at, new Names("", words, ""), currency, 0, BigDecimal.ONE, PspEvent.Fees.NONE, netMinor);
    }

    private void write(String psp, List<PspBatch> batches, Path inbox) throws IOException {
        switch (psp) {
            case "adyen" -> put(inbox, "settlement_detail_report_batch_" + runs + ".csv", AdyenFile.of(batches));
            case "paypal" -> put(inbox, "STL-20261130.01." + runs + ".CSV", PaypalFile.of(batches));
            case "stripe" -> {
                for (PspBatch batch : batches) {
                    PspBatch named = new PspBatch(
                            batch.account(), batch.number() + batch.currency(), batch.currency(), batch.events());
                    put(inbox, "payout_reconciliation_" + named.number() + ".csv", StripeFile.of(List.of(named)));
                }
            }
            default -> {
                for (PspBatch batch : batches) {
                    PspBatch named = new PspBatch(
                            batch.account(), batch.number() + batch.currency(), batch.currency(), batch.events());
                    put(inbox, "klarna_" + named.account() + "_XISA" + named.number() + ".csv", KlarnaFile.of(named));
                }
            }
        }
    }

    /** Nobody sees half a file. */
    private static void put(Path inbox, String name, String text) throws IOException {
        Files.createDirectories(inbox);
        Path writing = inbox.resolve(name + ".writing");
        Files.write(writing, text.getBytes(StandardCharsets.UTF_8));
        Files.move(writing, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
