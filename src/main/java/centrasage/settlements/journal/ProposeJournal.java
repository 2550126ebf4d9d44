package centrasage.settlements.journal;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import centrasage.sage200.client.read.NominalAccounts;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.ChartOfAccounts;
import centrasage.settlements.SettlementSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes a journal from a person: its accounts and its date are checked in Sage 200 before anything is written down. */
@ApplicationScoped
public class ProposeJournal {
    private static final Logger LOG = Logger.getLogger(ProposeJournal.class.getName());

    private NominalAccounts accounts;
    private TransactionDates dates;
    private MappingVersions versions;
    private Journals journals;
    private SettlementSettings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    ProposeJournal() {}

    @Inject
    public ProposeJournal(
            NominalAccounts accounts,
            TransactionDates dates,
            MappingVersions versions,
            Journals journals,
            SettlementSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.dates = dates;
        this.versions = versions;
        this.journals = journals;
        this.settings = settings;
        this.clock = clock;
    }

    /** It cannot be made, for all these reasons. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Proposal.Fault> faults;

        Refused(List<Proposal.Fault> faults) {
            super(faults.get(0).field() + ": " + faults.get(0).what());
            this.faults = List.copyOf(faults);
        }

        public List<Proposal.Fault> faults() {
            return faults;
        }
    }

    /**
     * @throws Refused when anything is wrong with it
     * @throws TargetUnavailable when Sage cannot be asked; nothing is written down
     * @throws MappingFaults when the mappings cannot be used
     */
    public Journals.Added propose(Proposal proposal, String person) throws Refused, TargetUnavailable, MappingFaults {
        Mappings mappings = versions.current().mappings();
        company(mappings, proposal.company());
        ChartOfAccounts chart = accounts.of(proposal.company());
        JournalPlanner planner = new JournalPlanner(
                chart,
                mappings.on(proposal.date())
                        .nominal(
                                proposal.company(), "suspense", chart.currency().getCurrencyCode()),
                dates.objection(TransactionDates.Ledger.NOMINAL, proposal.company(), proposal.date()));
        JournalPlanner.Planned planned = planner.plan(proposal);
        if (!planned.faults().isEmpty()) {
            throw new Refused(planned.faults());
        }
        LocalDateTime minute = clock.instant().atZone(settings.zone()).toLocalDateTime();
        try {
            return journals.add(planned.content(), minute, person);
        } catch (PersistenceException e) {
            LOG.log(Level.FINE, "an equal journal was faster", e);
            return journals.add(planned.content(), minute, person);
        }
    }

    /** Sage answers a company that is not there as it answers a wrong password. */
    private void company(Mappings mappings, String company) throws Refused {
        Set<String> known = new TreeSet<>(mappings.companies());
        known.add(settings.company());
        if (!known.contains(company)) {
            throw new Refused(List.of(new Proposal.Fault(
                    "company", company, "there is no such company here", "Companies are " + String.join(", ", known))));
        }
    }
}
