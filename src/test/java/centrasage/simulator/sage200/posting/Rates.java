package centrasage.simulator.sage200.posting;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The exchange rates of a company's currencies, and those that a body sends instead. */
public final class Rates {
    public static final int DECIMALS = 6;

    private final Company company;

    public Rates(Company company) {
        this.company = company;
    }

    public boolean isBase(long currencyId) {
        return currency(currencyId).path("is_base_currency").asBoolean();
    }

    /** How many units of a currency make one of the base currency. */
    public BigDecimal toBase(long currencyId) {
        return currency(currencyId).path("core_currency_rate").decimalValue();
    }

    /** The same, unless the body states a rate of its own, which the base currency does not have. */
    public BigDecimal toBase(long currencyId, ObjectNode sent, String field) {
        if (!sent.has(field)) {
            return toBase(currencyId);
        }
        BigDecimal rate = positive(sent, field);
        Refused.unless(
                !isBase(currencyId) || rate.compareTo(BigDecimal.ONE) == 0,
                "'" + field + "' must be 1 for the base currency.");
        return rate;
    }

    /** How many units of the second currency make one of the first. */
    public BigDecimal between(long from, long to) {
        return toBase(to).divide(toBase(from), DECIMALS, RoundingMode.HALF_UP);
    }

    /** A rate that the body sends. */
    public static BigDecimal positive(ObjectNode sent, String field) {
        BigDecimal rate = sent.path(field).decimalValue();
        Refused.unless(rate.signum() > 0, "'" + field + "' must be above 0.");
        return rate;
    }

    private ObjectNode currency(long id) {
        return company.named("currencies", id, "currency_id");
    }
}
