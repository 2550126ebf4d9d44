package centrasage.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/** What the operator decided about the catalogue, read from the configuration once. */
@ApplicationScoped
public class CatalogueSettings {
    private boolean writes;
    private boolean overwrites;
    private ZoneId zone;
    private Duration waitsLimit;
    private NewProducts newProducts;

    /** For the container and for tests. */
    @SuppressWarnings("NullAway.Init")
    protected CatalogueSettings() {}

    @Inject
    public CatalogueSettings(Config config) {
        String write = config.getValue("catalogue.write", String.class);
        this.writes = !write.equals("nothing")
                && !config.getValue("posting.mode", String.class).equals("preview");
        this.overwrites = config.getValue("catalogue.drift", String.class).equals("overwrite");
        this.newProducts = writes && write.equals("create") ? NewProducts.of(config) : NewProducts.NONE;
        this.waitsLimit = Duration.parse(config.getValue("catalogue.waits-limit", String.class));
        this.zone = ZoneId.of(config.getValue("schedule.time-zone", String.class));
    }

    /** Whether Centra is told; else differences are shown only. */
    public boolean writes() {
        return writes;
    }

    /** Whether Sage's value goes before what somebody changed in Centra, without asking. */
    public boolean overwrites() {
        return overwrites;
    }

    /** How long a change may wait for room in Centra's quota before people are told. */
    public Duration waitsLimit() {
        return waitsLimit;
    }

    /** Those of which none is made are in no group. */
    public NewProducts newProducts() {
        return newProducts;
    }

    public ZoneId zone() {
        return zone;
    }
}
