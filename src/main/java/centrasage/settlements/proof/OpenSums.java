package centrasage.settlements.proof;

import centrasage.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what is open in each clearing bank, whoever tells it. */
public final class OpenSums {
    private final Map<Bank, Of> banks = new TreeMap<>();

    /** A bank of a company, in its currency. */
    record Bank(String company, String code, String currency) implements Comparable<Bank> {
        static Bank of(String company, String code, Money amount) {
            return new Bank(company, code, amount.currency().getCurrencyCode());
        }

        @Override
        public int compareTo(Bank other) {
            return toString().compareTo(other.toString());
        }
    }

    /** What is open in one of them. */
    static final class Of {
        private final Map<OpenKind, Clearing.Part> parts = new EnumMap<>(OpenKind.class);
        private final Map<Age, Money> ages = new EnumMap<>(Age.class);
        private @Nullable LocalDate oldest;

        List<Clearing.Part> parts() {
            List<Clearing.Part> all = new ArrayList<>(parts.values());
            all.removeIf(part -> part.amount().isZero() && part.count() == 0);
            return all;
        }

        Map<Age, Money> ages() {
            return ages;
        }

        @Nullable
        LocalDate oldest() {
            return oldest;
        }

        private void oldest(LocalDate day) {
            oldest = oldest == null || day.isBefore(oldest) ? day : oldest;
        }
    }

    void add(Bank bank, OpenKind kind, long count, Money amount) {
        known(bank)
                .parts
                .merge(
                        kind,
                        new Clearing.Part(kind, count, amount),
                        (one, other) -> new Clearing.Part(
                                kind, one.count() + other.count(), one.amount().plus(other.amount())));
    }

    /** @param oldest the day of the oldest of these */
    void aged(Bank bank, Age age, Money amount, LocalDate oldest) {
        known(bank).ages.merge(age, amount, Money::plus);
        known(bank).oldest(oldest);
    }

    /** It is proven though nothing is open in it. */
    Of known(Bank bank) {
        return banks.computeIfAbsent(bank, each -> new Of());
    }

    Set<Map.Entry<Bank, Of>> all() {
        return banks.entrySet();
    }
}
