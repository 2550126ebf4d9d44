package centrasage.console.audit;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.console.words.AuditWords;
import centrasage.console.words.Sign;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.record.AuditTrail;
import centrasage.sync.record.AuditTrail.Behind;
import centrasage.sync.record.AuditTrail.Entry;
import centrasage.sync.record.AuditTrail.Filter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The audit trail, the newest first, of a filter that is in the page's address. */
@Named
@RequestScoped
public class AuditPage implements Listing<Entry> {
    private static final Sign SEALED = new Sign("Sealed", "lock", "posted", "A change of it would be found");
    private static final Sign NOT_YET = new Sign("Not sealed yet", "clock", "waiting", "It is sealed within seconds");

    private AuditTrail trail;
    private AuditWords words;
    private Tables tables;
    private Address here;
    private Filter filter;
    private boolean nothing;
    private @Nullable Long below;
    private @Nullable Long last;
    private int place;
    private @Nullable Table<Entry> table;

    @SuppressWarnings("NullAway.Init")
    AuditPage() {}

    @Inject
    AuditPage(
            AuditTrail trail,
            Subjects subjects,
            AuditWords words,
            Tables tables,
            @ConfigProperty(name = "schedule.time-zone") ZoneId zone) {
        this.trail = trail;
        this.words = words;
        this.tables = tables;
        Asked asked = Asked.now();
        here = asked.address("audit.xhtml", "q", "person", "kind", "action", "from", "to", "below");
        below = asked.id("below").orElse(null);
        Set<String> wanted = asked.text("q").map(subjects::of).orElse(Set.of());
        nothing = asked.text("q").isPresent() && wanted.isEmpty();
        filter = new Filter(
                asked.one("kind", Behind.class).orElse(null),
                asked.text("person").orElse(null),
                asked.text("action").orElse(null),
                wanted,
                day(asked, "from").map(day -> begin(day, zone)).orElse(null),
                day(asked, "to").map(day -> begin(day.plusDays(1), zone)).orElse(null));
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Read kindly: what is no date is left out. */
    private static Optional<LocalDate> day(Asked asked, String name) {
        try {
            return asked.text(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "audit-trail";
    }

    @Override
    public List<Column<Entry>> columns() {
        return List.of(
                Column.moment("when", "When", entry -> entry.what().occurredAt()),
                Column.<Entry>text("who", "Who", entry -> entry.what().actor()).leadingTo(this::person),
                Column.text(
                        "what",
                        "What",
                        (Entry entry) -> words.action(entry.what().action())),
                Column.<Entry>text(
                                "about",
                                "About",
                                entry -> words.subject(entry.what().subject()))
                        .leadingTo(AuditPage::about),
                Column.words("words", "In words", (Entry entry) -> entry.what().detail()),
                Column.sign("seal", "Seal", entry -> entry.sealed() == null ? NOT_YET : SEALED),
                Column.<Entry>text("number", "Number in the seal", AuditPage::number)
                        .atFirstHidden(),
                Column.<Entry>text("code", "Code", entry -> entry.what().action())
                        .atFirstHidden(),
                Column.<Entry>text("subject", "Subject", entry -> entry.what().subject())
                        .atFirstHidden());
    }

    private static @Nullable String number(Entry entry) {
        Long number = entry.sealed();
        return number == null ? null : number.toString();
    }

    private String person(Entry entry) {
        return here.with("below", null).with("person", entry.what().actor()).toString();
    }

    private static @Nullable String about(Entry entry) {
        AuditEntry what = entry.what();
        String link = AuditWords.link(what.action(), what.subject());
        return link.isEmpty() ? null : link;
    }

    /** What follows the last rows that were read is found by their last one; another place is counted from the view's beginning. */
    @Override
    public List<Entry> rows(int from, int count) {
        if (nothing) {
            return List.of();
        }
        boolean isNext = from > 0 && from == place && last != null;
        List<Entry> rows = isNext
                ? trail.page(filter, last, count)
                : trail.page(filter, below, from + count).stream().skip(from).toList();
        if (!rows.isEmpty()) {
            last = rows.get(rows.size() - 1).number();
            place = from + rows.size();
        }
        return rows;
    }

    @Override
    public @Nullable Address following(Entry row) {
        return here.with("below", row.number());
    }

    @Override
    public Address here() {
        return here;
    }

    @Override
    public String whenEmpty() {
        return "Whatever people and the program did would be listed here, the newest first. Nothing matches this filter: take a part"
                + " of it away. An order is found by its whole number.";
    }

    public Table<Entry> table() {
        if (table == null) {
            table = tables.of(this);
        }
        return table;
    }

    /** Whether rows before these are left out, because one has gone on from page to page. */
    public boolean isFurtherDown() {
        return below != null;
    }

    public String newest() {
        return here.with("below", null).toString();
    }

    /** All actions there are words for, by their words. */
    public Set<Map.Entry<String, String>> actions() {
        return words.actions().entrySet();
    }

    /** What is chosen of a part; empty where anything is. */
    public String value(String part) {
        return here.parts().getOrDefault(part, "");
    }

    /** This view with this part, or without it where that is what is chosen; from the newest row on. */
    public String toggled(String part, String value) {
        return here.with("below", null)
                .with(part, value(part).equals(value) ? null : value)
                .toString();
    }
}
