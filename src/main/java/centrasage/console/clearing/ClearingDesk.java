package centrasage.console.clearing;

import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.settlements.proof.ExplainDifference;
import centrasage.settlements.proof.Proving;
import centrasage.settlements.settle.PersonsWord;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What people do about a clearing bank. Each deed ends with a fresh page, so that none happens twice by reloading. */
@Named
@RequestScoped
public class ClearingDesk {
    private static final Logger LOG = Logger.getLogger(ClearingDesk.class.getName());
    private static final int NOTE_MAX = 500;
    private static final int LOOKS = 2;

    private PersonsWord word;
    private ExplainDifference explaining;
    private Proving proving;
    private MappingVersions versions;
    private Visitor visitor;
    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    ClearingDesk() {}

    @Inject
    ClearingDesk(
            PersonsWord word,
            ExplainDifference explaining,
            Proving proving,
            MappingVersions versions,
            Visitor visitor) {
        this.word = word;
        this.explaining = explaining;
        this.proving = proving;
        this.versions = versions;
        this.visitor = visitor;
    }

    /** Asks Sage for the balances at once: the only thing here that waits for it, and what a person has asked for. */
    public void checkNow() throws IOException {
        act(() -> {
            proving.prove(versions.current().mappings(), LOOKS).all();
            return Told.CHECKED;
        });
    }

    /** What became of a receipt or refund was entered in Sage by hand. */
    public void explain() throws IOException {
        act(() -> noted(
                why -> word.enteredByHand(entry(), why, visitor.name()).isPresent() ? Told.EXPLAINED : Told.NOT_OPEN));
    }

    /** That was wrong. */
    public void takeBack() throws IOException {
        act(() -> noted(why ->
                word.isOpenAgain(entry(), why, visitor.name()).isPresent() ? Told.TAKEN_BACK : Told.NOT_EXPLAINED));
    }

    /** Why the bank differs in the company's own currency. Sage is asked first whether it still does. */
    public void explainBase() throws IOException {
        Account account = Account.asked();
        act(() -> noted(why -> {
            Optional<BigDecimal> seen = seen();
            boolean isDone = seen.isPresent()
                    && explaining.explain(
                            new ExplainDifference.Word(
                                    account.company(), account.bank(), seen.get(), why, visitor.name()),
                            versions.current().mappings());
            if (isDone) {
                proving.prove(versions.current().mappings(), LOOKS);
            }
            return isDone ? Told.BASE_EXPLAINED : Told.DIFFERS_OTHERWISE;
        }));
    }

    private static Optional<BigDecimal> seen() {
        return Asked.now()
                .text("difference")
                .filter(text -> text.matches("-?\\d{1,15}(\\.\\d{1,4})?"))
                .map(BigDecimal::new);
    }

    private static long entry() {
        return Asked.now().id("entry").orElse(0L);
    }

    private interface Deed {
        Told done(String why) throws Exception;
    }

    private Told noted(Deed deed) throws Exception {
        String why = note == null ? "" : note.strip();
        return why.isEmpty() || why.length() > NOTE_MAX ? Told.WORDS : deed.done(why);
    }

    private void act(Callable<Told> deed) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayKeepBooks()) {
            external.redirect(external.getRequestContextPath() + "/" + next(told(deed)));
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "only finance may do this");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static String next(Told told) {
        Account account = Account.asked();
        return account.bank().isEmpty()
                ? "clearing.xhtml?done=" + told.part()
                : account.here().with("done", told.part()).toString();
    }

    private static Told told(Callable<Told> deed) throws IOException {
        try {
            return deed.call();
        } catch (TargetUnavailable e) {
            LOG.log(Level.INFO, "Sage could not be asked for its balances", e);
            return Told.SILENT;
        } catch (MappingFaults e) {
            return Told.MAPPINGS;
        } catch (PersistenceException e) {
            LOG.log(Level.INFO, "another has proven the banks at the same moment", e);
            return Told.MEANWHILE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Told.MEANWHILE;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return Asked.now().one("done", Told.class).map(Told::words).orElse("");
    }

    public boolean toldGood() {
        return Asked.now().one("done", Told.class).filter(Told::isGood).isPresent();
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
