package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Banks in the company's own currency, GBP, but for those of which a test says another. */
public final class KnownBanks extends Banks {
    private final Map<String, Bank> foreign = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private String away = "";

    public KnownBanks foreign(String code, String currency) {
        foreign.put(code, new Bank(id(code), false, currency));
        return this;
    }

    /** Sage does not see the case of a code. */
    public static long id(String code) {
        return code.toUpperCase(Locale.ROOT).hashCode();
    }

    /** From now on this company does not answer. */
    public void goAway(String company) {
        away = company;
    }

    @Override
    public Optional<Bank> bank(String company, String code) throws TargetUnavailable {
        if (company.equals(away)) {
            throw new TargetUnavailable("it does not answer");
        }
        return Optional.of(foreign.getOrDefault(code, new Bank(id(code), true, "GBP")));
    }

    @Override
    public Map<Long, String> foreign(String company) throws TargetUnavailable {
        bank(company, "");
        Map<Long, String> byId = new TreeMap<>();
        foreign.forEach((code, bank) -> byId.put(bank.id(), code));
        return byId;
    }

    @Override
    public Optional<Currency> base(String company) throws TargetUnavailable {
        bank(company, "");
        return Optional.of(Currency.getInstance("GBP"));
    }
}
