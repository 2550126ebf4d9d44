package centrasage.console.mappings;

import centrasage.console.frame.Asked;
import centrasage.console.mappings.change.Change;
import centrasage.flow.MappingTexts.Version;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.Runner;
import centrasage.mapping.Mappings;
import centrasage.mapping.SheetForm;
import centrasage.mapping.sheet.Grid;
import centrasage.mapping.version.MappingVersions;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Grade;
import centrasage.reconcile.mapping.Coverage;
import centrasage.sync.changes.Drafts;
import centrasage.sync.changes.KeptDraft;
import centrasage.sync.changes.Proposal;
import centrasage.sync.changes.Proposals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All sheets at a glance: how they stand against Sage 200, what orders lack, what waits for a second person, and the versions. */
@Named
@RequestScoped
public class MappingsPage {
    private static final int VERSIONS = 20;
    private static final int PROPOSALS = 50;

    private List<SheetLine> sheets;
    private List<KeptDraft> drafts;
    private List<Proposal> waiting;
    private List<Version> shown;
    private List<Lacking> lacking;
    private @Nullable Instant checkedAt;
    private int inForce;
    private Asked asked;
    private Editor editor;
    private Runner runner;

    @SuppressWarnings("NullAway.Init")
    MappingsPage() {}

    @Inject
    MappingsPage(
            MappingVersions versions,
            Drafts drafts,
            Proposals proposals,
            KnownCoverage known,
            Coverage coverage,
            Sheet sheet,
            Editor editor,
            Runner runner) {
        this.editor = editor;
        this.runner = runner;
        asked = Asked.now();
        inForce = versions.currentNumber();
        this.drafts = drafts.of(editor.name());
        waiting = proposals.waiting(PROPOSALS);
        shown = versions.before(asked.id("before").map(Long::intValue).orElse(Integer.MAX_VALUE), VERSIONS + 1);
        Mappings mappings = sheet.mappings(new Change.Nothing(inForce));
        Coverage.Report report = mappings == null ? null : known.of(mappings);
        checkedAt = report == null ? null : report.readAt();
        List<Coverage.Wanted> wanted = coverage.wanted();
        lacking = wanted.stream().map(Lacking::of).toList();
        Map<String, String> files = versions.files(inForce);
        sheets = SheetForm.all().stream()
                .map(form -> line(form, files, report, wanted))
                .toList();
    }

    /**
     * One sheet in the list.
     *
     * @param rows that it has; 0 where the file is not there
     * @param holding rows because of which orders are held
     * @param odd rows to look at
     * @param waiting how many orders wait for a row that is not there
     */
    public record SheetLine(SheetForm form, int rows, long holding, long odd, long waiting, boolean drafted) {
        public boolean quiet() {
            return holding + odd + waiting == 0;
        }
    }

    private SheetLine line(
            SheetForm form, Map<String, String> files, Coverage.@Nullable Report report, List<Coverage.Wanted> wanted) {
        List<CheckFinding> findings = report == null ? List.of() : report.of(form.file());
        return new SheetLine(
                form,
                Optional.ofNullable(files.get(form.file()))
                        .flatMap(text -> Grid.of(form, text))
                        .map(grid -> grid.rows().size())
                        .orElse(0),
                count(findings, true),
                count(findings, false),
                wanted.stream()
                        .filter(each -> each.file().equals(form.file()))
                        .mapToLong(Coverage.Wanted::orders)
                        .sum(),
                drafts.stream().anyMatch(draft -> draft.file().equals(form.file())));
    }

    private static long count(List<CheckFinding> findings, boolean blocking) {
        return findings.stream()
                .filter(finding -> finding.grade() == Grade.BLOCKER == blocking)
                .filter(finding -> finding.grade() != Grade.NOTE)
                .collect(Collectors.groupingBy(finding -> finding.place().line()))
                .size();
    }

    public List<SheetLine> sheets() {
        return sheets;
    }

    public List<KeptDraft> drafts() {
        return drafts;
    }

    public List<Proposal> waiting() {
        return waiting;
    }

    /** A page of versions, newest first. */
    public List<Version> versions() {
        return shown.stream().limit(VERSIONS).toList();
    }

    /** The number below which the next page begins; 0 where there is none. */
    public int older() {
        return shown.size() > VERSIONS ? shown.get(VERSIONS - 1).number() : 0;
    }

    public int inForce() {
        return inForce;
    }

    /** What orders need and no row gives, that for which most wait first. */
    public List<Lacking> lacking() {
        return lacking;
    }

    /** When Sage was read for all this; null where it never was. */
    public @Nullable Instant checkedAt() {
        return checkedAt;
    }

    /** Starts the check of the mappings, which asks Sage now. */
    public void checkNow() throws IOException {
        String back = asked.text("sheet").map(sheet -> "&sheet=" + sheet).orElse("");
        editor.act(() -> "mappings.xhtml?done="
                + started("mapping-check", Told.STARTED).part() + (back.matches("&sheet=[a-z]+") ? back : ""));
    }

    private Told started(String job, Told started) {
        try {
            runner.start(job, Map.of(), editor.name());
            return started;
        } catch (JobRefused e) {
            return Told.RUNS;
        }
    }

    /** Has the orders planned by what is in force now, rather than by the next run of the timetable. */
    public void planNow() throws IOException {
        editor.act(() -> "mapping-version.xhtml?number=" + inForce + "&done="
                + started("order-import", Told.PLANNED).part());
    }

    public String told() {
        return asked.one("done", Told.class).map(Told::words).orElse("");
    }

    public boolean toldGood() {
        return asked.one("done", Told.class).filter(Told::isGood).isPresent();
    }
}
