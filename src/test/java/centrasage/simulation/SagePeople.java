package centrasage.simulation;

import java.time.Duration;
import java.util.List;

/** What users do in Sage 200: they leave records open, put orders on hold, and receive stock. */
final class SagePeople {
    private static final Duration OPEN = Duration.ofMinutes(40);

    private final World world;
    private final SageModel sage;
    private final Chance chance;

    SagePeople(World world) {
        this.world = world;
        this.sage = world.sage();
        this.chance = world.chance();
    }

    void act() {
        List<SageOrder> live = sage.orders().stream().filter(SageOrder::isLive).toList();
        if (chance.percent(25)) {
            sage.stock(chance.oneOf(Shop.PRODUCTS), 1 + chance.below(6));
        } else if (live.isEmpty()) {
            account();
        } else {
            record(chance.oneOf(live));
        }
    }

    private void account() {
        if (chance.strikes(Fault.ACCOUNT_LOCKED, 300)) {
            sage.lockAccount(chance.upTo(OPEN));
            world.trace().say(() -> "Sage: the account is opened");
        }
    }

    private void record(SageOrder order) {
        if (order.onHold) {
            order.onHold = false;
            world.trace().say(() -> "Sage: " + order.key + " is off hold");
        } else if (chance.strikes(Fault.RECORD_LOCKED, 500)) {
            sage.lock(order, chance.upTo(OPEN));
            world.trace().say(() -> "Sage: " + order.key + " is opened");
        } else if (chance.strikes(Fault.ON_HOLD, 200)) {
            order.onHold = true;
            world.trace().say(() -> "Sage: " + order.key + " is put on hold");
        }
    }
}
