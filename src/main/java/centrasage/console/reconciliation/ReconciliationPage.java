package centrasage.console.reconciliation;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.console.words.Signs;
import centrasage.console.words.Standings;
import centrasage.reconcile.kept.ComparedDay;
import centrasage.reconcile.kept.ComparedNumber;
import centrasage.reconcile.kept.ComparedSum;
import centrasage.reconcile.kept.KeptDays;
import centrasage.sync.store.Documents;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Both systems facing each other on a business day, as they were when they were last compared. */
@Named
@RequestScoped
public class ReconciliationPage implements Listing<ComparedNumber> {
    private static final int DAYS = 14;

    private KeptDays kept;
    private Signs signs;
    private Standings standings;
    private Tables tables;
    private LocalDate today;
    private List<ComparedDay> days;
    private LocalDate day;
    private @Nullable ComparedDay compared;
    private @Nullable Table<ComparedNumber> table;

    @SuppressWarnings("NullAway.Init")
    ReconciliationPage() {}

    @Inject
    ReconciliationPage(
            KeptDays kept,
            Signs signs,
            Standings standings,
            Tables tables,
            Clock clock,
            @ConfigProperty(name = "schedule.time-zone") ZoneId zone) {
        this.kept = kept;
        this.signs = signs;
        this.standings = standings;
        this.tables = tables;
        today = clock.instant().atZone(zone).toLocalDate();
        days = kept.until(today, DAYS);
        day = asked().orElseGet(this::latest);
        compared = kept.day(day).orElse(null);
    }

    /** Read kindly: what is no date, or still to come, is left out. */
    private Optional<LocalDate> asked() {
        try {
            return Asked.now().text("day").map(LocalDate::parse).filter(given -> !given.isAfter(today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last whole day that was compared; else the last one, or yesterday. */
    private LocalDate latest() {
        return days.stream()
                .map(ComparedDay::day)
                .filter(each -> each.isBefore(today))
                .findFirst()
                .or(() -> days.stream().map(ComparedDay::day).findFirst())
                .orElse(today.minusDays(1));
    }

    public LocalDate day() {
        return day;
    }

    public LocalDate today() {
        return today;
    }

    /** The days that were compared last, the latest first. */
    public List<ComparedDay> days() {
        return days;
    }

    /** Null where the day was never compared. */
    public @Nullable ComparedDay compared() {
        return compared;
    }

    public String of(LocalDate each) {
        return Address.of("reconciliation.xhtml").with("day", each).toString();
    }

    /** The question whether to compare the day now. */
    public String asking() {
        return here().with("ask", "compare").toString();
    }

    /** {@code Orders}, {@code Receipts}. */
    public String title(ComparedSum sum) {
        return signs.documents(Documents.of(sum.kind()));
    }

    /** Whether it is money that is compared; of shipments it is how many. */
    public boolean hasMoney(ComparedSum sum) {
        return !sum.here().isZero() || !sum.sage().isZero();
    }

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public List<Column<ComparedNumber>> columns() {
        return List.of(
                Column.<ComparedNumber>text("document", "Document", number -> signs.document(number.kind())),
                Column.number("number", "Number", ComparedNumber::number)
                        .leadingTo(number -> Address.of("order.xhtml")
                                .with("number", number.number())
                                .toString()),
                Column.text("company", "Company", ComparedNumber::company),
                Column.sign("standing", "How it stood", number -> standings.of(number.standing())),
                Column.amount("here", "Centra", ComparedNumber::here),
                Column.amount("sage", "Sage 200", ComparedNumber::sage),
                Column.<ComparedNumber>text("sage-numbers", "In Sage 200", ComparedNumber::sageNumbers),
                Column.words("note", "Difference in words", ComparedNumber::note));
    }

    @Override
    public List<ComparedNumber> rows(int from, int count) {
        return kept.numbers(day, from, count);
    }

    @Override
    public Address here() {
        return Address.of("reconciliation.xhtml").with("day", day);
    }

    @Override
    public String whenEmpty() {
        return compared == null
                ? "What does not agree on this day would be listed here. The day was not compared yet."
                : "Whatever does not agree on this day would be listed here. Everything that was compared agrees.";
    }

    public Table<ComparedNumber> table() {
        if (table == null) {
            table = tables.of(this);
        }
        return table;
    }

    /** Whether there are more that do not agree than are kept. */
    public boolean cut() {
        return compared != null && compared.differing() + compared.explained() > KeptDays.NUMBERS_MAX;
    }
}
