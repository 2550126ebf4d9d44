package centrasage.console.stock;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.security.Roles;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.ShelfName;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.HeldStock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Releasing what the guard rails hold in a warehouse: first what it would do, in units, then the deed. */
@Named
@RequestScoped
public class StockDesk {
    private static final int WORDS_MAX = 500;

    private StockBook book;
    private Visitor visitor;
    private HttpServletRequest request;
    private @Nullable ShelfName shelf;
    private boolean asks;
    private String done;
    private String released;
    private @Nullable HeldStock held;
    private @Nullable String words;

    @SuppressWarnings("NullAway.Init")
    StockDesk() {}

    @Inject
    StockDesk(StockBook book, Visitor visitor, HttpServletRequest request) {
        this.book = book;
        this.visitor = visitor;
        this.request = request;
        Asked asked = Asked.now();
        shelf = asked.text("warehouse").flatMap(Warehouses::named).orElse(null);
        asks = asked.text("ask").filter("release"::equals).isPresent();
        done = asked.text("done").orElse("");
        released = asked.id("skus").map(String::valueOf).orElse("0");
        held = shelf == null ? null : book.held(shelf);
    }

    /** Whether the visitor may; others are told who can. */
    public boolean mayRelease() {
        return request.isUserInRole(Roles.OPERATIONS) || request.isUserInRole(Roles.ADMINISTRATOR);
    }

    /** Whether the page shows what a release would do. */
    public boolean asks() {
        return asks && holds();
    }

    public boolean holds() {
        return held != null && held.skus() > 0;
    }

    public HeldStock held() {
        return Optional.ofNullable(held).orElseThrow();
    }

    /** Units that Sage 200 has free of what is held. */
    public String free() {
        return Figure.plain(held().free()).toPlainString();
    }

    public String warehouse() {
        return shelf == null ? "" : Warehouses.address(shelf);
    }

    /** The question whether to release what is held in a warehouse. */
    public String asking(String warehouse) {
        return held(warehouse).with("ask", "release").toString();
    }

    /** The list of what is held there. */
    public String notNow() {
        return held(warehouse()).toString();
    }

    private static Address held(String warehouse) {
        return Address.of("stock.xhtml").with("warehouse", warehouse).with("state", LevelState.HELD);
    }

    public void release() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (mayRelease() && shelf != null) {
            external.redirect(external.getRequestContextPath() + "/" + released(shelf));
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "operations and administrators release stock");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private Address released(ShelfName of) {
        String why = words == null ? "" : words.strip();
        if (why.isEmpty() || why.length() > WORDS_MAX) {
            return held(Warehouses.address(of)).with("ask", "release").with("done", "words");
        }
        int skus = book.release(of.company(), of.centraWarehouse(), visitor.name(), why);
        Address page = Address.of("stock.xhtml").with("warehouse", Warehouses.address(of));
        return skus == 0
                ? page.with("done", "nothing")
                : page.with("done", "released").with("skus", skus);
    }

    /** What became of the last deed; empty where there was none. */
    public String told() {
        return switch (done) {
            case "released" ->
                released + (released.equals("1") ? " SKU was" : " SKUs were")
                        + " released. Centra is told with the next run, whatever the figures are by then.";
            case "nothing" -> "Nothing was done: nothing is held there any more.";
            case "words" ->
                "Nothing was done: say in a few words (at most " + WORDS_MAX
                        + " characters) why the figures are right.";
            default -> "";
        };
    }

    public boolean toldGood() {
        return done.equals("released");
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }
}
