package centrasage.console.exceptions;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import centrasage.desk.Became;
import centrasage.desk.BusinessException;
import centrasage.desk.bulk.Bulk;
import centrasage.desk.bulk.BulkDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A deed about many exceptions: what it would do, how far it is, and what became of each. */
@Named
@RequestScoped
public class BulkPage {
    private static final int PAGE = 100;
    private static final int LATEST = 20;

    private BulkDesk desk;
    private Visitor visitor;
    private Amounts amounts;
    private Moments moments;
    private Address here;
    private int number;
    private @Nullable Bulk bulk;
    private Became.@Nullable Fate fate;
    private Bulk.Effect effect = new Bulk.Effect(0, List.of(), Map.of());
    private Map<Became.Fate, Integer> fates = Map.of();
    private List<Map.Entry<Bulk.Item, BusinessException>> items = List.of();

    @SuppressWarnings("NullAway.Init")
    BulkPage() {}

    @Inject
    BulkPage(BulkDesk desk, Visitor visitor, Amounts amounts, Moments moments) {
        this.desk = desk;
        this.visitor = visitor;
        this.amounts = amounts;
        this.moments = moments;
        Asked asked = Asked.now();
        here = asked.address("bulk.xhtml", "id", "fate");
        number = asked.page();
        fate = asked.one("fate", Became.Fate.class).orElse(null);
        bulk = asked.id("id").flatMap(desk::get).orElse(null);
        if (bulk != null) {
            effect = desk.effect(bulk.id());
            fates = desk.fates(bulk.id());
            items = List.copyOf(
                    desk.items(bulk.id(), fate, (number - 1) * PAGE, PAGE).entrySet());
        }
    }

    /** Null where the address names none. */
    public @Nullable Bulk bulk() {
        return bulk;
    }

    /** The latest, of everybody. */
    public List<Bulk> latest() {
        return desk.latest(LATEST);
    }

    /** {@code 148 exceptions, GBP 9,912.00, will be planned again with mapping version 14}. */
    public String sentence() {
        if (bulk == null) {
            return "";
        }
        String money = effect.sums().isEmpty() ? "" : ", " + amounts.list(effect.sums()) + ",";
        String many = amounts.count(effect.can()) + (effect.can() == 1 ? " exception" : " exceptions");
        return many + money + " will be " + BulkWords.deed(bulk, moments);
    }

    /** Why some are left alone, and how many. */
    public List<Map.Entry<String, Integer>> cannot() {
        return List.copyOf(effect.cannot().entrySet());
    }

    public int can() {
        return effect.can();
    }

    public String title(Bulk each) {
        return BulkWords.title(each);
    }

    public String state(Bulk each) {
        return BulkWords.state(each.state());
    }

    public List<Map.Entry<Became.Fate, Integer>> fates() {
        return List.copyOf(fates.entrySet());
    }

    /** Of how many it is known what became of them. */
    public int done() {
        return fates.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean running() {
        return bulk != null && bulk.state() == Bulk.State.RUNNING;
    }

    public boolean prepared() {
        return bulk != null && bulk.state() == Bulk.State.PREVIEW;
    }

    /** How long the rest takes if it goes on as until now; empty before that can be told. */
    public String rest() {
        return bulk == null ? "" : BulkWords.rest(bulk, done(), moments);
    }

    public List<Map.Entry<Bulk.Item, BusinessException>> items() {
        return items;
    }

    public int number() {
        return number;
    }

    public boolean later() {
        int all = fate == null ? (bulk == null ? 0 : bulk.items()) : fates.getOrDefault(fate, 0);
        return (number - 1) * PAGE + items.size() < all;
    }

    /** What the form that renews the page sends along. */
    public Set<Map.Entry<String, String>> parts() {
        return here.with("page", number == 1 ? null : number).parts().entrySet();
    }

    public String turned(int pageNumber) {
        return here.with("page", pageNumber == 1 ? null : pageNumber).toString();
    }

    public String of(Became.@Nullable Fate wanted) {
        return here.with("fate", wanted).toString();
    }

    public boolean isOf(Became.@Nullable Fate wanted) {
        return wanted == fate;
    }

    public void begin(long id) throws IOException {
        act(id, () -> desk.begin(id, visitor.name()));
    }

    public void stop(long id) throws IOException {
        act(id, () -> desk.stop(id, visitor.name()));
    }

    /** What had begun or ended already is shown as it is. */
    private void act(long id, Runnable deed) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.mayAct()) {
            deed.run();
            external.redirect(external.getRequestContextPath() + "/bulk.xhtml?id=" + id);
        } else {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, "a viewer may only look");
        }
        FacesContext.getCurrentInstance().responseComplete();
    }
}
