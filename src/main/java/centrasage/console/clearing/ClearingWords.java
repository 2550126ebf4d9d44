package centrasage.console.clearing;

import centrasage.console.words.Sign;
import centrasage.money.Money;
import centrasage.settlements.base.InBase;
import centrasage.settlements.day.ClearingDay;
import centrasage.settlements.proof.Age;
import centrasage.settlements.proof.OpenKind;
import centrasage.sync.ledger.ClearingEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The words, icons and tones of clearing banks. */
@Named
@ApplicationScoped
public class ClearingWords {
    public Sign bank(ClearingDay day) {
        if (day.ledger() == null) {
            return new Sign("Not in Sage 200", "cross", "held", "Sage 200 has no bank of this code");
        }
        if (!day.isProven()) {
            return new Sign("Differs", "cross", "held", "Sage 200 holds more or less than what is known to be open");
        }
        return day.isProvenInBoth()
                ? new Sign("Proven", "check", "posted", "Sage 200 holds just what is known to be open")
                : new Sign(
                        "Differs in base",
                        "warning",
                        "locked",
                        "Proven in its own currency, and not in the company's: exchange, a revaluation, an entry by hand");
    }

    /** What was open of one kind, as people call it. */
    public String part(String kind) {
        return Arrays.stream(OpenKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(OpenKind::words)
                .orElse(kind);
    }

    /** The same in the company's own currency. */
    public String basePart(String kind) {
        return Arrays.stream(InBase.Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(InBase.Kind::words)
                .orElse(kind);
    }

    public List<Age> ages() {
        return List.of(Age.values());
    }

    public String age(Age age) {
        return switch (age) {
            case DAYS_0_TO_3 -> "0 to 3 days";
            case DAYS_4_TO_7 -> "4 to 7 days";
            case DAYS_8_TO_30 -> "8 to 30 days";
            case OVER_30_DAYS -> "Over 30 days";
        };
    }

    /** What of a bank is so old. */
    public Money of(ClearingDay day, Age age) {
        return day.ages().getOrDefault(age.name(), Money.zero(day.open().currency()));
    }

    public String origin(ClearingEntry.Origin origin) {
        return switch (origin) {
            case RECEIPT -> "Receipt";
            case REFUND -> "Refund";
            case OPENING_RECEIPT -> "Receipt, from before the cut-over";
            case OPENING_REFUND -> "Refund, from before the cut-over";
        };
    }
}
