package centrasage.console.exceptions;

import centrasage.console.frame.Visitor;
import centrasage.console.words.Moments;
import centrasage.desk.Desk;
import centrasage.desk.bulk.Bulk;
import centrasage.desk.bulk.BulkDeed;
import centrasage.desk.bulk.BulkDesk;
import centrasage.mapping.version.MappingVersions;
import centrasage.security.User;
import centrasage.security.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people do about many exceptions at once: prepared here, and begun on the page that shows what it would do. */
@Named
@RequestScoped
public class ManyDesk {
    /** A page has no more rows to tick. */
    private static final int PICKED_MAX = 200;

    private BulkDesk bulk;
    private MappingVersions mappings;
    private Users users;
    private Visitor visitor;
    private ExceptionsPage page;
    private Moments moments;

    @SuppressWarnings("NullAway.Init")
    ManyDesk() {}

    @Inject
    ManyDesk(
            BulkDesk bulk,
            MappingVersions mappings,
            Users users,
            Visitor visitor,
            ExceptionsPage page,
            Moments moments) {
        this.bulk = bulk;
        this.mappings = mappings;
        this.users = users;
        this.visitor = visitor;
        this.page = page;
        this.moments = moments;
    }

    /** Who could look after something; any other name does as well. */
    public List<String> people() {
        return users.all().stream().map(User::name).toList();
    }

    /** Keeps what would be done, and shows it. */
    public void prepare() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayAct()) {
            external.redirect(external.getRequestContextPath() + "/" + next(external));
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "a viewer may only look");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    private String next(ExternalContext external) {
        boolean all = given(external, "of").equals("all");
        List<Long> picked = all ? List.of() : picked(external);
        if (!all && picked.isEmpty()) {
            return told(Told.PICK);
        }
        Optional<BulkDeed> deed = new ManyForm(
                        given(external, "deed"),
                        given(external, "why"),
                        given(external, "whom"),
                        given(external, "day"))
                .read(moments);
        if (deed.isEmpty()) {
            return told(Told.MANY_WORDS);
        }
        Desk.Filter filter = page.asked().filter();
        String words = all
                ? "all of: " + page.asked().words()
                : "picked from: " + page.asked().words();
        Bulk prepared = bulk.prepare(
                deed.get(), new BulkDesk.Selection(picked, filter, words, mappings.currentNumber()), visitor.name());
        return "bulk.xhtml?id=" + prepared.id();
    }

    private String told(Told told) {
        String here = page.asked().here().toString();
        return here + (here.contains("?") ? "&" : "?") + "done=" + told.part();
    }

    private static List<Long> picked(ExternalContext external) {
        String[] values = external.getRequestParameterValuesMap().getOrDefault("pick", new String[0]);
        return Arrays.stream(values)
                .filter(value -> value.matches("\\d{1,18}"))
                .limit(PICKED_MAX)
                .map(Long::valueOf)
                .toList();
    }

    private static String given(ExternalContext external, String name) {
        return external.getRequestParameterMap().getOrDefault(name, "").strip();
    }
}
