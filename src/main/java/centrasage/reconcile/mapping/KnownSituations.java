package centrasage.reconcile.mapping;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey;
import centrasage.sync.mappings.KnownSage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What Sage companies held, and what orders waited for, when the mappings were last checked: from the store, with its age. */
@ApplicationScoped
public class KnownSituations {
    /** Beside the companies, whose names are numbers. */
    private static final String WANTED = "wanted";

    private final Map<String, Known> read = new ConcurrentHashMap<>();
    private KnownSage kept;

    @SuppressWarnings("NullAway.Init")
    KnownSituations() {}

    @Inject
    public KnownSituations(KnownSage kept) {
        this.kept = kept;
    }

    /** One company as it was at a moment. */
    public record Known(Instant readAt, Site site, SiteSurvey survey) {}

    void keep(Site site, SiteSurvey survey, Instant now) {
        kept.keep(site.company(), new KnownSage.Text(now, SituationJson.write(site, survey)));
    }

    /** Empty where the company was never read for a check; a large company is read from the store once for each check. */
    public Optional<Known> of(String company) {
        Optional<Instant> readAt = kept.readAt(company);
        if (readAt.isEmpty()) {
            return Optional.empty();
        }
        Known known = read.get(company);
        if (known != null && known.readAt().equals(readAt.get())) {
            return Optional.of(known);
        }
        Optional<Known> anew = kept.of(company).map(KnownSituations::known);
        anew.ifPresent(found -> read.put(company, found));
        return anew;
    }

    private static Known known(KnownSage.Text text) {
        SituationJson.Read situation = SituationJson.read(text.content());
        return new Known(text.readAt(), situation.site(), situation.survey());
    }

    void keep(List<Unmapped> unmapped, Instant now) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        unmapped.forEach(each -> json.add(Json.createObjectBuilder()
                .add("code", each.reason().code())
                .add("owner", each.reason().owner().name())
                .add("what", each.reason().what())
                .add("remedy", each.reason().remedy())
                .add("orders", each.orders())));
        kept.keep(WANTED, new KnownSage.Text(now, json.build().toString()));
    }

    /** What held orders waited for at the last check, that for which most wait first. */
    List<Unmapped> unmapped() {
        return kept.of(WANTED).map(text -> unmapped(text.content())).orElse(List.of());
    }

    private static List<Unmapped> unmapped(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(each -> new Unmapped(
                            new Reason(
                                    each.getString("code"),
                                    Owner.valueOf(each.getString("owner")),
                                    each.getString("what"),
                                    each.getString("remedy")),
                            each.getJsonNumber("orders").longValueExact()))
                    .toList();
        }
    }
}
