package centrasage.settlements.proof;

import centrasage.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up what is open in each clearing bank, whoever tells it. */
public final class OpenSums {
    private final Map<Bank, Of> banks = new TreeMap<>();
    private final LocalDate today;

    OpenSums(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

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
            return ages.entrySet().stream()
                    .filter(age -> !age.getValue().isZero())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Nullable
        LocalDate oldest() {
            return oldest;
        }

        private void oldest(LocalDate day) {
            oldest = oldest == null || day.isBefore(oldest) ? day : oldest;
        }
    }

    /** @param day of the oldest of them, by which all of them are aged */
    void add(Bank bank, Clearing.Part part, LocalDate day) {
        Of of = known(bank);
        of.parts.merge(
                part.kind(),
                part,
                (one, other) -> new Clearing.Part(
                        one.kind(), one.count() + other.count(), one.amount().plus(other.amount())));
        of.ages.merge(Age.of(day, today), part.amount(), Money::plus);
        of.oldest(day);
    }

    /** It is proven though nothing is open in it. */
    Of known(Bank bank) {
        return banks.computeIfAbsent(bank, each -> new Of());
    }

    Set<Map.Entry<Bank, Of>> all() {
        return banks.entrySet();
    }
}
