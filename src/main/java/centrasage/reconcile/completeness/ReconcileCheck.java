package centrasage.reconcile.completeness;

import centrasage.flow.ParameterRefused;
import centrasage.flow.RunCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Refuses days that are none before the job is started. */
@ApplicationScoped
class ReconcileCheck implements RunCheck {
    private Completeness completeness;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    ReconcileCheck() {}

    @Inject
    ReconcileCheck(Completeness completeness, Clock clock) {
        this.completeness = completeness;
        this.clock = clock;
    }

    @Override
    public String job() {
        return "reconcile";
    }

    @Override
    public void check(Map<String, String> parameters) throws ParameterRefused {
        AskedDays.of(
                parameters.get("from"),
                parameters.get("to"),
                completeness.settings().today(clock));
    }
}
