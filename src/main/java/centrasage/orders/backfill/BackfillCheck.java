package centrasage.orders.backfill;

import centrasage.flow.ParameterRefused;
import centrasage.flow.RunCheck;
import centrasage.orders.OrderSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Refuses a backfill of no range, or of too many numbers, before it is started. */
@ApplicationScoped
class BackfillCheck implements RunCheck {
    private OrderSettings settings;

    @SuppressWarnings("NullAway.Init")
    BackfillCheck() {}

    @Inject
    BackfillCheck(OrderSettings settings) {
        this.settings = settings;
    }

    @Override
    public String job() {
        return "order-backfill";
    }

    @Override
    public void check(Map<String, String> parameters) throws ParameterRefused {
        BackfillWish.of(parameters.get("from"), parameters.get("to"), parameters.get("preview"))
                .mustNotBeMoreThan(settings.backfillMax());
    }
}
