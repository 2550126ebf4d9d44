package centrasage.catalogue.publish;

import centrasage.catalogue.CatalogueSettings;
import centrasage.catalogue.value.CatalogueBook;
import centrasage.catalogue.value.Value;
import centrasage.catalogue.value.ValueState;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemFinding.Kind;
import centrasage.flow.event.SystemMended;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people what of a company's catalogue needs them. */
@ApplicationScoped
public class CatalogueAlarms {
    /** So many are named; the rest is in the list. */
    private static final int SHOWN = 5;

    private static final String AREA = "catalogue/";

    private CatalogueBook book;
    private CatalogueSettings settings;
    private Consumer<SystemFinding> found;
    private Consumer<SystemMended> mended;

    @SuppressWarnings("NullAway.Init")
    CatalogueAlarms() {}

    @Inject
    public CatalogueAlarms(
            CatalogueBook book, CatalogueSettings settings, Event<SystemFinding> found, Event<SystemMended> mended) {
        this.book = book;
        this.settings = settings;
        this.found = found::fire;
        this.mended = mended::fire;
    }

    /** @param faults why some of it is not published at all; empty where all is */
    @Atomic(alone = true)
    public void ofRun(String company, List<String> faults) {
        tell(
                company,
                Kind.CATALOGUE_NOT_PUBLISHED,
                faults,
                "Correct pricelists.csv or fields.csv, or the price list or price band; what cannot be read, in Sage 200. Nothing of it is"
                        + " written before");
        ofRest(company);
    }

    /** After a run that only went on with what was due: what it does not look at stays as it was told. */
    @Atomic(alone = true)
    public void ofRest(String company) {
        List<String> differing = Stream.of(ValueState.DRIFTED, ValueState.CONFLICT, ValueState.REJECTED)
                .flatMap(state -> book.some(company, state, SHOWN + 1).stream())
                .map(CatalogueAlarms::words)
                .toList();
        tell(
                company,
                Kind.CATALOGUE_DIFFERS,
                differing,
                "GET /api/catalogue lists them all. Mend the side that is wrong, take Sage 200's values (POST"
                        + " /api/catalogue/overwrite), or give the field to Centra in fields.csv");
        List<String> waiting = settings.writes()
                ? book.leftLongerThan(company, settings.waitsLimit(), SHOWN + 1).stream()
                        .map(value -> value.label() + " " + value.field().mapped() + ": Sage 200 \"" + value.sage()
                                + "\", Centra still \"" + value.centra() + "\"")
                        .toList()
                : List.of();
        tell(
                company,
                Kind.CATALOGUE_WAITS,
                waiting,
                "Centra's quota of mutations leaves no room for products and prices, or Centra stumbles over them each time (the log says"
                        + " which): see which integration of this shop uses it up, or ask Centra for a larger plan. Telling goes on by itself"
                        + " (catalogue-rest)");
    }

    private static String words(Value value) {
        return value.state() == ValueState.DRIFTED
                ? value.label() + " " + value.field().mapped() + ": Sage 200 \"" + value.sage() + "\", Centra \""
                        + value.centra() + "\""
                : value.label() + " " + value.field().mapped() + ": " + value.note();
    }

    private void tell(String company, Kind kind, List<String> what, String remedy) {
        String subject = AREA + company;
        if (what.isEmpty()) {
            mended.accept(new SystemMended(kind, subject));
            return;
        }
        String words = what.stream().limit(SHOWN).collect(Collectors.joining("; "))
                + (what.size() > SHOWN ? "; and more" : "");
        found.accept(new SystemFinding(kind, subject, new Reason(kind.name(), Owner.OPERATIONS, words, remedy)));
    }
}
