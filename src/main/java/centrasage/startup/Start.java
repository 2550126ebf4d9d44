package centrasage.startup;

import centrasage.jobs.Recovery;
import centrasage.jobs.Ticks;
import centrasage.jobs.audit.HeadWatch;
import centrasage.jobs.nodes.Nodes;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.security.Users;
import centrasage.sync.database.Schema;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.vault.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Runs the start-up steps in their order and, only when all succeeded, tells the launcher so. */
@ApplicationScoped
public class Start {
    private static final String STARTED = "centrasage.started";
    private static final String REASONS = "centrasage.reasons";

    private Schema schema;
    private Nodes nodes;
    private PlanBasis basis;
    private Config config;
    private PersonalData personalData;
    private MappingSeed mappings;
    private Users users;
    private Recovery recovery;
    private HeadWatch heads;
    private Ticks ticks;

    @SuppressWarnings("NullAway.Init")
    Start() {}

    @Inject
    Start(
            Schema schema,
            Nodes nodes,
            PlanBasis basis,
            Config config,
            PersonalData personalData,
            MappingSeed mappings,
            Users users,
            Recovery recovery,
            HeadWatch heads,
            Ticks ticks) {
        this.schema = schema;
        this.nodes = nodes;
        this.basis = basis;
        this.config = config;
        this.personalData = personalData;
        this.mappings = mappings;
        this.users = users;
        this.recovery = recovery;
        this.heads = heads;
        this.ticks = ticks;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        try {
            schema.migrate();
            nodes.begin();
            personalData.prepare();
            mappings.begin();
            String settings = planningSettings();
            List.of("order", "shipment", "despatch", "payments", "returns", "refunds")
                    .forEach(kind -> basis.settings(kind, settings));
            users.prepareAdministrator();
            recovery.afterCrash();
            heads.begin();
            ticks.begin();
            StopSignals.first(ticks.endFromOutside());
            System.setProperty(STARTED, "true");
        } catch (MappingFaults e) {
            System.setProperty(REASONS, String.valueOf(e.getMessage()));
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            System.setProperty(REASONS, reasons(e));
            throw e;
        }
    }

    /** Where the application is taken down and the process goes on; an end of the process has done this before. */
    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        ticks.end();
    }

    /** Every setting that decides what is posted, by name and value. */
    private String planningSettings() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(Start::decides)
                .sorted()
                .distinct()
                .map(name ->
                        name + "=" + config.getOptionalValue(name, String.class).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    static boolean decides(String name) {
        return name.startsWith("orders.")
                || name.startsWith("payments.")
                || name.startsWith("refunds.")
                || name.startsWith("rounding.")
                || (name.endsWith(".closed-period") && !name.startsWith("settlements."))
                || Set.of("gift-card.vat", "posting.mode", "sage200.company", "schedule.time-zone")
                        .contains(name);
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
