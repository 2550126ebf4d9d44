package centrasage.startup;

import centrasage.sync.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Runs the start-up steps in their order and, only when all succeeded, tells the launcher so. */
@ApplicationScoped
public class Start {
    private Schema schema;

    @SuppressWarnings("NullAway.Init")
    Start() {}

    @Inject
    Start(Schema schema) {
        this.schema = schema;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        schema.migrate();
        System.setProperty("centrasage.started", "true");
    }
}
