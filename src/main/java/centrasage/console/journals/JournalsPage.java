package centrasage.console.journals;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Once;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.console.words.Sign;
import centrasage.settlements.journal.Journal;
import centrasage.settlements.journal.JournalState;
import centrasage.settlements.journal.Journals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journals of a state that is in the page's address, the latest first. */
@Named
@RequestScoped
public class JournalsPage implements Listing<Journal> {
    private Address here;
    private @Nullable JournalState state;
    private Journals journals;
    private Tables tables;
    private final Once once = new Once();

    @SuppressWarnings("NullAway.Init")
    JournalsPage() {}

    @Inject
    JournalsPage(Journals journals, Tables tables) {
        this.journals = journals;
        this.tables = tables;
        Asked asked = Asked.now();
        here = asked.address("journals.xhtml", "state");
        state = asked.one("state", JournalState.class).orElse(null);
    }

    public Sign sign(JournalState of) {
        return switch (of) {
            case OPEN ->
                new Sign(
                        "To import",
                        "clock",
                        "waiting",
                        "Its file is to be imported into Sage 200, and is looked for there");
            case SEEN -> new Sign("In Sage 200", "check", "posted", "Sage 200's nominal ledger has all of it");
            case WITHDRAWN -> new Sign("Withdrawn", "dash", "quiet", "A person says that it is not imported after all");
        };
    }

    @Override
    public String name() {
        return "journals";
    }

    @Override
    public List<Column<Journal>> columns() {
        return List.of(
                Column.number("reference", "Journal", Journal::reference)
                        .leadingTo(journal -> "journal.xhtml?id=" + journal.id()),
                Column.sign("state", "State", journal -> sign(journal.state())),
                Column.day("date", "Date", journal -> journal.content().date()),
                Column.amount("total", "Total", journal -> journal.content().total()),
                Column.text("about", "About", journal -> journal.content().about()),
                Column.words(
                        "narrative", "Narrative", journal -> journal.content().narrative()),
                Column.text("by", "Proposed by", Journal::proposedBy),
                Column.moment("since", "Since", Journal::since),
                Column.<Journal>text(
                                "company",
                                "Company",
                                journal -> journal.content().company())
                        .atFirstHidden());
    }

    @Override
    public List<Journal> rows(int from, int count) {
        return journals.page(state, from, count);
    }

    @Override
    public Address here() {
        return here;
    }

    @Override
    public String whenEmpty() {
        return "Journals of variances that are no cash, such as a fee in the wrong month, are listed here once somebody proposes one. Nothing matches this filter.";
    }

    public Table<Journal> table() {
        return once.of("table", () -> tables.of(this));
    }

    public List<JournalState> states() {
        return List.of(JournalState.values());
    }

    public boolean chosen(JournalState each) {
        return state == each;
    }

    public String toggling(JournalState each) {
        return here.with("state", chosen(each) ? null : each).toString();
    }
}
