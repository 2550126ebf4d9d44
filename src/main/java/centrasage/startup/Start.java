package centrasage.startup;

import centrasage.jobs.Recovery;
import centrasage.jobs.Ticks;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.security.Users;
import centrasage.sync.PersonalData;
import centrasage.sync.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Runs the start-up steps in their order and, only when all succeeded, tells the launcher so. */
@ApplicationScoped
public class Start {
    private static final String STARTED = "centrasage.started";
    private static final String REASONS = "centrasage.reasons";

    private Schema schema;
    private PersonalData personalData;
    private MappingFiles mappings;
    private Users users;
    private Recovery recovery;
    private Ticks ticks;

    @SuppressWarnings("NullAway.Init")
    Start() {}

    @Inject
    Start(
            Schema schema,
            PersonalData personalData,
            MappingFiles mappings,
            Users users,
            Recovery recovery,
            Ticks ticks) {
        this.schema = schema;
        this.personalData = personalData;
        this.mappings = mappings;
        this.users = users;
        this.recovery = recovery;
        this.ticks = ticks;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        try {
            schema.migrate();
            personalData.prepare();
            mappings.load();
            users.prepareAdministrator();
            recovery.afterCrash();
            ticks.begin();
            System.setProperty(STARTED, "true");
        } catch (MappingFaults e) {
            System.setProperty(REASONS, String.valueOf(e.getMessage()));
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            System.setProperty(REASONS, reasons(e));
            throw e;
        }
    }

    private static String reasons(Throwable failure) {
        StringBuilder reasons = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                reasons.append(cause.getMessage().lines().findFirst().orElse(""))
                        .append('\n');
            }
        }
        return reasons.isEmpty() ? failure.toString() : reasons.toString();
    }
}
