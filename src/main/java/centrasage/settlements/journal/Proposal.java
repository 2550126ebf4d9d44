package centrasage.settlements.journal;

import centrasage.sage200.ledger.NominalAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal as a person asks for it: nothing of it is known to be right. */
public record Proposal(String company, LocalDate date, String about, String narrative, List<Line> lines) {
    public Proposal {
        lines = List.copyOf(lines);
    }

    /**
     * A line of it.
     *
     * @param debit null where it is a credit
     * @param credit null where it is a debit
     * @param narrative empty for that of the journal
     */
    public record Line(
            NominalAccount account,
            @Nullable BigDecimal debit,
            @Nullable BigDecimal credit,
            String narrative) {}

    /**
     * What is wrong with one of its members.
     *
     * @param field as {@code lines[0].debit}
     * @param value what was given for it
     */
    public record Fault(String field, String value, String what, String remedy) {}
}
