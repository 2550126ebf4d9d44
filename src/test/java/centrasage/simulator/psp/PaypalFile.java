package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.What;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * PayPal's Settlement Report of one day's file, version 9, with commas or tabs. Batches of one account and number are one section, a balance
 * for each currency; what such a batch carries is no row, but what its balance ends with.
 */
public final class PaypalFile {
    private static final List<String> COLUMNS = List.of(
            "Transaction ID",
            "Invoice ID",
            "PayPal Reference ID",
            "PayPal Reference ID Type",
            "Transaction Event Code",
            "Transaction Initiation Date",
            "Transaction Completion Date",
            "Transaction Debit or Credit",
            "Gross Transaction Amount",
            "Gross Transaction Currency",
            "Fee Debit or Credit",
            "Fee Amount",
            "Fee Currency",
            "Custom Field",
            "Consumer ID",
            "Payment Tracking ID",
            "Store ID",
            "Bank Reference ID",
            "Credit Transactional Fee",
            "Credit Promotional Fee",
            "Credit Term");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss +0000", Locale.ROOT);

    private final String separator;
    private final StringBuilder text = new StringBuilder();

    private PaypalFile(char separator) {
        this.separator = String.valueOf(separator);
    }

    public static String of(List<PspBatch> batches) {
        return of(batches, ',');
    }

    public static String of(List<PspBatch> batches, char separator) {
        Map<String, List<PspBatch>> sections = new LinkedHashMap<>();
        for (PspBatch batch : batches) {
            sections.computeIfAbsent(batch.account() + " " + batch.number(), key -> new ArrayList<>())
                    .add(batch);
        }
        return new PaypalFile(separator).written(List.copyOf(sections.values()));
    }

    private String written(List<List<PspBatch>> sections) {
        PspBatch first = sections.get(0).get(0);
        add("RH", time(first.day().plusDays(1)), "X", first.account(), "009");
        add("FH", "01");
        PaypalTotals all = new PaypalTotals();
        sections.forEach(section -> all.add(section(section)));
        all.rows("RF").forEach(this::add);
        add("RC", Long.toString(all.count()));
        add("FF", Long.toString(all.count()));
        return text.toString();
    }

    private PaypalTotals section(List<PspBatch> balances) {
        PspBatch first = balances.get(0);
        add(
                "SH",
                time(first.day()),
                first.day().format(DateTimeFormatter.ofPattern("yyyy/MM/dd")) + " 23:59:59 +0000",
                first.account(),
                "");
        List<String> columns = new ArrayList<>(List.of("CH"));
        columns.addAll(COLUMNS);
        add(columns);
        PaypalTotals totals = new PaypalTotals();
        for (PspBatch balance : balances) {
            totals.begin(balance);
            for (PspEvent event : balance.events()) {
                if (event.what() != What.CARRY) {
                    totals.add(balance.currency(), event);
                    add(row(balance, event));
                }
            }
        }
        totals.rows("SF").forEach(this::add);
        add("SC", Long.toString(totals.count()));
        return totals;
    }

    private static String time(LocalDate day) {
        return TIME.format(day.atStartOfDay());
    }

    private static List<String> row(PspBatch balance, PspEvent event) {
        long fee = event.fees().sum();
        long gross = event.netMinor() + fee;
        boolean hasFee = fee != 0;
        String reference = event.what() == What.CAPTURE ? "" : event.names().payment();
        String at = TIME.format(event.at());
        List<String> row =
                new ArrayList<>(List.of("SB", transaction(event), event.names().order(), reference));
        row.addAll(List.of(reference.isEmpty() ? "" : "TXN", code(event), at, at));
        row.addAll(List.of(side(gross), Long.toString(Math.abs(gross)), balance.currency()));
        row.addAll(List.of(hasFee ? side(-fee) : "", hasFee ? Long.toString(Math.abs(fee)) : ""));
        row.add(hasFee ? balance.currency() : "");
        row.addAll(List.of(event.what().isOfPayment() ? "Harbour & Line, online" : "", "", "", ""));
        row.addAll(List.of(event.what() == What.PAYOUT ? "10474285" + balance.number() : "", "", "", ""));
        return row;
    }

    private static String transaction(PspEvent event) {
        return switch (event.what()) {
            case CAPTURE -> event.names().payment();
            case REFUND, CHARGEBACK, CHARGEBACK_WON, CONVERSION -> event.names().modification();
            case FEE -> "F" + event.names().modification();
            default -> event.what().name().charAt(0) + "HARBOUR" + event.at().getDayOfMonth();
        };
    }

    private static String code(PspEvent event) {
        boolean isKept = event.netMinor() < 0;
        return switch (event.what()) {
            case CAPTURE -> "T0006";
            case REFUND -> "T1107";
            case CHARGEBACK -> "T1201";
            case CHARGEBACK_WON -> "T1202";
            case FEE -> isKept ? "T0106" : "T1108";
            case COSTS -> "T0107";
            case RESERVE -> isKept ? "T1110" : "T1111";
            case CONVERSION -> "T0200";
            case PAYOUT -> event.netMinor() <= 0 ? "T0400" : "T0300";
            case TAX, INVOICE, CARRY -> throw new IllegalArgumentException("no row of PayPal's is a " + event.what());
        };
    }

    static String side(long minor) {
        return minor < 0 ? "DR" : "CR";
    }

    private void add(String... cells) {
        add(List.of(cells));
    }

    /** Texts have quotes, and numbers have none. */
    private void add(List<String> cells) {
        List<String> written = cells.stream()
                .map(cell -> cell.isEmpty() || cell.chars().allMatch(Character::isDigit) ? cell : '"' + cell + '"')
                .toList();
        text.append(String.join(separator, written)).append('\n');
    }
}
