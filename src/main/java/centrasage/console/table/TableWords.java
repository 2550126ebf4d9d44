package centrasage.console.table;

import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What a cell of plain words says. */
@Named
@ApplicationScoped
public class TableWords {
    private Amounts amounts;
    private Moments moments;

    @SuppressWarnings("NullAway.Init")
    TableWords() {}

    @Inject
    TableWords(Amounts amounts, Moments moments) {
        this.amounts = amounts;
        this.moments = moments;
    }

    public String of(Cell cell) {
        Object value = cell.value();
        if (value instanceof Instant moment) {
            return moments.age(moment);
        }
        if (value instanceof LocalDate day) {
            return moments.day(day);
        }
        if (value instanceof BigDecimal figure) {
            return amounts.quantity(figure);
        }
        if (value instanceof Number number) {
            return amounts.count(number.longValue());
        }
        return value == null ? "" : value.toString();
    }
}
