package centrasage.console.orders;

import centrasage.console.frame.Asked;
import centrasage.console.words.Wanted;
import centrasage.flow.OrderName;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Documents;
import centrasage.sync.store.Posting;
import centrasage.sync.store.PostingSearch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Goes straight to what carries a number, whichever system gave it. */
@Named
@RequestScoped
public class SearchPage {
    private static final int MOST = 20;

    private PostingSearch postings;
    private Staging staging;
    private Wanted wanted;

    @SuppressWarnings("NullAway.Init")
    SearchPage() {}

    @Inject
    SearchPage(PostingSearch postings, Staging staging) {
        this.postings = postings;
        this.staging = staging;
        wanted = Wanted.of(Asked.now().text("q").orElse(""));
    }

    /**
     * Goes to the one order, or to all of them; an order's own number goes before the same number of a despatch, which Sage 200 counts
     * apart. Stays, and says that there is nothing, where there is nothing.
     */
    public void find() throws IOException {
        String text = wanted.stored(postings::carries);
        for (Documents documents : Documents.values()) {
            List<String> orders = text.isEmpty() ? List.of() : carrying(documents, text);
            if (orders.size() > 1) {
                go("/postings.xhtml?what=" + documents + "&q=", text);
                return;
            } else if (orders.size() == 1) {
                go("/order.xhtml?number=", orders.get(0));
                return;
            }
        }
        if (!text.isEmpty() && !staging.of(OrderName.DOCUMENT, text).isEmpty()) {
            go("/order.xhtml?number=", text);
        }
    }

    private static void go(String page, String text) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + page + URLEncoder.encode(text, StandardCharsets.UTF_8));
        faces.responseComplete();
    }

    /** The orders that these documents belong to. */
    private List<String> carrying(Documents documents, String text) {
        return postings
                .page(PostingSearch.Filter.carrying(documents, text), PostingSearch.Sort.NEWEST, 0, MOST)
                .stream()
                .map(Posting::order)
                .distinct()
                .toList();
    }

    /** The number alone, however it was pasted. */
    public String wanted() {
        return wanted.text();
    }
}
