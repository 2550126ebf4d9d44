package centrasage.console.mappings;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.mappings.change.Change;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.flow.MappingTexts.Version;
import centrasage.mapping.MappingFault;
import centrasage.mapping.Mappings;
import centrasage.mapping.SheetForm;
import centrasage.mapping.sheet.Grid;
import centrasage.mapping.sheet.Merge;
import centrasage.mapping.version.MappingVersions;
import centrasage.reconcile.mapping.Coverage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One sheet, whose name is in the page's address with what is looked for: its rows, what is wrong with them, what orders lack. */
@Named
@RequestScoped
public class SheetPage implements Listing<SheetRow> {
    private static final int PAGE = 50;
    private static final int EMPTY_MAX = 100;

    /** More would make the page heavy: what is typed is checked all the same. */
    private static final int CODES_MAX = 1_000;

    private static final int FAULTS_MAX = 30;
    private static final int FILE_MAX = 100_000;

    private @Nullable SheetForm form;
    private Sheet.@Nullable Open open;
    private @Nullable RowSigns signs;
    private @Nullable Prefilled wanted;
    private Asked asked;
    private List<Integer> found = List.of();
    private @Nullable Mappings mappings;
    private Coverage coverage;
    private MappingVersions versions;
    private Sheet sheets;

    @SuppressWarnings("NullAway.Init")
    SheetPage() {}

    @Inject
    SheetPage(
            Sheet sheets, Editor editor, KnownCoverage known, Coverage coverage, MappingVersions versions, Desk desk) {
        this.coverage = coverage;
        this.versions = versions;
        this.sheets = sheets;
        asked = Asked.now();
        Optional<Prefilled> ofException = asked.id("exception")
                .flatMap(desk::get)
                .map(BusinessException::reasons)
                .flatMap(Prefilled::of);
        form = asked.text("sheet")
                .flatMap(SheetForm::named)
                .or(() -> ofException.map(Prefilled::form))
                .orElse(null);
        if (form != null) {
            SheetForm sheet = form;
            wanted = asked.text("new")
                    .flatMap(text -> Prefilled.asked(sheet, text))
                    .or(() -> ofException.filter(each -> each.form().equals(sheet)))
                    .orElse(null);
            Sheet.Open opened = sheets.open(sheet, editor.name());
            open = opened;
            mappings = sheets.mappings(opened.change());
            signs = new RowSigns(opened, mappings == null ? null : known.of(mappings));
            found = opened.grid() == null ? List.of() : found(opened.grid());
        }
    }

    private Sheet.Open opened() {
        return Objects.requireNonNull(open);
    }

    private RowSigns signs() {
        return Objects.requireNonNull(signs);
    }

    /** Whether the address names a sheet. */
    public boolean given() {
        return form != null;
    }

    public SheetForm form() {
        return Objects.requireNonNull(form);
    }

