package centrasage.reconcile.site;

import centrasage.reconcile.finding.Checked;

/** Judges how one company of Sage 200 is set up. Asks nobody: the same situation gives the same findings. */
final class SiteCheck {
    private final Findings findings = new Findings();

    SiteCheck(SiteSituation situation) {
        new SettingRules(situation, findings).run();
        new AnalysisRules(situation, findings).run();
        new RecordRules(situation, findings).run();
    }

    Checked check() {
        return new Checked(findings.all(), findings.undecided());
    }
}
