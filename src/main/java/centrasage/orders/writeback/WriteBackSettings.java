package centrasage.orders.writeback;

import centrasage.centra.client.CentraNumbers.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether and where Sage's number is written in Centra. */
@ApplicationScoped
class WriteBackSettings {
    private String way;
    private Attribute attribute;
    private boolean preview;

    @SuppressWarnings("NullAway.Init")
    WriteBackSettings() {}

    @Inject
    WriteBackSettings(
            @ConfigProperty(name = "centra.write-back") String way,
            @ConfigProperty(name = "centra.write-back-attribute") String attribute,
            @ConfigProperty(name = "posting.mode") String mode) {
        this.way = way;
        String[] parts = attribute.split("\\.", 2);
        this.attribute = new Attribute(parts[0], parts[1]);
        this.preview = mode.equals("preview");
    }

    /** A preview writes nothing anywhere. */
    boolean on() {
        return !way.equals("off") && !preview;
    }

    boolean externalId() {
        return way.equals("external-id") || way.equals("both");
    }

    boolean inAttribute() {
        return way.equals("attribute") || way.equals("both");
    }

    Attribute attribute() {
        return attribute;
    }
}
