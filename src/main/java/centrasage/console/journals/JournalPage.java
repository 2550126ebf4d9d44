package centrasage.console.journals;

import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.life.Event;
import centrasage.console.life.Life;
import centrasage.console.words.Moments;
import centrasage.console.words.Signs;
import centrasage.settlements.journal.Checklist;
import centrasage.settlements.journal.Journal;
import centrasage.settlements.journal.JournalFate;
import centrasage.settlements.journal.JournalSettings;
import centrasage.settlements.journal.JournalState;
import centrasage.settlements.journal.Journals;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One journal: its lines, what to do with its file, and the way to withdraw it. */
@Named
@RequestScoped
public class JournalPage {
    private static final int NOTE_MAX = 500;

    private @Nullable Journal journal;
    private JournalSettings settings;
    private JournalFate fate;
    private Audit audit;
    private Signs signs;
    private Moments moments;
    private Visitor visitor;
    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    JournalPage() {}

    @Inject
    JournalPage(
            Journals journals,
            JournalSettings settings,
            JournalFate fate,
            Audit audit,
            Signs signs,
            Moments moments,
            Visitor visitor) {
        this.settings = settings;
        this.fate = fate;
        this.audit = audit;
        this.signs = signs;
        this.moments = moments;
        this.visitor = visitor;
        journal = Asked.now().id("id").flatMap(journals::journal).orElse(null);
    }

    /** Null where there is none of this id. */
    public @Nullable Journal journal() {
        return journal;
    }

    private Journal known() {
        return Optional.ofNullable(journal).orElseThrow();
    }

    /** What a person does with its file. */
    public Checklist checklist() {
        return Checklist.of(known(), settings);
    }

    /** Whether it is to be imported still, or can be withdrawn. */
    public boolean open() {
        return known().state() == JournalState.OPEN;
    }

    public List<Event> history() {
        return new Life(signs, moments).deeds(audit.of(known().reference())).events();
    }

    /** Whether the visitor wants to know what withdrawing does before it is done. */
    public boolean asks() {
        return Asked.now().text("ask").filter("withdraw"::equals).isPresent();
    }

    /** It is not imported after all, or not as it was proposed. */
    public void withdraw() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayKeepBooks() && journal != null) {
            external.redirect(external.getRequestContextPath() + "/journal.xhtml?id=" + journal.id() + "&done="
                    + withdrawn(journal));
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "only finance may withdraw a journal");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private String withdrawn(Journal open) {
        String why = note == null ? "" : note.strip();
        if (why.isEmpty() || why.length() > NOTE_MAX) {
            return "words";
        }
        return fate.withdrawn(open, why, visitor.name()) ? "withdrawn" : "gone";
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return switch (Asked.now().text("done").orElse("")) {
            case "withdrawn" -> "Withdrawn: nobody looks for it in Sage 200 any more. Your words are kept with it.";
            case "words" -> "Nothing was done: say in a few words (at most 500 characters) why.";
            case "gone" -> "Nothing was done: it is not open any more.";
            default -> "";
        };
    }

    public boolean toldGood() {
        return Asked.now().text("done").filter("withdrawn"::equals).isPresent();
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
