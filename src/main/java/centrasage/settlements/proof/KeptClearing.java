package centrasage.settlements.proof;

import centrasage.money.Money;
import centrasage.settlements.base.InBase;
import centrasage.settlements.day.ClearingDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A proof as it is kept. */
final class KeptClearing {
    private KeptClearing() {}

    static ClearingDay of(Clearing bank, LocalDate day, Instant provenAt) {
        Map<String, Money> ages = new TreeMap<>();
        bank.ages().forEach((age, amount) -> ages.put(age.name(), amount));
        return new ClearingDay(
                bank.company(),
                bank.bank(),
                day,
                provenAt,
                bank.ledger(),
                bank.open(),
                bank.parts().stream()
                        .map(part -> new ClearingDay.Part(part.kind().name(), part.count(), part.amount()))
                        .toList(),
                ages,
                bank.oldest(),
                base(bank.inBase()));
    }

    private static ClearingDay.@Nullable Base base(@Nullable InBase proof) {
        return proof == null
                ? null
                : new ClearingDay.Base(
                        proof.ledger(),
                        proof.open(),
                        proof.unknown(),
                        proof.isProven(),
                        proof.parts().stream()
                                .map(part -> new ClearingDay.Part(part.kind().name(), 0, part.amount()))
                                .toList());
    }
}
