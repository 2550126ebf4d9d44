package centrasage.reconcile.site;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.NumberedMappings;
import centrasage.reconcile.finding.CheckReport;
import centrasage.sage200.client.read.SurveyReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
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
     * Checks the company of {@code sage200.company}.
     *
     * @throws TargetUnavailable when Sage cannot be asked now: then nothing is known
     * @throws MappingFaults when the mappings in force cannot be used: they say what is asked of the site
     */
    public CheckReport check() throws TargetUnavailable, MappingFaults {
        String company = config.getValue("sage200.company", String.class);
        NumberedMappings mappings = versions.current();
        Instant now = clock.instant();
        SiteCheck check = new SiteCheck(new SiteSituation(
                surveys.read(company),
                mappings.mappings().lines(),
                now.atZone(ZoneId.of(config.getValue("schedule.time-zone", String.class)))
                        .toLocalDate(),
                config.getValue("orders.allocate", String.class).equals("available")));
        return new CheckReport(
                company, mappings.number(), now, check.findings().size(), check.findings(), check.undecided());
    }
}
