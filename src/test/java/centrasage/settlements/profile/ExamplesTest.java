package centrasage.settlements.profile;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.Reading;
import centrasage.settlements.read.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples, completed as somebody may complete them: what the answers are is made up, and so are the files. */
class ExamplesTest {
    private static final Map<String, String> QLIRO_OR_NETS = Map.ofEntries(
            Map.entry("separator", "semicolon"),
            Map.entry("encoding", "windows-1252"),
            Map.entry("amounts", "comma"),
            Map.entry("dates", "yyyy-MM-dd"),
            Map.entry("sign", "signed"),
            Map.entry("control", "payout"),
            Map.entry("account", ""),
            Map.entry("column.account", "Butik"),
            Map.entry("column.batch", "Utbetalning"),
            Map.entry("column.currency", "Valuta"),
            Map.entry("column.type", "Typ"),
            Map.entry("column.net", "Belopp"),
            Map.entry("column.date", "Datum"),
            Map.entry("type.PAYMENT", "sale +"),
            Map.entry("type.REFUND", "refund -"),
            Map.entry("type.PAYOUT", "payout -"));

    private final List<SettlementLine> lines = new ArrayList<>();

    private Batch read(String example, Map<String, String> answers, Source file) throws Exception {
        String profile = Profiles.with(Profiles.example(example).replace("WORD FOR A ", ""), answers);
        List<Batch> batches = new ProfileReader(Profiles.of(profile)).read(file, lines::add);
        assertThat(batches).hasSize(1);
        return batches.get(0);
    }

    @Test
    void checkout_com() throws Exception {
        Map<String, String> answers = Map.of(
                "separator", "comma",
                "control", "none",
                "account", "Harbour & Line",
                "fees", "kept-is-negative",
                "type.PAYMENT", "sale +",
                "type.REFUND", "refund -",
                "type.CHARGEBACK", "chargeback -");
        String file = """
            Type,Payment ID,Reference,Processed On,Available On,Holding Currency,Payout ID,Gross In Holding Currency,\
            Deduction In Holding Currency,Net In Holding Currency,Processing Fee In Holding Currency,Scheme Fee In Holding Currency,\
            Interchange In Holding Currency,Tax In Holding Currency,Reserve In Holding Currency,Processing Currency,\
            Gross In Processing Currency,FX Rate Applied,Payment Method
            Payment,pay_1,HL-10234,2026-11-10T09:12:00,2026-11-12T00:00:00,GBP,PO1,120.00,-1.50,118.50,-0.70,-0.20,-0.48,-0.12,0,GBP,120.00,,VISA
            Payment,pay_2,HL-10235,2026-11-10T10:12:00,2026-11-12T00:00:00,GBP,PO1,85.00,-1.00,84.00,-0.60,-0.20,-0.20,0,0,EUR,100.00,0.85,MC
            Refund,pay_1,HL-10234,2026-11-11T09:12:00,2026-11-12T00:00:00,GBP,PO1,-20.00,0,-20.00,0,0,0,0,0,GBP,-20.00,1,VISA
            Void,pay_3,HL-10236,2026-11-11T09:13:00,2026-11-12T00:00:00,GBP,PO1,0,-0.05,-0.05,-0.05,0,0,0,0,GBP,0,,VISA
            Merchant Payout,,,2026-11-12T09:13:00,2026-11-12T00:00:00,GBP,PO1,0,-2,-2,-2,0,0,0,0,GBP,0,,
            """;

        Batch batch = read("checkout-com.properties", answers, Reading.file("b.csv", file));

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.key()).hasToString("checkout-com Harbour & Line batch PO1 GBP");
        assertThat(batch.sum()).isEqualTo(Money.of("180.45", "GBP"));
        assertThat(batch.net(LineKind.FEE)).isEqualTo(Money.of("-2.05", "GBP"));
        assertThat(lines.get(0).fees())
                .containsExactlyInAnyOrder(
                        new Fee(FeeKind.MARKUP, Money.of("0.70", "GBP")),
                        new Fee(FeeKind.SCHEME, Money.of("0.20", "GBP")),
                        new Fee(FeeKind.INTERCHANGE, Money.of("0.48", "GBP")),
                        new Fee(FeeKind.TAX, Money.of("0.12", "GBP")));
        assertThat(lines.get(1).gross()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(batch.warnings()).as("of the missing control only").hasSize(1);
        assertThat(batch.warnings().get(0).line()).isZero();
    }

    @Test
    void nets() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>(QLIRO_OR_NETS);
        answers.put("column.merchant", "Order ID");
        String file = """
            Butik;Utbetalning;Valuta;Typ;Belopp;Datum;Order ID
            HL-SE;U-1;SEK;Payment;1250,00;2026-11-10;10234
            HL-SE;U-1;SEK;PAYMENT FEE;-18,75;2026-11-10;10234
            HL-SE;U-1;SEK;Refund;-250,00;2026-11-11;10235
            HL-SE;U-1;SEK;Payout;-981,25;2026-11-12;
            """;

        Batch batch = read("nets.properties", answers, Reading.file("PayoutDetails.csv", file));

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.key()).hasToString("nets HL-SE batch U-1 SEK");
        assertThat(batch.paidOut()).isEqualTo(Money.of("981.25", "SEK"));
        assertThat(batch.net(LineKind.FEE)).isEqualTo(Money.of("-18.75", "SEK"));
        assertThat(lines.get(0).references().merchant()).isEqualTo("10234");
    }

    @Test
    void qliro() throws Exception {
        Map<String, String> answers = new LinkedHashMap<>(QLIRO_OR_NETS);
        answers.put("column.payment", "Reservation");
        answers.put("column.merchant", "Order");
        answers.put("type.FEE", "fee -");
        String file = """
            Butik;Utbetalning;Valuta;Typ;Belopp;Datum;Reservation;Order
            HL-SE;U-2;SEK;Payment;1250,00;2026-11-10;q-1;10234
            HL-SE;U-2;SEK;Fee;-18,75;2026-11-10;q-1;10234
            HL-SE;U-2;SEK;Payout;-1231,25;2026-11-12;;
            """;

        Batch batch = read("qliro.properties", answers, Reading.file("qliro.csv", file));

        assertThat(batch.faults()).isEmpty();
        assertThat(batch.paidOut()).isEqualTo(Money.of("1231.25", "SEK"));
        assertThat(lines.get(1).references().payment()).isEqualTo("q-1");
        assertThat(read("qliro.properties", answers, Reading.file("qliro.csv", file.replace("-18,75", "-18,70")))
                        .isProven())
                .isFalse();
    }
}
