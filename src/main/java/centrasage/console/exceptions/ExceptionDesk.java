package centrasage.console.exceptions;

import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.words.JobOf;
import centrasage.console.words.Moments;
import centrasage.desk.Became;
import centrasage.desk.Desk;
import centrasage.desk.Ignoring;
import centrasage.desk.OneCause;
import centrasage.desk.Seen;
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
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people do about the chosen exception. Each deed ends with a fresh page, so that none happens twice by reloading. */
@Named
@RequestScoped
public class ExceptionDesk {
    private static final int WORDS_MAX = 800;
    private static final int NAME_MAX = 80;
    /** A form that does not say what was seen has seen nothing. */
    private static final int UNSEEN = -1;

    private Desk desk;
    private OneCause ofMany;
    private Runner runner;
    private Visitor visitor;
    private ExceptionsPage page;
    private @Nullable String words;
    private @Nullable String person;
    private @Nullable String until;
    private Moments moments;

    @SuppressWarnings("NullAway.Init")
    ExceptionDesk() {}

    @Inject
    ExceptionDesk(Desk desk, OneCause ofMany, Runner runner, Visitor visitor, ExceptionsPage page, Moments moments) {
        this.desk = desk;
        this.ofMany = ofMany;
        this.runner = runner;
        this.visitor = visitor;
        this.page = page;
        this.moments = moments;
    }

    /** Plans its order again, and starts the job that does so unless it runs already. */
    public void planAgain(long id) throws IOException {
        act(id, () -> {
            boolean isOfMany =
                    desk.get(id).filter(each -> each.kind().isOfMany()).isPresent();
            if (isOfMany) {
                return told(desk.look(seen(id)), this::allPlanned, id);
            }
            return told(desk.retry(seen(id), visitor.name()), this::startJob, id);
        });
    }

    private Told allPlanned(long id) {
        ofMany.retry(id, visitor.name());
        startJob(id);
        return Told.ALL_PLANNED;
    }

    /** Has it tried at once instead of when it is due. */
    public void tryNow(long id) throws IOException {
        act(id, () -> told(desk.retry(seen(id), visitor.name()), done -> Told.TRIED, id));
    }

    /** As the person saw it: every form of the page says so. */
    private static Seen seen(long id) {
        return Asked.now()
                .id("seen")
                .map(edition -> new Seen(id, edition.intValue()))
                .orElse(new Seen(id, UNSEEN));
    }

    private static Told told(Became became, LongFunction<Told> done, long id) {
        return switch (became.fate()) {
            case DONE -> done.apply(id);
            case GONE -> Told.GONE;
            case CHANGED -> Told.CHANGED;
            case NOT_POSSIBLE -> Told.NOTHING;
        };
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
        boolean isOfMany = desk.get(id).filter(each -> each.kind().isOfMany()).isPresent();
        return isOfMany
                ? told(desk.look(seen(id)), one -> allResolved(one, why), id)
                : told(desk.resolve(seen(id), visitor.name(), why), done -> Told.RESOLVED, id);
    }

    private Told allResolved(long id, String why) {
        return switch (ofMany.resolve(id, visitor.name(), why, false)) {
            case DONE -> Told.RESOLVED;
            case STILL_WAITED_FOR -> Told.STILL_WAITED_FOR;
            case GONE -> Told.GONE;
        };
    }

    /** Until a day, with words why. */
    public void ignore(long id) throws IOException {
        act(id, () -> {
            Optional<Ignoring> ignoring = ManyForm.ignoring(plain(until), plain(words), moments);
            return ignoring.isEmpty()
                    ? Told.DAY
                    : told(desk.ignore(seen(id), visitor.name(), ignoring.get()), done -> Told.IGNORED, id);
        });
    }

    public void unignore(long id) throws IOException {
        act(id, () -> told(desk.unignore(seen(id), visitor.name()), done -> Told.RETURNED, id));
    }

    public void note(long id) throws IOException {
        act(id, () -> {
            String said = plain(words);
            return said.isEmpty() || said.length() > WORDS_MAX
                    ? Told.WORDS
                    : told(desk.note(id, visitor.name(), said), done -> Told.NOTED, id);
        });
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
        return told(desk.assign(seen(id), visitor.name(), to), done -> Told.ASSIGNED, id);
    }

    private static String plain(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private void act(long id, Supplier<Told> deed) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayAct()) {
            Told told = deed.get();
            String since =
                    Asked.now().id("seen").map(edition -> "&since=" + edition).orElse("");
            String next = page.choosing(id) + "&done=" + told.part() + (told.isGood() ? "" : since);
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

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }
}
