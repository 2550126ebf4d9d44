package centrasage.settlements.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Period;
import org.eclipse.microprofile.config.Config;

/** What the operator decided that concerns journals, read from the configuration once. */
@ApplicationScoped
public class JournalSettings {
    private JournalLayout layout;
    private Period within;

    @SuppressWarnings("NullAway.Init")
    JournalSettings() {}

    @Inject
    public JournalSettings(Config config) {
        layout = JournalLayout.parse(
                config.getValue("settlements.journal-layout", String.class),
                config.getValue("settlements.journal-dates", String.class));
        within = Period.parse(config.getValue("settlements.journal-within", String.class));
    }

    /** What the file has that is imported into Sage. */
    public JournalLayout layout() {
        return layout;
    }

    /** After how long a journal should be in Sage. */
    public Period within() {
        return within;
    }
}
