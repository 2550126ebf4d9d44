package centrasage.console.mappings;

import centrasage.console.frame.Address;
import centrasage.mapping.SheetForm;
import centrasage.mapping.sheet.Grid;
import centrasage.mapping.sheet.Merge;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.changes.Drafts;
import centrasage.sync.changes.KeptDraft;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people do on a sheet. What was typed is kept before anything is said of it, so that no fault loses it. */
@Named
@RequestScoped
public class SheetDesk {
    private static final int MORE_ROWS = 10;

    private Sheet sheets;
    private SheetPage page;
    private Editor editor;
    private Drafts drafts;
    private MappingVersions versions;
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    SheetDesk() {}

    @Inject
    SheetDesk(
            Sheet sheets,
            SheetPage page,
            Editor editor,
            Drafts drafts,
            MappingVersions versions,
            HttpServletRequest request) {
        this.sheets = sheets;
        this.page = page;
        this.editor = editor;
        this.drafts = drafts;
        this.versions = versions;
        this.request = request;
    }

    /** Keeps what was typed as the person's draft. */
    public void keep() throws IOException {
        editor.act(() -> here().with("done", kept().part()).toString());
    }

    /** Keeps it, and asks for more rows to fill in. */
    public void moreRows() throws IOException {
        editor.act(() -> {
            kept();
            return here().with("more", MORE_ROWS).toString();
        });
    }

    /** Keeps it, and goes to what it would do. */
    public void review() throws IOException {
        editor.act(() -> {
            kept();
            return "mapping-change.xhtml";
        });
    }

    private Told kept() {
        SheetForm form = page.form();
        Optional<KeptDraft> draft = drafts.of(editor.name(), form.file());
        int base = draft.map(KeptDraft::base).orElseGet(this::shownBase);
        Grid before = draft.map(KeptDraft::content)
                .flatMap(text -> Grid.of(form, text))
                .orElseGet(() -> draft.isPresent() ? Grid.empty(form) : sheets.grid(form, base));
        Grid typed = TypedRows.of(request, form.columns()).over(before);
        Grid ofBase = sheets.grid(form, base);
        if (typed.rows().stream()
                .map(typed::content)
                .toList()
                .equals(ofBase.rows().stream().map(ofBase::content).toList())) {
            drafts.discard(editor.name(), form.file());
            return Told.UNCHANGED;
        }
        drafts.keep(editor.name(), form.file(), base, typed.text());
        return Told.KEPT;
    }

    /** The version whose rows the form was made of. */
    private int shownBase() {
        String given = request.getParameter("base");
        int inForce = versions.currentNumber();
        return given != null && given.matches("\\d{1,9}") ? Math.min(Integer.parseInt(given), inForce) : inForce;
    }

    public void discard() throws IOException {
        editor.act(() -> {
            drafts.discard(editor.name(), page.form().file());
            return here().with("show", null).with("done", Told.DISCARDED.part()).toString();
        });
    }

    /** Brings the draft and what is in force together; of the rows that both changed, the form says which count. */
    public void merge() throws IOException {
        editor.act(() -> {
            SheetForm form = page.form();
            Sheet.Open open = sheets.open(form, editor.name());
            Grid mine = open.grid();
            if (mine == null) {
                return here().toString();
            }
            Merge merge = new Merge(sheets.grid(form, open.base()), mine, open.inForce());
            String[] given = request.getParameterValues("theirs");
            Set<String> numbers =
                    given == null ? Set.of() : Arrays.stream(given).collect(Collectors.toSet());
            Set<String> taken = IntStream.range(0, merge.clashes().size())
                    .filter(number -> numbers.contains(Integer.toString(number)))
                    .mapToObj(number -> merge.clashes().get(number).key())
                    .collect(Collectors.toSet());
            drafts.keep(
                    editor.name(),
                    form.file(),
                    versions.currentNumber(),
                    merge.merged(taken).text());
            return here().with("done", Told.MERGED.part()).toString();
        });
    }

    private Address here() {
        return page.here().with("page", page.number() == 1 ? null : page.number());
    }
}
