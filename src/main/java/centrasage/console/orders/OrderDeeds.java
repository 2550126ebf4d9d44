package centrasage.console.orders;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.words.JobOf;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.OneCause;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.Runner;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do about an order on its own page; the same deeds as on the page of its exception. */
@Named
@RequestScoped
public class OrderDeeds {
    private static final int WORDS_MAX = 800;

    private OrderPage order;
    private Desk desk;
    private OneCause ofMany;
    private Runner runner;
    private Audit audit;
    private Visitor visitor;
    private @Nullable BusinessException chosen;
    private String done;
    private @Nullable String words;

    @SuppressWarnings("NullAway.Init")
    OrderDeeds() {}

    @Inject
    OrderDeeds(OrderPage order, Desk desk, OneCause ofMany, Runner runner, Audit audit, Visitor visitor) {
        this.order = order;
        this.desk = desk;
        this.ofMany = ofMany;
        this.runner = runner;
        this.audit = audit;
        this.visitor = visitor;
        Asked asked = Asked.now();
        Optional<Long> of = asked.id("of");
        chosen = order.exceptions().stream()
                .filter(each -> of.filter(id -> id == each.id()).isPresent())
                .filter(this::mayPlan)
                .findFirst()
                .orElse(null);
        done = asked.text("done").orElse("");
    }

    /** How a deed has ended. */
    enum Told {
        PLANNED("It is being planned again now. Look again in a moment: this page shows what became of it."),
        SOON("It will be planned again by the next run of its job, because one runs at this moment."),
        TRIED("It is being tried now. Look again in a moment: this page shows what became of it."),
        NOTHING("Nothing was done: there is nothing to plan or to try any more.");

        private final String words;

        Told(String words) {
            this.words = words;
        }
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return Arrays.stream(Told.values())
                .filter(each -> each.name().equalsIgnoreCase(done))
                .findFirst()
                .map(each -> each.words)
                .orElse("");
    }

    /** Whether it can be planned again by who looks. */
    public boolean mayPlan(BusinessException exception) {
        return visitor.mayAct()
                && exception.state() == BusinessException.State.OPEN
                && (exception.kind().isPlannable() || exception.kind().isOfMany());
    }

    /** Whether it can be tried at once by who looks. */
    public boolean mayTry(BusinessException exception) {
        return visitor.mayAct()
                && exception.state() == BusinessException.State.OPEN
                && exception.kind().isTriedByItself();
    }

    /** The exception that is asked about; null while none is. */
    public @Nullable BusinessException chosen() {
        return chosen;
    }

    /** How many documents are planned again with it. */
    public long others() {
        return chosen != null && chosen.kind().isOfMany() ? ofMany.waiting(chosen.id()) : 1;
    }

    public void planAgain() throws IOException {
        BusinessException exception = chosen;
        act(exception != null && retried(exception) ? start(exception.id()) : Told.NOTHING);
    }

    public void tryNow(long id) throws IOException {
        boolean isOurs = order.exceptions().stream().anyMatch(each -> each.id() == id && mayTry(each));
        act(isOurs && desk.retry(id, visitor.name()) ? Told.TRIED : Told.NOTHING);
    }

    private boolean retried(BusinessException exception) {
        boolean again = visitor.mayAct()
                && (ofMany.retry(exception.id(), visitor.name()).isPresent()
                        || desk.retry(exception.id(), visitor.name()));
        String why = words == null ? "" : words.strip();
        if (again && !why.isEmpty()) {
            audit.write(
                    visitor.name(),
                    "NOTED",
                    "exception/" + exception.id(),
                    why.substring(0, Math.min(why.length(), WORDS_MAX)));
        }
        return again;
    }

    private Told start(long id) {
        try {
            runner.start(JobOf.source(desk.sourceKind(id)), Map.of(), visitor.name());
            return Told.PLANNED;
        } catch (JobRefused e) {
            return Told.SOON; // it runs already, and its next run plans what this one no longer sees
        }
    }

    private void act(Told told) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayAct()) {
            Address next = Address.of("order.xhtml")
                    .with("number", order.number())
                    .with("done", told.name().toLowerCase(Locale.ROOT));
            external.redirect(external.getRequestContextPath() + "/" + next);
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "a viewer may only look");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }
}
