package centrasage.console;

import centrasage.console.life.Event;
import centrasage.console.life.Life;
import centrasage.console.words.Advice;
import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import centrasage.console.words.Signs;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.jobs.JobRefused;
import centrasage.jobs.Runner;
import centrasage.sync.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What people do about the chosen exception. Each deed ends with a fresh page, so that none happens twice by reloading. */
@Named
@RequestScoped
public class ExceptionDesk {
    private static final int WORDS_MAX = 800;
    private static final int NAME_MAX = 80;

    private Desk desk;
    private Runner runner;
    private Visitor visitor;
    private ExceptionsPage page;
    private Audit audit;
    private Amounts amounts;
    private Signs signs;
    private Moments moments;
    private @Nullable String words;
    private @Nullable String person;
    private String ask;
    private String done;

    @SuppressWarnings("NullAway.Init")
    ExceptionDesk() {}

    @Inject
    ExceptionDesk(
            Desk desk,
            Runner runner,
            Visitor visitor,
            ExceptionsPage page,
            Audit audit,
            Amounts amounts,
            Signs signs,
            Moments moments) {
        this.desk = desk;
        this.runner = runner;
        this.visitor = visitor;
        this.page = page;
        this.audit = audit;
        this.amounts = amounts;
        this.signs = signs;
        this.moments = moments;
        Asked asked = Asked.now();
        ask = asked.text("ask").orElse("");
        done = asked.text("done").orElse("");
    }

    /** Whether the visitor wants to know what planning again does before it is done. */
    public boolean asksToPlan() {
        return ask.equals("plan");
    }

    public Advice advice(BusinessException exception) {
        return Advice.of(exception, amounts);
    }

    /** What people did about it until now, oldest first. */
    public List<Event> history(BusinessException exception) {
        return new Life(signs, moments)
                .deeds(audit.of("exception/" + exception.id()))
                .events();
    }

    /** Plans its order again, and starts the job that does so unless it runs already. */
    public void planAgain(long id) throws IOException {
        act(id, "planned", () -> {
            boolean again = desk.retry(id, visitor.name());
            if (again) {
                startImport();
            }
            return again;
        });
    }

    private void startImport() {
        try {
            runner.start("order-import", Map.of(), visitor.name());
        } catch (JobRefused e) {
            done = "soon"; // it runs already, and its next run plans what this one no longer sees
        }
    }

    private static String plain(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    public void resolve(long id) throws IOException {
        String why = plain(words);
        if (why.isEmpty() || why.length() > WORDS_MAX) {
            leave(id, "words");
        } else {
            act(id, "resolved", () -> desk.resolve(id, visitor.name(), why));
        }
    }

    public void assign(long id) throws IOException {
        String to = plain(person);
        if (to.isEmpty() || to.length() > NAME_MAX) {
            leave(id, "name");
        } else {
            act(id, "assigned", () -> desk.assign(id, visitor.name(), to));
        }
    }

    public void take(long id) throws IOException {
        act(id, "assigned", () -> desk.assign(id, visitor.name(), visitor.name()));
    }

    /** What became of the last deed, in words; empty where there was none. */
    public String told() {
        return switch (done) {
            case "planned" ->
                "It is being planned again now. Look again in a moment: this page shows what became of it.";
            case "soon" -> "It will be planned again by the next run of the orders, because one runs at this moment.";
            case "resolved" -> "Resolved. Your words are kept with it.";
            case "assigned" -> "Noted who looks after it.";
            case "gone" -> "Nothing was done: it was resolved meanwhile.";
            case "words" -> "Nothing was done: say in a few words (at most 800 characters) what you did about it.";
            case "name" -> "Nothing was done: say who is to look after it.";
            default -> "";
        };
    }

    public boolean toldGood() {
        return List.of("planned", "soon", "resolved", "assigned").contains(done);
    }

    private void act(long id, String deed, BooleanSupplier work) throws IOException {
        if (!visitor.mayAct()) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .responseSendError(HttpServletResponse.SC_FORBIDDEN, "a viewer may only look");
            FacesContext.getCurrentInstance().responseComplete();
            return;
        }
        done = deed;
        leave(id, work.getAsBoolean() ? done : "gone");
    }

    private void leave(long id, String told) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + "/" + page.choosing(id) + "&done=" + told);
        FacesContext.getCurrentInstance().responseComplete();
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String person) {
        this.person = person;
    }
}
