package centrasage.console.payouts.line;

import centrasage.console.frame.Visitor;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.settlements.settle.PersonsWord;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people say of a line of a payout. Each deed ends with a fresh page, so that none happens twice by reloading. */
@Named
@RequestScoped
public class PayoutDesk {
    private static final int NOTE_MAX = 500;

    private PersonsWord word;
    private MappingVersions versions;
    private Visitor visitor;
    private Chosen chosen;
    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    PayoutDesk() {}

    @Inject
    PayoutDesk(PersonsWord word, MappingVersions versions, Visitor visitor) {
        this.word = word;
        this.versions = versions;
        this.visitor = visitor;
        chosen = Chosen.now();
    }

    /** The line settles what was chosen. */
    public void settle() throws IOException {
        act(() -> {
            if (chosen.entries().isEmpty()) {
                return Told.NOTHING_CHOSEN;
            }
            try {
                return Told.of(
                        word.settles(
                                chosen.batch(),
                                chosen.line(),
                                chosen.entries(),
                                versions.current().mappings(),
                                visitor.name()),
                        Told.SETTLED);
            } catch (MappingFaults e) {
                return Told.MAPPINGS;
            }
        });
    }

    /** It was entered in Sage by hand, or nothing is to be entered. */
    public void explain() throws IOException {
        act(() -> noted(
                why -> Told.of(word.explained(chosen.batch(), chosen.line(), why, visitor.name()), Told.EXPLAINED)));
    }

    /** Nobody knows what it is. */
    public void suspend() throws IOException {
        act(() -> noted(
                why -> Told.of(word.suspended(chosen.batch(), chosen.line(), why, visitor.name()), Told.SUSPENDED)));
    }

    /** What was said of it was wrong. */
    public void takeBack() throws IOException {
        act(() -> noted(
                why -> Told.of(word.takenBack(chosen.batch(), chosen.line(), why, visitor.name()), Told.TAKEN_BACK)));
    }

    private interface Deed {
        Told done(String why);
    }

    private Told noted(Deed deed) {
        String why = note == null ? "" : note.strip();
        return why.isEmpty() || why.length() > NOTE_MAX ? Told.WORDS : deed.done(why);
    }

    private void act(Supplier<Told> deed) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayKeepBooks()) {
            external.redirect(external.getRequestContextPath() + "/payout.xhtml?id=" + chosen.batch() + "&line="
                    + chosen.line() + "&done=" + deed.get().part());
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "only finance may say what a line is");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
