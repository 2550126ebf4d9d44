package centrasage.console.mappings;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.mappings.change.Change;
import centrasage.console.mappings.change.Changes;
import centrasage.console.mappings.change.Saving;
import centrasage.console.mappings.impact.Impact;
import centrasage.console.mappings.impact.ImpactRuns;
import centrasage.flow.OrderName;
import centrasage.flow.PostingState;
import centrasage.mapping.MappingFault;
import centrasage.mapping.version.Edition;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Grade;
import centrasage.reconcile.mapping.Coverage;
import centrasage.sync.changes.Drafts;
import centrasage.sync.changes.KeptDraft;
import centrasage.sync.changes.Proposal;
import centrasage.sync.changes.Proposals;
import centrasage.sync.changes.StoredImpact;
import centrasage.sync.staging.PlanBasis;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the visitor's drafts, or a proposal, change, what is wrong with that, and what it would do to orders and payments. */
@Named
@RequestScoped
public class ChangePage {
    static final int DAYS_DEFAULT = 7;
    static final int DAYS_MAX = 31;
    private static final int FAULTS_MAX = 50;

    private @Nullable Proposal proposal;
    private List<KeptDraft> drafts;
    private Change change;
    private @Nullable Edition edition;
    private @Nullable StoredImpact standing;
    private @Nullable Impact impact;
    private List<String> findings = List.of();
    private int days;
    private boolean missing;
    private Asked asked;
    private Editor editor;
    private Saving saving;
    private PlanBasis basis;

    @SuppressWarnings("NullAway.Init")
    ChangePage() {}

    @Inject
    ChangePage(
            Changes changes,
            Drafts drafts,
            Proposals proposals,
            Saving saving,
            ImpactRuns impacts,
            KnownCoverage known,
            PlanBasis basis,
            Editor editor) {
        this.editor = editor;
        this.saving = saving;
        this.basis = basis;
        asked = Asked.now();
        days = asked.id("days")
                .map(number -> (int) Math.min(Math.max(number, 1), DAYS_MAX))
                .orElse(DAYS_DEFAULT);
        proposal = asked.id("proposal").flatMap(proposals::get).orElse(null);
        missing = asked.id("proposal").isPresent() && proposal == null;
        this.drafts = drafts.of(editor.name());
        change = proposal == null ? changes.of(editor.name()) : changes.of(proposal);
        edition = change.match(nothing -> null, overtaken -> null, faulty -> null, Change.Ready::edition);
        if (edition != null) {
            String id = ImpactRuns.id(edition, days);
            standing = impacts.standing(id).orElse(null);
            impact = impacts.found(id).orElse(null);
            findings = findings(known.of(edition.mappings()), edition);
        }
    }

    /** Of the rows that it changes alone: what was so before is told on the sheet. */
    private static List<String> findings(Coverage.Report report, Edition edition) {
        Set<String> changed = edition.changes().stream()
                .filter(each -> each.after() != null)
                .map(each -> each.file() + "/"
                        + (each.after() == null ? 0 : each.after().number()))
                .collect(Collectors.toSet());
        return report.findings().stream()
                .filter(finding -> finding.grade() == Grade.BLOCKER || finding.grade() == Grade.WARNING)
                .filter(finding -> changed.contains(
                        finding.place().source() + "/" + finding.place().line()))
                .map(ChangePage::words)
                .toList();
    }

    private static String words(CheckFinding finding) {
        String column = finding.place().field();
        return finding.place() + (column.isEmpty() ? "" : ", " + column.replace('_', ' ')) + ": " + finding.what()
                + ". " + finding.remedy();
    }

    /** Null where this is about the visitor's own drafts. */
    public @Nullable Proposal proposal() {
        return proposal;
    }

    /** Whether the address names a proposal that there is not. */
    public boolean missing() {
        return missing;
    }

    public List<KeptDraft> drafts() {
        return drafts;
    }

    /** The word of what this is: {@code nothing}, {@code overtaken}, {@code faulty}, {@code ready}. */
    public String kind() {
        return change.match(nothing -> "nothing", overtaken -> "overtaken", faulty -> "faulty", ready -> "ready");
    }

    /** The files that somebody else has changed as well. */
    public List<String> overtaken() {
        return change.match(nothing -> List.of(), Change.Overtaken::files, faulty -> List.of(), ready -> List.of());
    }

    public List<MappingFault> faults() {
        List<MappingFault> faults =
                change.match(nothing -> List.of(), overtaken -> List.of(), Change.Faulty::faults, ready -> List.of());
        return faults.stream().limit(FAULTS_MAX).toList();
    }

    public int base() {
        return edition == null ? 0 : edition.base();
    }

    public List<RowChange> changes() {
        return edition == null ? List.of() : RowChange.of(edition.changes());
    }

    public int count() {
        return edition == null ? 0 : edition.changes().size();
    }

    /** What can be used and is probably not meant. */
    public List<String> warnings() {
        return edition == null ? List.of() : edition.mappings().warnings();
    }

    /** What is to be said of the changed rows against what Sage 200 held at the last check. */
    public List<String> findings() {
        return findings;
    }

    /** How many orders the next run would plan again, by their state. */
    public Map<PostingState, Long> plannedAgain() {
        return basis.plannedAgain(OrderName.DOCUMENT);
    }

    public int days() {
        return days;
    }

    /** Null where nobody has asked yet. */
    public @Nullable StoredImpact standing() {
        return standing;
    }

    public boolean running() {
        return standing != null && standing.state() == StoredImpact.State.RUNNING;
    }

    public boolean failed() {
        return standing != null && standing.state() == StoredImpact.State.FAILED;
    }

    /** Null while it is not known. */
    public @Nullable Impact impact() {
        return impact;
    }

    /** Names the impact that this page shows: empty where it shows none. */
    public String shownImpact() {
        return impact == null || edition == null ? "" : ImpactRuns.id(edition, days);
    }

    public boolean fourEyes() {
        return saving.fourEyes();
    }

    /** Whether the visitor is who proposed it. */
    public boolean own() {
        return proposal != null && proposal.proposedBy().equalsIgnoreCase(editor.name());
    }

    /** Whether the visitor may approve it: somebody else of finance, or an administrator. */
    public boolean mayDecide() {
        return proposal != null && proposal.waits() && !own() && editor.mayChange();
    }

    public @Nullable Edition edition() {
        return edition;
    }

    /** This page with what it shows. */
    public String here() {
        return asked.address("mapping-change.xhtml", "proposal", "days").toString();
    }

    /** This page with what became of a deed; where nothing became of it, with the words that were typed. */
    String telling(Told told) {
        Address page = asked.address("mapping-change.xhtml", "proposal", "days").with("done", told.part());
        return told.isGood()
                ? page.toString()
                : page.with("words", words()).with("unseen", unseen()).toString();
    }

    /** What was typed for a deed that could not be done. */
    public String words() {
        return asked.text("words").orElse("");
    }

    public String unseen() {
        return asked.text("unseen").orElse("");
    }

    public String told() {
        return asked.one("done", Told.class).map(Told::words).orElse("");
    }

    public boolean toldGood() {
        return asked.one("done", Told.class).filter(Told::isGood).isPresent();
    }
}
