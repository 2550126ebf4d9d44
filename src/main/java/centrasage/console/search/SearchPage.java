package centrasage.console.search;

import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the search box leads to: the one order, or a list of them. The box is a form that is sent, so that what somebody knows of a
 * customer does not stay in a browser's history; what is no personal data becomes an address that can be sent to a colleague.
 */
@Named
@RequestScoped
public class SearchPage {
    private OrderSearch search;
    private Visitor visitor;
    private Typed typed;
    private int page;
    private @Nullable Field asked;
    private Found found = new Found(List.of(), List.of());
    private List<Hit> hits = List.of();

    @SuppressWarnings("NullAway.Init")
    SearchPage() {}

    @Inject
    SearchPage(OrderSearch search, Visitor visitor) {
        this.search = search;
        this.visitor = visitor;
        Asked now = Asked.now();
        typed = Typed.of(now.text("q").orElse(""));
        page = now.page();
        asked = now.one("in", Field.class).orElse(null);
    }

    /** Goes to the one order that was found; else stays and shows what was, or that nothing was. */
    public void find() throws IOException {
        found = search.find(typed, asked, page, new OrderSearch.Seeker(visitor.name(), visitor.maySeeCustomers()));
        if (page == 1 && found.only().isPresent()) {
            go("/order.xhtml?number=", found.only().get());
        } else if (wasSent() && !typed.isEmpty() && !typed.isPersonal()) {
            go("/search.xhtml?q=", typed.text());
        } else {
            hits = hitsOf(shown());
        }
    }

    private static boolean wasSent() {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return request.getMethod().equals("POST") && request.getParameter("page") == null;
    }

    private static void go(String to, String text) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + to + URLEncoder.encode(text, StandardCharsets.UTF_8));
        faces.responseComplete();
    }

    /** As it was typed; empty where nothing was. */
    public String wanted() {
        return typed.text();
    }

    /** Whether it can be anything that is looked for. */
    public boolean recognised() {
        return !typed.fields().isEmpty();
    }

    public List<Found.Tried> tried() {
        return found.tried();
    }

    /** Such as {@code the customer’s name and the payment provider’s reference}. */
    public String lookedIn() {
        List<String> words = found.tried().stream()
                .map(each -> "the " + each.field().words())
                .toList();
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    /** Where it was not looked, because the visitor may not see customers; empty where everywhere was. */
    public String withheld() {
        return found.withheld().stream().map(field -> "the " + field.words()).collect(Collectors.joining(" or "));
    }

    public Found.@Nullable Tried shown() {
        return found.shown(asked);
    }

    public List<Hit> hits() {
        return hits;
    }

    private List<Hit> hitsOf(Found.@Nullable Tried shown) {
        return shown == null
                ? List.of()
                : shown.orders().stream()
                        .map(number -> search.hit(number, visitor.maySeeCustomers()))
                        .toList();
    }

    /** The page that is shown, from 1. */
    public int page() {
        return page;
    }

    /** The place of the first order, from 1. */
    public int from() {
        return (page - 1) * OrderSearch.PAGE + 1;
    }

    /** Whether all orders can be found by their customers; some are only marked tonight. */
    public boolean complete() {
        return search.complete();
    }
}
