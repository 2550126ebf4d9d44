package centrasage.console.exceptions;

import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.life.Edits;
import centrasage.console.life.Event;
import centrasage.console.life.Life;
import centrasage.console.words.Advice;
import centrasage.console.words.Amounts;
import centrasage.console.words.Mending;
import centrasage.console.words.Moments;
import centrasage.console.words.Signs;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.Seen;
import centrasage.flow.OrderName;
import centrasage.flow.PostingState;
import centrasage.sync.record.Audit;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page says about the chosen exception: why it matters, what to do, what was done. */
@Named
@RequestScoped
public class ExceptionWords {
    private Audit audit;
    private Postings postings;
    private Edits edits;
    private Visitor visitor;
    private final Map<Long, Optional<Edits.SideBySide>> compared = new HashMap<>();
    private Amounts amounts;
    private Signs signs;
    private Moments moments;
    private boolean asksToPlan;
    private @Nullable Told told;
    private String meanwhile = "";
    private Desk desk;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    ExceptionWords() {}

    @Inject
    ExceptionWords(
            Desk desk,
            Audit audit,
            Postings postings,
            Edits edits,
            Visitor visitor,
            Amounts amounts,
            Signs signs,
            Moments moments,
            Clock clock) {
        this.clock = clock;
        this.desk = desk;
        this.audit = audit;
        this.postings = postings;
        this.edits = edits;
        this.visitor = visitor;
        this.amounts = amounts;
        this.signs = signs;
        this.moments = moments;
        Asked asked = Asked.now();
        asksToPlan = asked.text("ask").filter("plan"::equals).isPresent();
        told = asked.one("done", Told.class).orElse(null);
        meanwhile = asked.id("id")
                .flatMap(id ->
                        asked.id("since").or(() -> asked.id("seen")).map(edition -> new Seen(id, edition.intValue())))
                .map(desk::meanwhile)
                .orElse("");
        if (told == null && !meanwhile.isEmpty()) {
            told = Told.CHANGED; // the form that was sent is not offered any more
        }
    }

    /** Who did what after the visitor had opened it, where that kept their deed from being done; empty else. */
    public String meanwhile() {
        return meanwhile;
    }

    /** Where it is mended, and its runbook. */
    public Mending mending(BusinessException exception) {
        return Mending.of(exception);
    }

    /** By when somebody is to have seen to it; null where nobody need. */
    public @Nullable Instant due(BusinessException exception) {
        return desk.due(exception).orElse(null);
    }

    public boolean overdue(@Nullable Instant due) {
        return due != null && due.isBefore(clock.instant());
    }

    /** How many others of the same cause wait; what mends this one often mends them. */
    public long others(BusinessException exception) {
        return exception.state() == BusinessException.State.OPEN ? desk.ofSameCause(exception) - 1 : 0;
    }

    public Advice advice(BusinessException exception) {
        return Advice.of(exception, amounts);
    }

    /** Whether it is about an order itself, and not about what follows from one, such as its shipment. */
    public boolean ofOrder(BusinessException exception) {
        return exception.sourceKey().matches("\\d+");
    }

    /** What stands before its number: nothing before that of an order, which most are about. */
    public String word(BusinessException exception) {
        return ofOrder(exception) ? "" : signs.subject(exception).replaceFirst("\\S+$", "");
    }

    /** Whether its document was given up with it, so that it is not sent unless somebody plans it again. */
    public boolean givenUp(BusinessException exception) {
        return exception.state() == BusinessException.State.RESOLVED
                && postings.of(exception.sourceKey()).stream()
                        .anyMatch(posting -> posting.state() == PostingState.ABANDONED
                                && posting.key().company().equals(exception.company()));
    }

    /** What was posted beside what Centra says now; null where there is nothing to compare. The page asks for each cell. */
    public Edits.@Nullable SideBySide edit(BusinessException exception) {
        return compared.computeIfAbsent(exception.id(), id -> compared(exception))
                .orElse(null);
    }

    private Optional<Edits.SideBySide> compared(BusinessException exception) {
        Optional<Edits.SideBySide> both = edits.of(exception, visitor.maySeeCustomers());
        if (both.isPresent() && visitor.maySeeCustomers()) {
            audit.look(visitor.name(), OrderName.of(exception.sourceKey()));
        }
        return both;
    }

    /** What people did about it until now, oldest first. */
    public List<Event> history(BusinessException exception) {
        return new Life(signs, moments)
                .deeds(audit.of("exception/" + exception.id()))
                .events();
    }

    /** Whether the visitor wants to know what planning again does before it is done. */
    public boolean asksToPlan() {
        return asksToPlan;
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return told == null || !toldOfMany().isEmpty() ? "" : told.words();
    }

    /** What kept a deed about many from being prepared; empty where nothing did. */
    public String toldOfMany() {
        return told == Told.PICK || told == Told.MANY_WORDS ? told.words() : "";
    }

    public boolean toldGood() {
        return told != null && told.isGood();
    }
}