    private List<Integer> found(Grid grid) {
        String text = text().toLowerCase(Locale.ROOT);
        String show = show();
        return IntStream.range(0, grid.rows().size())
                .filter(row -> text.isEmpty()
                        || grid.rows().get(row).values().stream()
                                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(text)))
                .filter(row -> switch (show) {
                    case "wrong" -> signs().needsLooking(grid, row);
                    case "changed" -> !signs().mark(grid, row).isEmpty();
                    default -> true;
                })
                .boxed()
                .toList();
    }

    /** What is looked for; empty where nothing is. */
    public String text() {
        return asked.text("q").orElse("");
    }

    /** Which rows: {@code wrong}, {@code changed}, or empty for all. */
    public String show() {
        return asked.text("show").orElse("");
    }

    /** What the form keeps of the address. */
    public List<Map.Entry<String, String>> parts() {
        return List.copyOf(
                here().with("page", number() == 1 ? null : number()).parts().entrySet());
    }

    public String narrowed(String part, @Nullable String value) {
        return here().with(part, value).toString();
    }

    /** The rows of this page, and those to be filled in below them. */
    public List<SheetRow> shown() {
        return rows((number() - 1) * PAGE, PAGE);
    }

    /** Rows to be filled in: what an order waits for first. */
    public List<SheetRow> blank() {
        List<SheetRow> blank = new ArrayList<>();
        Optional.ofNullable(wanted)
                .filter(row -> !isThere(row))
                .ifPresent(row -> blank.add(signs().blank(row.cells())));
        int more = asked.id("more")
                .map(Long::intValue)
                .map(rows -> Math.min(rows, EMPTY_MAX))
                .orElse(1);
        IntStream.range(0, more).forEach(row -> blank.add(signs().blank(Map.of())));
        return blank;
    }

    private boolean isThere(Prefilled row) {
        Grid grid = opened().grid();
        return grid != null
                && grid.rows().stream()
                        .anyMatch(each -> row.cells().entrySet().stream()
                                .allMatch(cell -> cell.getValue().equals(each.get(cell.getKey()))));
    }

    /** Whether the address brought a row that an order waits for. */
    public boolean prefilled() {
        return wanted != null && !isThere(wanted);
    }

    public int number() {
        return asked.page();
    }

    public int count() {
        return found.size();
    }

    public int all() {
        Grid grid = opened().grid();
        return grid == null ? 0 : grid.rows().size();
    }

    public boolean later() {
        return number() * PAGE < found.size();
    }

    public String turned(int page) {
        return here().with("page", page == 1 ? null : page).toString();
    }

    /** The version that this was begun from. */
    public int base() {
        return opened().base();
    }

    /** Whether the visitor has a draft of this sheet. */
    public boolean drafted() {
        return opened().draft() != null;
    }

    public @Nullable Instant changedAt() {
        return opened().draft() == null
                ? null
                : Objects.requireNonNull(opened().draft()).changedAt();
    }

    /** Whether what was sent is no table of this sheet: it is kept, and cannot be shown as rows. */
    public boolean unreadable() {
        return opened().grid() == null;
    }

    /** What is wrong with this sheet's draft, and with the visitor's other drafts. */
    public List<MappingFault> faults() {
        return opened().faults();
    }

    public List<MappingFault> shownFaults() {
        return faults().stream().limit(FAULTS_MAX).toList();
    }

    public boolean ready() {
        return opened().change().match(nothing -> false, overtaken -> false, faulty -> false, ready -> true);
    }

    public boolean overtaken() {
        return opened().isOvertaken();
    }

    /** The version that came in force meanwhile. */
    public @Nullable Version newer() {
        return versions.version(versions.currentNumber()).orElse(null);
    }

    /** The rows that both have changed. */
    public List<Merge.Clash> clashes() {
        return merge().clashes();
    }

    public String inWords(@Nullable Map<String, String> row) {
        return row == null ? "removed" : opened().inForce().content(row).replaceAll(",+$", "");
    }

    private Merge merge() {
        Grid mine = opened().grid();
        return new Merge(
                sheets.grid(form(), opened().base()), mine == null ? Grid.empty(form()) : mine, opened().inForce());
    }

    /** When Sage was read for what is said of the rows; null where it never was. */
    public @Nullable Instant checkedAt() {
        return signs().readAt();
    }

    /** What is said of the sheet as a whole. */
    public List<String> findings() {
        return signs().ofTheSheet();
    }

    /** What orders need and no row gives, as of the last check. */
    public List<Lacking> lacking() {
        return coverage.wanted().stream()
                .filter(each -> each.file().equals(form().file()))
                .map(Lacking::of)
                .toList();
    }

    /** The codes that there are for a column: to choose from while typing. */
    public List<String> codes(SheetForm.Field field) {
        if (!field.choices().isEmpty()) {
            return field.choices();
        }
        return mappings == null || !Coverage.CODES.contains(field.name())
                ? List.of()
                : coverage.codes(mappings, field.name()).stream()
                        .limit(CODES_MAX)
                        .toList();
    }

    public String told() {
        return asked.one("done", Told.class).map(Told::words).orElse("");
    }

    public boolean toldGood() {
        return asked.one("done", Told.class).filter(Told::isGood).isPresent();
    }

    @Override
    public String name() {
        return "mappings-" + form().name();
    }

    @Override
    public List<Column<SheetRow>> columns() {
        List<Column<SheetRow>> columns = new ArrayList<>();
        form().fields()
                .forEach(field -> columns.add(Column.text(
                        field.name(),
                        field.name(),
                        row -> row.cells().stream()
                                .filter(cell -> cell.field().equals(field))
                                .map(SheetRow.Cell::value)
                                .findFirst()
                                .orElse(""))));
        return columns;
    }

    @Override
    public List<SheetRow> rows(int from, int count) {
        Grid grid = opened().grid();
        return grid == null
                ? List.of()
                : found.stream()
                        .skip(from)
                        .limit(Math.min(count, FILE_MAX))
                        .map(row -> signs().row(grid, row))
                        .toList();
    }

    @Override
    public Address here() {
        return asked.address("mappings.xhtml", "q", "show").with("sheet", form().name());
    }

    @Override
    public String whenEmpty() {
        return "No row has this.";
    }

    /** What the visitor's drafts come to. */
    Change change() {
        return opened().change();
    }
}
