package centrasage.console.payouts;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Once;
import centrasage.console.life.Event;
import centrasage.console.payouts.line.LineRow;
import centrasage.console.payouts.line.PayoutLines;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.console.table.Table;
import centrasage.console.table.Tables;
import centrasage.desk.BusinessException;
import centrasage.money.Money;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.statement.StatementLine;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.LineTallies;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementFile;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One payout: its proof, its lines, what is posted of it, and what nobody can explain. */
@Named
@RequestScoped
public class PayoutPage implements Listing<LineRow> {
    private static final int POSTED_MAX = 60;

    private Address here;
    private @Nullable SettlementBatch batch;
    private @Nullable LineState state;
    private final Once once = new Once();
    private LineTallies tallies;
    private PayoutLines lines;
    private PostedForPayout ofSage;
    private Papers papers;
    private PayoutWords words;
    private Tables tables;

    @SuppressWarnings("NullAway.Init")
    PayoutPage() {}

    @Inject
    PayoutPage(
            SettlementBatches batches,
            LineTallies tallies,
            PayoutLines lines,
            PostedForPayout ofSage,
            Papers papers,
            PayoutWords words,
            Tables tables) {
        this.tallies = tallies;
        this.lines = lines;
        this.ofSage = ofSage;
        this.papers = papers;
        this.words = words;
        this.tables = tables;
        Asked asked = Asked.now();
        here = asked.address("payout.xhtml", "id", "state");
        batch = asked.id("id").flatMap(batches::batch).orElse(null);
        state = asked.one("state", LineState.class).orElse(null);
    }

    /** Null where there is none of this id. */
    public @Nullable SettlementBatch batch() {
        return batch;
    }

    private SettlementBatch known() {
        return Optional.ofNullable(batch).orElseThrow();
    }

    public PayoutProof proof() {
        return once.of("proof", () -> PayoutProof.of(known()));
    }

    public Explained explained() {
        return once.of("explained", () -> new Explained(tallies.of(known().id())));
    }

    /** Whether it adds up, and nothing of it waits for a person. */
    public boolean closes() {
        return proof().closes() && known().faultsInAll() == 0 && explained().waitingLines() == 0;
    }

    /** Whether it is the version of its batch that counts. */
    public boolean counts() {
        return known().state().isToBePosted();
    }

    private List<Posting> postings() {
        return once.of("postings", () -> ofSage.of(known()));
    }

    /** What is posted for it, or is to be, the first of them. */
    public List<PostedRow> posted() {
        return once.of(
                "posted",
                () -> ofSage.rows(known(), postings().stream().limit(POSTED_MAX).toList()));
    }

    /** How many there are in all. */
    public int postedInAll() {
        return postings().size();
    }

    /** What of it is still to come. */
    public List<PostedRow> toCome() {
        return posted().stream()
                .filter(row -> !BatchPostings.isOver(row.posting().state()))
                .toList();
    }

    public List<StatementLine> arrived() {
        return once.of("arrived", () -> papers.arrived(known()));
    }

    /** What bank statements show of it; null where they show nothing. */
    public @Nullable Money received() {
        return new PayoutRow(known(), List.of(), arrived()).received();
    }

    public @Nullable SettlementFile file() {
        return once.of("file", () -> papers.file(known())).orElse(null);
    }

    /** All versions of it, the latest first; none where there is only this one. */
    public List<SettlementBatch> versions() {
        List<SettlementBatch> all = once.of("versions", () -> papers.versions(known()));
        return all.size() > 1 ? all : List.of();
    }

    public List<BusinessException> exceptions() {
        return once.of("exceptions", () -> papers.exceptions(known()));
    }

    /** What people, and the jobs by themselves, did with it, the oldest first. */
    public List<Event> history() {
        return once.of("history", () -> papers.history(known()));
    }

    @Override
    public String name() {
        return "payout-lines";
    }

    @Override
    public List<Column<LineRow>> columns() {
        return List.of(
                Column.<LineRow>number(
                                "line", "Line", row -> Long.toString(row.line().number()))
                        .leadingTo(LineRow::address),
                Column.<LineRow>text("type", "Type", row -> row.line().type()),
                Column.<LineRow>day("day", "Day", row -> row.line().bookedOn()),
                Column.<LineRow>amount("gross", "Before fees", LineRow::gross),
                Column.<LineRow>amount("kept", "Fees", row -> row.line().kept()),
                Column.<LineRow>amount("net", "Net", row -> row.line().net()),
                Column.<LineRow>number("order", "Order", LineRow::order).leadingTo(LineRow::orderAddress),
                Column.<LineRow>number("reference", "Provider's reference", LineRow::reference),
                Column.<LineRow>sign(
                        "state", "State", row -> words.line(row.stored().state())),
                Column.<LineRow>text(
                        "how",
                        "How, or why not",
                        row -> words.how(row.stored().state(), row.stored().how())),
                Column.<LineRow>number("urn", "Sage 200 urn", LineRow::urns).leadingTo(LineRow::orderAddress),
                Column.<LineRow>difference("variance", "Apart", LineRow::variance),
                Column.<LineRow>text(
                                "merchant",
                                "Shop's reference",
                                row -> row.line().references().merchant())
                        .atFirstHidden(),
                Column.<LineRow>words("text", "The file says", row -> row.line().text())
                        .atFirstHidden());
    }

    @Override
    public List<LineRow> rows(int from, int count) {
        return batch == null ? List.of() : lines.rows(batch, state, from, count);
    }

    @Override
    public Address here() {
        return here;
    }

    @Override
    public String whenEmpty() {
        return "The lines of its file are listed here. None is in this state.";
    }

    public Table<LineRow> table() {
        return once.of("table", () -> tables.of(this));
    }

    /** The states of lines that there are. */
    public List<LineState> states() {
        List<LineState> there = new ArrayList<>(explained().groups().stream()
                .map(group -> group.state())
                .distinct()
                .toList());
        there.sort(null);
        return there;
    }

    public long lines(LineState of) {
        return explained().groups().stream()
                .filter(group -> group.state() == of)
                .mapToLong(group -> group.lines())
                .sum();
    }

    public boolean shown(LineState each) {
        return state == each;
    }

    /** This view with this state of lines, or all of them where it is what is shown. */
    public String toggling(LineState each) {
        return here.with("state", state == each ? null : each) + "#lines";
    }
}
