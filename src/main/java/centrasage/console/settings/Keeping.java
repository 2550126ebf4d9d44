package centrasage.console.settings;

import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import centrasage.jobs.Timetable;
import centrasage.jobs.history.RunSearch;
import centrasage.jobs.history.RunSearch.Filter;
import centrasage.jobs.run.Run;
import centrasage.jobs.run.Runner;
import centrasage.sync.record.AuditHeads;
import centrasage.sync.record.AuditSealer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** How the audit trail and the schedule are, what the last checks of the mappings and of Sage 200 found, and what runs here. */
@RequestScoped
public class Keeping {
    private Build build;
    private AuditSealer sealer;
    private AuditHeads heads;
    private RunSearch runs;
    private Runner runner;
    private Timetable timetable;
    private Moments moments;
    private Amounts amounts;

    @SuppressWarnings("NullAway.Init")
    Keeping() {}

    @Inject
    Keeping(
            Build build,
            AuditSealer sealer,
            AuditHeads heads,
            RunSearch runs,
            Runner runner,
            Timetable timetable,
            Moments moments,
            Amounts amounts) {
        this.build = build;
        this.sealer = sealer;
        this.heads = heads;
        this.runs = runs;
        this.runner = runner;
        this.timetable = timetable;
        this.moments = moments;
        this.amounts = amounts;
    }

    List<HealthCard> cards() {
        return List.of(
                audit(),
                check("site-check", "How Sage 200 is set up", "SITE_CHECK"),
                check("mapping-check", "The mappings against Sage 200", "MAPPING_CHECK"),
                schedule(),
                application());
    }

    private HealthCard audit() {
        AuditSealer.Head head = sealer.head();
        Optional<Run> check =
                runs.page(Filter.all("audit-check"), 0, 1).stream().findFirst();
        boolean broken = check.filter(run -> run.status().equals("FAILED")).isPresent();
        HealthCard card = HealthCard.of(
                "Audit trail",
                broken ? HealthCard.BAD : HealthCard.GOOD,
                amounts.count(head.number()) + " rows are sealed; the head is "
                        + head.hash().substring(0, Math.min(12, head.hash().length())) + "…, and is kept in "
                        + heads.file() + ".",
                check.map(run -> "Last checked " + moments.stamp(run.started()) + ": "
                                + (broken ? "it is broken." : "it holds."))
                        .orElse("It was not checked yet."));
        return check.map(run -> card.leadingTo("run.xhtml?id=" + run.id(), "The check"))
                .orElse(card)
                .leadingTo("runbook.xhtml?name=audit-trail", "When it is broken");
    }

    /** Nobody is asked now: what the last run of the job has found. */
    private HealthCard check(String job, String title, String kind) {
        Optional<Run> last = runs.page(Filter.all(job), 0, 1).stream().findFirst();
        HealthCard card = last.map(run -> found(title, run))
                .orElse(HealthCard.of(title, HealthCard.UNKNOWN, "It was not looked at yet."));
        HealthCard more = last.map(run -> card.leadingTo("run.xhtml?id=" + run.id(), "Its run"))
                .orElse(card);
        return more.leadingTo("exceptions.xhtml?state=OPEN", "Exceptions")
                .leadingTo("job.xhtml?job=" + job + "&ask=run", "Look again")
                .leadingTo("runbook.xhtml?name=docs/before-you-go-live", "What findings mean");
    }

    private HealthCard found(String title, Run run) {
        long blockers = run.counts().getOrDefault("blockers", 0L);
        long others = run.counts().getOrDefault("warnings", 0L) + run.counts().getOrDefault("not read", 0L);
        String when = "Looked at " + moments.stamp(run.started()) + ".";
        if (!run.status().equals("COMPLETED")) {
            return HealthCard.of(title, HealthCard.LOOK, when, "It did not come to its end: nothing is known since.");
        }
        String stops = blockers == 0
                ? "Nothing stops"
                : amounts.count(blockers) + (blockers == 1 ? " thing stops" : " things stop");
        String what =
                stops + " orders; " + (others == 0 ? "nothing else" : amounts.count(others) + " more") + " to look at.";
        return HealthCard.of(
                title, blockers > 0 ? HealthCard.BAD : others > 0 ? HealthCard.LOOK : HealthCard.GOOD, what, when);
    }

    private HealthCard schedule() {
        List<String> off = runner.jobs().stream()
                .filter(job -> timetable.schedule(job).isEmpty())
                .toList();
        return HealthCard.of(
                        "Schedule",
                        HealthCard.GOOD,
                        amounts.count(runner.jobs().size() - off.size()) + " jobs start by themselves.",
                        off.isEmpty() ? "None is off." : "Off: " + String.join(", ", off) + ".")
                .leadingTo("jobs.xhtml", "Jobs");
    }

    private HealthCard application() {
        return HealthCard.of(
                "Application",
                HealthCard.GOOD,
                build.name() + ", version " + build.version() + ".",
                "Java " + Runtime.version().feature() + ".");
    }
}
