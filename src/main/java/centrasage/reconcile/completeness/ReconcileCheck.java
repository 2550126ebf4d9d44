package centrasage.reconcile.completeness;

import centrasage.flow.ParameterRefused;
import centrasage.flow.RunCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Refuses days that are none before the job is started. */
@ApplicationScoped
class ReconcileCheck implements RunCheck {
    @Override
    public String job() {
        return "reconcile";
    }

    @Override
    public void check(Map<String, String> parameters) throws ParameterRefused {
        AskedDays.of(parameters.get("from"), parameters.get("to"));
    }
}
