package centrasage.reconcile.mapping;

import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckReport;
import centrasage.reconcile.finding.Checked;
import centrasage.reconcile.finding.CompanyRows;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.SurveyReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Gathers what {@link MappingCheck} looks at, from Sage 200 as it is now. */
@ApplicationScoped
public class MappingReports {
    private MappingVersions versions;
    private MappingSeed seed;
    private SiteReader sites;
    private SurveyReader surveys;
    private HeldReasons held;
    private KnownSituations known;
    private Config config;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    MappingReports() {}

    @Inject
    MappingReports(
            MappingVersions versions,
            MappingSeed seed,
            SiteReader sites,
            SurveyReader surveys,
            HeldReasons held,
            KnownSituations known,
            Config config,
            Clock clock) {
        this.versions = versions;
        this.seed = seed;
        this.sites = sites;
        this.surveys = surveys;
        this.held = held;
        this.known = known;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Checks the version in force.
     *
     * @throws TargetUnavailable when Sage cannot be asked now: then nothing is known
     * @throws MappingFaults when the version cannot be used at all
     */
    public CheckReport check() throws TargetUnavailable, MappingFaults {
        return check(versions.currentNumber());
    }

    /** Checks any version, such as one to go back to. */
    public CheckReport check(int version) throws TargetUnavailable, MappingFaults {
        Instant now = clock.instant();
        seed.look();
        Mappings mappings = versions.mappings(version);
        LocalDate today = now.atZone(ZoneId.of(config.getValue("schedule.time-zone", String.class)))
                .toLocalDate();
        List<CompanyRows> companies =
                CompanyRows.ofEach(mappings.lines(), config.getValue("sage200.company", String.class), today);
        Checked checked = Checked.ofEach(companies, CheckCode.MAPPINGS_UNREAD, rows -> check(mappings, rows))
                .and(new RowCheck(mappings, today).check(unmapped(now), seed.notice()));
        return CheckReport.of(companies, version, now, mappings.lines().size(), checked);
    }

    private List<Unmapped> unmapped(Instant now) {
        List<List<Reason>> reasons = held.held();
        known.keep(HeldReasons.wanted(reasons), now);
        return HeldReasons.grouped(reasons);
    }

    /** What was read is kept: the console checks what people type against it, and asks nobody. */
    private Checked check(Mappings mappings, CompanyRows rows) throws TargetUnavailable {
        String company = rows.company();
        Site site = sites.readAnew(company);
        SiteSurvey survey = surveys.read(company);
        known.keep(site, survey, clock.instant());
        return new MappingCheck(new MappingSituation(
                        mappings,
                        rows,
                        site,
                        survey,
                        config.getValue("open-items.residue", String.class).equals("clear")))
                .check();
    }
}
