package centrasage.desk.alert.cause;

import centrasage.desk.BusinessException;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people read: numbers and money, and what to do; an address of somebody would be no business of a chat's. */
public final class AlertWords {
    private AlertWords() {}

    /**
     * @param atRisk by currency
     * @param example the exception that was seen last
     */
    record Told(Severity severity, int open, List<Money> atRisk, BusinessException example) {}

    static String title(Told told) {
        String headline = masked(told.example().headline());
        return word(told.severity()) + ": "
                + (told.open() == 1 ? headline : count(told.open()) + " of one cause, such as: " + headline);
    }

    static List<String> lines(Told told) {
        List<String> lines = new ArrayList<>();
        lines.add(masked(told.example().headline()));
        if (told.open() > 1) {
            lines.add(count(told.open()) + " exceptions have this cause. They are told once; the console lists them.");
        }
        if (!told.atRisk().isEmpty()) {
            lines.add(
                    "At risk: " + told.atRisk().stream().map(AlertWords::money).collect(Collectors.joining(", ")));
        }
        lines.add("What to do: " + masked(told.example().reasons().get(0).remedy()));
        lines.add("For: " + word(told.example().owner()));
        return lines;
    }

    /** {@code GBP 9,912.00}. */
    public static String money(Money money) {
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        return money.currency().getCurrencyCode() + " "
                + String.format(Locale.UK, "%,." + decimals + "f", money.amount());
    }

    /** {@code 4,000}. */
    public static String count(long many) {
        return String.format(Locale.UK, "%,d", many);
    }

    public static String word(Severity severity) {
        return capital(severity.name());
    }

    public static String word(Owner owner) {
        return owner == Owner.CX ? "CX" : capital(owner.name());
    }

    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Headlines have no personal data; should somebody's address slip into one, it ends here. */
    public static String masked(String text) {
        return text.replaceAll("[^\\s@<>\"',;:()]+@[^\\s@<>\"',;:()]+", "(an e-mail address)");
    }
}
