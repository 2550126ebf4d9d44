package centrasage.console.reconciliation;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.live.Answer;
import centrasage.console.live.Questions;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.reconcile.cutoff.CutOff;
import centrasage.reconcile.cutoff.CutOffReport;
import centrasage.reconcile.worklist.KeptWorklists;
import centrasage.reconcile.worklist.Worklist;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** One list of what is open between the two systems, with its file. */
@Named
@RequestScoped
public class WorklistPage implements Listing<WorkLine> {
    /** The cut-off of a large day takes Sage 200 a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private WorkLines lines;
    private KeptWorklists kept;
    private Tables tables;
    private WorkList list;
    private LocalDate today;
    private LocalDate day;
    private boolean asks;
    private Answer<CutOffReport> cutOff;
    private @Nullable Table<WorkLine> table;

    @SuppressWarnings("NullAway.Init")
    WorklistPage() {}

    @Inject
    WorklistPage(
            WorkLines lines,
            KeptWorklists kept,
            Tables tables,
            CutOff cutOffs,
            Questions questions,
            Clock clock,
            @ConfigProperty(name = "schedule.time-zone") ZoneId zone) {
        this.lines = lines;
        this.kept = kept;
        this.tables = tables;
        Asked asked = Asked.now();
        list = asked.text("list").flatMap(WorkList::named).orElse(WorkList.DESPATCHED_NOT_INVOICED);
        today = clock.instant().atZone(zone).toLocalDate();
        day = day(asked);
        asks = list.isCutOff() && asked.text("now").isPresent();
        cutOff = asks ? questions.ask(() -> cutOffs.at(day), PATIENCE) : Answer.notAsked();
    }

    /** Read kindly: yesterday, where it is no date or still to come. */
    private LocalDate day(Asked asked) {
        try {
            return asked.text("day")
                    .map(LocalDate::parse)
                    .filter(given -> !given.isAfter(today))
                    .orElse(today.minusDays(1));
        } catch (DateTimeException e) {
            return today.minusDays(1);
        }
    }

    public WorkList list() {
        return list;
    }

    public List<WorkList> lists() {
        return Arrays.asList(WorkList.values());
    }

    public String of(WorkList each) {
        return Address.of("worklist.xhtml").with("list", each.path()).toString();
    }

    /** Whether the job worklist-check reads it from Sage 200. */
    public boolean isKept() {
        return list.kept().isPresent();
    }

    /** Whether Sage 200 is asked for it when somebody presses the button. */
    public boolean isAskedFor() {
        return list.isCutOff();
    }

    /** What to do about the lines. */
    public String remedy() {
        return list.kept().map(Worklist::remedy).orElse("");
    }

    public List<KeptWorklists.Sum> sums() {
        return list.kept().map(kept::sums).orElse(List.of());
    }

    public LocalDate day() {
        return day;
    }

    public LocalDate today() {
        return today;
    }

    /** Why Sage 200 did not answer, or what of it could not be read; empty where all is well, or nobody was asked. */
    public String unanswered() {
        return cutOff.said().map(WorklistPage::silent).orElse(cutOff.why());
    }

    private static String silent(CutOffReport report) {
        return report.silent().entrySet().stream()
                .map(each -> "company " + each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String name() {
        return list.path();
    }

    @Override
    public List<Column<WorkLine>> columns() {
        List<Column<WorkLine>> columns = new ArrayList<>();
        columns.add(Column.<WorkLine>number("number", "Centra number", WorkLine::number)
                .leadingTo(WorklistPage::order));
        columns.add(Column.text("company", "Company", WorkLine::company));
        switch (list) {
            case RETURNS_AWAITING_BOOKING_IN -> {
                columns.add(Column.text("product", "Sage product", WorkLine::document));
                columns.add(Column.count("units", "Units", WorkLine::units));
                columns.add(Column.text("warehouse", "Sage warehouse", WorkLine::sageOrder));
                columns.add(Column.day("since", "Returned on", WorkLine::since));
                columns.add(Column.words("note", "Goods", WorkLine::note));
            }
            case OPEN_ITEMS -> {
                columns.add(Column.text("document", "Entry", WorkLine::document));
                columns.add(Column.day("since", "Date", WorkLine::since));
                columns.add(Column.amount("value", "Value", WorkLine::value));
                columns.add(Column.amount("open", "Open", WorkLine::open));
            }
            case OTHER_DAYS -> {
                columns.add(Column.text("document", "Document", WorkLine::document));
                columns.add(Column.day("since", "True day", WorkLine::since));
                columns.add(Column.day("other", "Day in Sage 200", WorkLine::other));
                columns.add(Column.words("note", "Why", WorkLine::note));
            }
            case CAPTURED_NOT_DESPATCHED, NOT_INVOICED_AT_CUT_OFF, INVOICED_NOT_CAPTURED -> {
                columns.add(Column.text("sage-order", "Sage order", WorkLine::sageOrder));
                columns.add(Column.amount("open", "Open", WorkLine::open));
                columns.add(Column.amount("vat", "VAT in it", WorkLine::value));
                columns.add(Column.words("note", "Note", WorkLine::note));
            }
            case DESPATCHED_NOT_INVOICED, PENDING_NOT_POSTED, RETURNED_NOT_CREDITED -> {
                columns.add(Column.text("sage-order", "Sage order", WorkLine::sageOrder));
                columns.add(Column.words("document", "What waits", WorkLine::document));
                columns.add(Column.amount("open", "Value", WorkLine::open));
                columns.add(Column.day("since", "Since", WorkLine::since));
                columns.add(Column.count("age", "Days", this::age));
            }
        }
        return columns;
    }

    private @Nullable Number age(WorkLine line) {
        LocalDate since = line.since();
        return since == null ? null : ChronoUnit.DAYS.between(since, today);
    }

    /** Several orders, where an invoice is of several, lead to the first of them. */
    private static String order(WorkLine line) {
        String first = line.number().split("[, ]", 2)[0];
        return Address.of("order.xhtml").with("number", first).toString();
    }

    @Override
    public List<WorkLine> rows(int from, int count) {
        return switch (list) {
            case RETURNS_AWAITING_BOOKING_IN -> lines.toBookIn(from, count);
            case OPEN_ITEMS -> lines.open(from, count);
            case OTHER_DAYS -> lines.otherDays(from, count);
            default -> list.kept().map(which -> lines.of(which, from, count)).orElseGet(() -> cutOff(from, count));
        };
    }

    private List<WorkLine> cutOff(int from, int count) {
        return cutOff.said().map(report -> WorkLines.of(list, report)).orElse(List.of()).stream()
                .skip(from)
                .limit(count)
                .toList();
    }

    @Override
    public Address here() {
        Address here = Address.of("worklist.xhtml").with("list", list.path());
        return asks ? here.with("day", day).with("now", "yes") : here;
    }

    @Override
    public String whenEmpty() {
        if (list.isCutOff() && cutOff.said().isEmpty()) {
            return "The cut-off of a day would be listed here. Choose a day, and press Read Sage 200 now.";
        }
        return list.meaning() + " would be listed here. There is nothing of that"
                + (isKept() ? ", as far as Sage 200 said when it was last read." : ".");
    }

    public Table<WorkLine> table() {
        if (table == null) {
            table = tables.of(this);
        }
        return table;
    }
}
