package centrasage.reconcile.site;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.NumberedMappings;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckReport;
import centrasage.reconcile.finding.Checked;
import centrasage.reconcile.finding.CompanyRows;
import centrasage.sage200.client.read.SurveyReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Gathers what {@link SiteCheck} looks at, from Sage 200 as it is now. */
@ApplicationScoped
public class SiteReports {
    private MappingVersions versions;
    private SurveyReader surveys;
    private Config config;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    SiteReports() {}

    @Inject
    SiteReports(MappingVersions versions, SurveyReader surveys, Config config, Clock clock) {
        this.versions = versions;
        this.surveys = surveys;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Checks each company that orders are posted to.
     *
     * @throws TargetUnavailable when Sage cannot be asked now: then nothing is known
     * @throws MappingFaults when the mappings in force cannot be used: they say what is asked of the site
     */
    public CheckReport check() throws TargetUnavailable, MappingFaults {
        NumberedMappings mappings = versions.current();
        Instant now = clock.instant();
        List<CompanyRows> companies = CompanyRows.ofEach(
                mappings.mappings().lines(),
                config.getValue("sage200.company", String.class),
                now.atZone(ZoneId.of(config.getValue("schedule.time-zone", String.class)))
                        .toLocalDate());
        Checked checked = Checked.ofEach(companies, CheckCode.SITE_UNREAD, this::check);
        return CheckReport.of(
                companies, mappings.number(), now, checked.findings().size(), checked);
    }

    private Checked check(CompanyRows rows) throws TargetUnavailable {
        boolean allocates = config.getValue("orders.allocate", String.class).equals("available");
        boolean wantsReturns =
                config.getValue("refunds.credit-as", String.class).equals("sop-return");
        return new SiteCheck(new SiteSituation(surveys.read(rows.company()), rows, allocates, wantsReturns)).check();
    }
}
