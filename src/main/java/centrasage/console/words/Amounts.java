package centrasage.console.words;

import centrasage.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Amounts and counts as finance people read them: grouped, in the currency's decimals, with a true minus. */
@Named
@ApplicationScoped
public class Amounts {
    private static final char MINUS = '\u2212';
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** The figure without its currency: {@code 48,210.40}, {@code −4.20}. */
    public String figure(Money money) {
        return write(money.amount(), money.currency().getDefaultFractionDigits());
    }

    /** An amount whose currency stands elsewhere, with two decimals at least: {@code −249.00}. */
    public String figure(BigDecimal amount) {
        return write(amount, Math.max(2, amount.stripTrailingZeros().scale()));
    }

    public String currency(Money money) {
        return money.currency().getCurrencyCode();
    }

    /** In a sentence: {@code GBP 48,210.40}, never broken over two lines. */
    public String inWords(Money money) {
        return currency(money) + NO_BREAK_SPACE + figure(money);
    }

    /** Several amounts in a sentence: {@code GBP 10.00, EUR 4.20}; {@code nothing} where there are none. */
    public String list(Collection<Money> amounts) {
        List<String> each = amounts.stream().map(this::inWords).toList();
        return each.isEmpty() ? "nothing" : each.stream().collect(Collectors.joining(", "));
    }

    /** A number of things: {@code 12,410}. */
    public String count(long number) {
        return write(BigDecimal.valueOf(number), 0);
    }

    /** A quantity, which may be of parts: {@code 1,200.5}. */
    public String quantity(BigDecimal number) {
        return write(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    private static String write(BigDecimal number, int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.UK);
        symbols.setMinusSign(MINUS);
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
