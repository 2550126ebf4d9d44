package centrasage.settlements.klarna;

import centrasage.money.Money;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines that no transaction is, but a total: of the day of the payout, and with the number of the totals' own line. */
final class KlarnaTotalLines {
    private final KlarnaPayout payout;
    private final @Nullable LocalDate day;
    private final Consumer<SettlementLine> lines;

    /** @param day of the payout */
    KlarnaTotalLines(KlarnaPayout payout, @Nullable LocalDate day, Consumer<SettlementLine> lines) {
        this.payout = payout;
        this.day = day;
        this.lines = lines;
    }

    /** @param net nothing is no line */
    void add(Tally tally, LineKind kind, String total, BigDecimal net) {
        if (net.signum() == 0) {
            return;
        }
        Money zero = Money.zero(payout.key().currency());
        SettlementLine line = new SettlementLine(
                payout.key(),
                payout.line(),
                payout.nameOf(total),
                kind,
                day,
                zero,
                BigDecimal.ONE,
                new Money(net, zero.currency()),
                List.of(),
                References.NONE,
                payout.key().batch());
        tally.add(line);
        lines.accept(line);
    }
}
