package centrasage.console.exceptions;

import centrasage.console.frame.Visitor;
import centrasage.console.words.JobOf;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.OneCause;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people do about the chosen exception. Each deed ends with a fresh page, so that none happens twice by reloading. */
@Named
@RequestScoped
public class ExceptionDesk {
    private static final int WORDS_MAX = 800;
    private static final int NAME_MAX = 80;

    private Desk desk;
    private OneCause ofMany;
    private Runner runner;
    private Visitor visitor;
    private ExceptionsPage page;
    private @Nullable String words;
    private @Nullable String person;

    @SuppressWarnings("NullAway.Init")
    ExceptionDesk() {}

    @Inject
    ExceptionDesk(Desk desk, OneCause ofMany, Runner runner, Visitor visitor, ExceptionsPage page) {
        this.desk = desk;
        this.ofMany = ofMany;
        this.runner = runner;
        this.visitor = visitor;
        this.page = page;
    }

    /** Plans its order again, and starts the job that does so unless it runs already. */
    public void planAgain(long id) throws IOException {
        act(id, () -> {
            if (ofMany.retry(id, visitor.name()).isPresent()) {
                startJob(id);
                return Told.ALL_PLANNED;
            }
            return desk.retry(id, visitor.name()) ? startJob(id) : unplannable(id);
        });
    }

    /** Has it tried at once instead of when it is due. */
    public void tryNow(long id) throws IOException {
        act(id, () -> desk.retry(id, visitor.name()) ? Told.TRIED : unplannable(id));
    }

    private Told unplannable(long id) {
        boolean open = desk.get(id)
                .filter(exception -> exception.state() == BusinessException.State.OPEN)
                .isPresent();
        return open ? Told.NOTHING : Told.GONE;
    }

    private Told startJob(long id) {
        try {
            runner.start(JobOf.source(desk.sourceKind(id)), Map.of(), visitor.name());
            return Told.PLANNED;
        } catch (JobRefused e) {
            return Told.SOON; // it runs already, and its next run plans what this one no longer sees
        }
    }

    public void resolve(long id) throws IOException {
        act(id, () -> resolved(id, plain(words)));
    }

    private Told resolved(long id, String why) {
        if (why.isEmpty() || why.length() > WORDS_MAX) {
            return Told.WORDS;
        }
        return switch (ofMany.resolve(id, visitor.name(), why, false)) {
            case DONE -> Told.RESOLVED;
            case STILL_WAITED_FOR -> Told.STILL_WAITED_FOR;
            case GONE -> desk.resolve(id, visitor.name(), why) ? Told.RESOLVED : Told.GONE;
        };
    }

    public void assign(long id) throws IOException {
        act(id, () -> assigned(id, plain(person)));
    }

    public void take(long id) throws IOException {
        act(id, () -> assigned(id, visitor.name()));
    }

    private Told assigned(long id, String to) {
        if (to.isEmpty() || to.length() > NAME_MAX) {
            return Told.NAME;
        }
        return desk.assign(id, visitor.name(), to) ? Told.ASSIGNED : Told.GONE;
    }

    private static String plain(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private void act(long id, Supplier<Told> deed) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayAct()) {
            String next = page.choosing(id) + "&done=" + deed.get().part();
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

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String person) {
        this.person = person;
    }
}
