package centrasage.console.table;

import centrasage.console.frame.Asked;
import centrasage.console.frame.LocalPath;
import centrasage.console.frame.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The page of a list that the address asks for, as the visitor likes to see it. */
@Named
@RequestScoped
public class Tables {
    private ColumnChoices choices;
    private Visitor visitor;

    @SuppressWarnings("NullAway.Init")
    Tables() {}

    @Inject
    Tables(ColumnChoices choices, Visitor visitor) {
        this.choices = choices;
        this.visitor = visitor;
    }

    public <T> Table<T> of(Listing<T> listing) {
        return new Table<>(
                listing, choices.of(visitor.name(), listing.name()), Asked.now().page());
    }

    /** Remembers the columns that the form named, and goes back to the list. A plain form: there is nothing to lose by sending it twice. */
    public void keep() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String back = LocalPath.orToday(request.getParameter("to"));
        String listing = Asked.now().text("list").orElse("");
        if (!request.getMethod().equals("POST")) {
            external.responseSendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "columns are chosen in a list");
        } else {
            choices.keep(visitor.name(), listing, chosen(request));
            external.redirect(external.getRequestContextPath() + back);
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static Set<String> chosen(HttpServletRequest request) {
        String[] given = request.getParameterValues("column");
        return given == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(given));
    }
}
