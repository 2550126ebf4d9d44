package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** The banks of each company by their codes, in either case; kept for a short time ({@code sage200.lookups-refresh}). */
@ApplicationScoped
public class Banks {
    private Shelves<Known> shelves;

    @SuppressWarnings("NullAway.Init")
    Banks() {}

    @Inject
    public Banks(Config config, SageReads reads, Clock clock) {
        this(reads, SageSettings.of(config).lookupsRefresh(), clock);
    }

    public Banks(SageReads reads, Duration refreshAfter, Clock clock) {
        this.shelves = new Shelves<>(company -> read(reads, company), refreshAfter, clock);
    }

    /** @param base the ISO code of the company's own currency; empty where Sage does not say */
    private record Known(Map<String, Bank> banks, String base) {}

    /**
     * A bank of a company.
     *
     * @param isBase whether its currency is the company's: then the lines of an entry carry their tax, else its header does
     * @param currency its ISO code; empty where Sage does not say
     */
    public record Bank(long id, boolean isBase, String currency) {
        /** Whether it may be of this currency: what Sage does not say speaks against none. */
        public boolean isOf(Currency other) {
            return currency.isEmpty() || currency.equals(other.getCurrencyCode());
        }
    }

    /**
     * The bank of this code; empty where the company has none.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Optional<Bank> bank(String company, String code) throws TargetUnavailable {
        return Optional.ofNullable(shelves.of(company).banks().get(code.strip()));
    }

    /**
     * Whether there is a bank of this code, of another currency than the company's own.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public boolean isForeign(String company, String code) throws TargetUnavailable {
        return bank(company, code).filter(bank -> !bank.isBase()).isPresent();
    }

    /**
     * The codes of the banks of other currencies than the company's own, by their ids.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Map<Long, String> foreign(String company) throws TargetUnavailable {
        Map<Long, String> foreign = new HashMap<>();
        shelves.of(company).banks().forEach((code, bank) -> {
            if (!bank.isBase()) {
                foreign.put(bank.id(), code);
            }
        });
        return foreign;
    }

    /**
     * The company's own currency; empty where Sage does not say.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Optional<Currency> base(String company) throws TargetUnavailable {
        return Optional.of(shelves.of(company).base())
                .filter(code -> !code.isEmpty())
                .map(Currency::getInstance);
    }

    private static Known read(SageReads reads, String company) throws TargetUnavailable {
        try {
            Set<Long> base = new HashSet<>();
            Map<Long, String> codes = new HashMap<>();
            for (JsonObject json :
                    Pages.all(reads, company, "currencies", Query.all().expand("currency_iso_code"))) {
                Row row = new Row(json);
                if (row.isTrue("is_base_currency")) {
                    base.add(row.id("id"));
                }
                codes.put(row.id("id"), Currencies.isoCode(row).orElse(""));
            }
            Map<String, Bank> banks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (JsonObject json : Pages.all(reads, company, "banks", Query.select("id,code,account_currency_id"))) {
                Row row = new Row(json);
                long currency = row.optionalId("account_currency_id").orElse(-1L);
                banks.put(
                        row.text("code"),
                        new Bank(row.id("id"), base.contains(currency), codes.getOrDefault(currency, "")));
            }
            String own = codes.entrySet().stream()
                    .filter(each -> base.contains(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            return new Known(banks, own);
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's banks cannot be read: " + e.getMessage(), e);
        }
    }
}
