package centrasage.reconcile.site;

import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import java.util.List;

/** Judges how Sage 200 is set up. Asks nobody: the same situation gives the same findings. */
final class SiteCheck {
    private final Findings findings = new Findings();

    SiteCheck(SiteSituation situation) {
        new SettingRules(situation, findings).run();
        new AnalysisRules(situation, findings).run();
        new RecordRules(situation, findings).run();
    }

    List<CheckFinding> findings() {
        return findings.all();
    }

    /** The findings that could not be made. */
    List<CheckCode> undecided() {
        return findings.undecided();
    }
}
