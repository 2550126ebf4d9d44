package centrasage.console.stock;

import centrasage.catalogue.CatalogueSettings;
import centrasage.catalogue.value.CatalogueBook;
import centrasage.catalogue.value.Value;
import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Taking Sage 200's values where somebody changed them in Centra: first both values side by side, then the deed. */
@Named
@RequestScoped
public class CatalogueDesk {
    private static final int WORDS_MAX = 500;
    /** At once: so many stand in an address, and can be looked through. */
    static final int VALUES_MAX = 60;

    private CatalogueBook book;
    private CatalogueSettings settings;
    private Visitor visitor;
    private HttpServletRequest request;
    private Set<Long> ids;
    private List<Value> chosen;
    private String done;
    private String told;
    private @Nullable String words;

    @SuppressWarnings("NullAway.Init")
    CatalogueDesk() {}

    @Inject
    CatalogueDesk(CatalogueBook book, CatalogueSettings settings, Visitor visitor, HttpServletRequest request) {
        this.book = book;
        this.settings = settings;
        this.visitor = visitor;
        this.request = request;
        ids = ids(request);
        chosen = book.overwritable(ids);
        Asked asked = Asked.now();
        done = asked.text("done").orElse("");
        told = asked.id("values").map(String::valueOf).orElse("0");
    }

    private static Set<Long> ids(HttpServletRequest request) {
        String[] given = request.getParameterValues("overwrite");
        return given == null
                ? Set.of()
                : Arrays.stream(given)
                        .flatMap(each -> Stream.of(each.split(",", -1)))
                        .filter(each -> each.matches("\\d{1,18}"))
                        .limit(VALUES_MAX)
                        .map(Long::valueOf)
                        .collect(Collectors.toSet());
    }

    public boolean mayOverwrite() {
        return request.isUserInRole(Roles.OPERATIONS) || request.isUserInRole(Roles.ADMINISTRATOR);
    }

    /** Whether Centra is told of the catalogue at all. */
    public boolean writes() {
        return settings.writes();
    }

    /** What of the chosen fields can be overwritten: they changed in Centra, or were rejected. */
    public List<Value> chosen() {
        return chosen;
    }

    public boolean asks() {
        return !chosen.isEmpty();
    }

    /** As the form sends them on. */
    public String numbers() {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    public void overwrite() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (mayOverwrite()) {
            external.redirect(external.getRequestContextPath() + "/" + overwritten());
        } else {
            external.responseSendError(
                    HttpServletResponse.SC_FORBIDDEN, "operations and administrators overwrite what is in Centra");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private Address overwritten() {
        Address page = Address.of("catalogue.xhtml");
        String why = words == null ? "" : words.strip();
        if (why.isEmpty() || why.length() > WORDS_MAX) {
            return page.with("overwrite", numbers()).with("done", "words");
        }
        if (!settings.writes()) {
            return page.with("done", "tells-nothing");
        }
        int values = ids.isEmpty() ? 0 : book.overwrite(ids, visitor.name(), why);
        return values == 0
                ? page.with("done", "nothing")
                : page.with("done", "overwritten").with("values", values);
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return switch (done) {
            case "overwritten" ->
                told + (told.equals("1") ? " value" : " values")
                        + " of Sage 200's will be told to Centra with the next run.";
            case "nothing" -> "Nothing was done: none of them is changed in Centra or rejected any more.";
            case "tells-nothing" ->
                "Nothing was done: Centra is told nothing of the catalogue (catalogue.write = nothing, or posting.mode = preview).";
            case "words" ->
                "Nothing was done: say in a few words (at most " + WORDS_MAX + " characters) why Sage 200 is right.";
            default -> "";
        };
    }

    public boolean toldGood() {
        return done.equals("overwritten");
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }
}
