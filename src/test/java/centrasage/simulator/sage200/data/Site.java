package centrasage.simulator.sage200.data;

import centrasage.simulator.http.Faults;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A Sage 200 installation: two companies of the same making whose ids never agree. */
public final class Site {
    public static final String ID = "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41";
    public static final int LIVE_COMPANY = 33;
    public static final int TEST_COMPANY = 34;

    private final long seed;
    private final MovableClock clock = new MovableClock();
    private final Faults faults;
    private final Map<Integer, Company> companies = new TreeMap<>();
    private final SiteOptions options;

    public Site(long seed, Faults faults) {
        this.seed = seed;
        this.faults = faults;
        this.options = new SiteOptions(seed);
        fillCompanies();
    }

    /** Starts over with empty ledgers; the options stay as they are. */
    public synchronized void reset() {
        fillCompanies();
    }

    private synchronized void fillCompanies() {
        companies.clear();
        companies.put(LIVE_COMPANY, new Company(LIVE_COMPANY, "Centra Fashion Ltd", 27000, clock));
        companies.put(TEST_COMPANY, new Company(TEST_COMPANY, "Centra Fashion Ltd (test copy)", 61500, clock));
        companies.values().forEach(Seed::fill);
        applyPriceConvention();
    }

    /** Changes options as {@code PUT /control/site} does. */
    public synchronized void change(ObjectNode patch) {
        options.change(patch);
        if (patch.has("pricesTaxInclusive")) {
            applyPriceConvention();
        }
    }

    private void applyPriceConvention() {
        companies
                .values()
                .forEach(company -> company.settings("sop_settings")
                        .put("are_prices_tax_inclusive", options.is("pricesTaxInclusive")));
    }

    public long seed() {
        return seed;
    }

    public MovableClock clock() {
        return clock;
    }

    public SiteOptions options() {
        return options;
    }

    public synchronized List<Company> companies() {
        return List.copyOf(companies.values());
    }

    public synchronized @Nullable Company company(int id) {
        return companies.get(id);
    }

    /** The company a request is about; the gate has already refused requests that name none. */
    public Company companyOf(Request request) {
        String header = request.header("X-Company");
        Company company = header == null || !header.matches("\\d{1,9}") ? null : company(Integer.parseInt(header));
        if (company == null) {
            throw Refused.silently();
        }
        return company;
    }

    /** The refusal of a record that somebody has open. */
    public Refusal lockedBy(RecordLocks.Lock lock) {
        return new Refusal(faults.settings().lockedBy(lock.user(), lock.workstation()));
    }
}
