package centrasage.catalogue.publish;

import centrasage.catalogue.CatalogueSettings;
import centrasage.catalogue.compare.Field;
import centrasage.centra.PriceList;
import centrasage.centra.client.CentraCatalogue;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.Node;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The step of {@code catalogue-to-centra} and {@code catalogue-rest}: company by company, each by whoever holds its lease. */
@Named
@Dependent
public class PublishCatalogue extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(PublishCatalogue.class.getName());
    private static final String LEASE = "catalogue/";

    /** Longer than a page of products takes, whose requests may each wait for the quota. */
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(30);

    private final MappingVersions versions;
    private final CentraCatalogue centra;
    private final CompanyCatalogue catalogue;
    private final CatalogueAlarms alarms;
    private final Store store;
    private final CatalogueSettings settings;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final Node node;
    private @Nullable TargetUnavailable failure;
    private volatile boolean stopped;

    /** Whether it only goes on with what is due. */
    @Inject
    @BatchProperty(name = "rest")
    private String rest = "false";

    @Inject
    PublishCatalogue(
            MappingVersions versions,
            CentraCatalogue centra,
            CompanyCatalogue catalogue,
            CatalogueAlarms alarms,
            Store store,
            CatalogueSettings settings,
            Node node,
            RunCounts counts,
            JobContext context,
            Clock clock) {
        this.versions = versions;
        this.centra = centra;
        this.catalogue = catalogue;
        this.alarms = alarms;
        this.store = store;
        this.settings = settings;
        this.node = node;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
    }

    /** @throws TargetUnavailable when one of both could not be read or told: what is due stays so, and the next run compares anew */
    @Override
    public String process() throws TargetUnavailable, MappingFaults {
        Mappings mappings = Failing.telling(context, () -> versions.current().mappings());
        Failing.doing(context, () -> publishAll(mappings));
        return stopped ? "STOPPED" : "COMPLETED";
    }

    private void publishAll(Mappings mappings) throws TargetUnavailable {
        InForce today = mappings.on(LocalDate.ofInstant(clock.instant(), settings.zone()));
        Map<String, Set<Field>> owned = mappings.companies().stream()
                .collect(Collectors.toMap(company -> company, company -> owned(today, company)));
        List<String> companies = mappings.companies().stream()
                .filter(company -> !owned.getOrDefault(company, Set.of()).isEmpty()
                        || !today.pricelists(company).isEmpty())
                .toList();
        if (!isRest()) {
            mappings.companies().stream()
                    .filter(company -> !companies.contains(company))
                    .forEach(this::forget);
        }
        List<String> published = companies.stream().filter(this::hasWork).toList();
        if (published.isEmpty()) {
            return;
        }
        List<PriceList> lists = centra.pricelists();
        for (String company : published) {
            Shares shares = Shares.of(company, owned, today, companies, lists);
            try {
                publish(company, today, lists, shares);
            } catch (TargetUnavailable e) {
                LOG.log(Level.WARNING, e, () -> "the catalogue of company " + company + " is not published");
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private boolean isRest() {
        return Boolean.parseBoolean(rest);
    }

    private void forget(String company) {
        catalogue.forget(company);
        alarms.ofRun(company, List.of());
    }

    private boolean hasWork(String company) {
        boolean hasWork = !isRest() || catalogue.isAnythingDue(company);
        if (!hasWork) {
            alarms.ofRest(company);
        }
        return hasWork;
    }

    private static Set<Field> owned(InForce today, String company) {
        Set<Field> owned = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (today.isOwnedBySage(company, field.mapped())) {
                owned.add(field);
            }
        }
        return owned;
    }

    private void publish(String company, InForce today, List<PriceList> lists, Shares shares) throws TargetUnavailable {
        String lease = LEASE + company;
        if (stopped || !store.lease(lease, holder(), LEASE_LENGTH)) {
            count("busy elsewhere", stopped ? 0 : 1);
            return;
        }
        try {
            CompanyCatalogue.Wish wish = new CompanyCatalogue.Wish(
                    company,
                    today.products(company),
                    shares.fields(),
                    shares.pricelists(),
                    () -> !stopped && store.lease(lease, holder(), LEASE_LENGTH));
            CompanyCatalogue.Outcome outcome = isRest()
                    ? catalogue.goOn(wish, lists, shares.faults())
                    : catalogue.publish(wish, lists, shares.faults());
            tellPeople(company, outcome);
            count("not published", outcome.faults().size());
            count("compared", outcome.compared());
            count("told", outcome.told());
            count("rejected", outcome.rejected());
            count("unreadable", outcome.unreadable());
            count("left", outcome.left());
            count("created", outcome.created());
            count("left to create", outcome.toCreate());
        } finally {
            store.endLease(lease, holder());
        }
    }

    private void tellPeople(String company, CompanyCatalogue.Outcome outcome) {
        if (isRest()) {
            alarms.ofRest(company);
        } else {
            alarms.ofRun(company, outcome.faults());
        }
    }

    private String holder() {
        return node.holder("catalogue#" + context.getExecutionId());
    }

    private void count(String what, long many) {
        if (many > 0) {
            counts.add(context.getExecutionId(), Map.of(what, many));
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
