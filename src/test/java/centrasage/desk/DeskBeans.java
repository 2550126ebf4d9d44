package centrasage.desk;

import centrasage.desk.rule.OwnerRules;
import centrasage.desk.rule.Sla;
import centrasage.sync.posting.Heard;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.Optional;

/** The desk for tests of other packages, wired as the container wires it. */
public final class DeskBeans {
    private DeskBeans() {}

    public static DriftBook book(JpaWorld world) {
        Register register = register(world);
        Openings openings = new Openings(register);
        Collected collected = new Collected(register);
        world.observe(
                change -> {
                    openings.changed(change);
                    collected.changed(change);
                },
                openings::found,
                openings::withdrawn);
        world.observeMade(openings::made);
        return world.transactions().bean(DriftBook.class, world.entities(), register, world.targetTotals());
    }

    public static OverdueBook overdue(JpaWorld world) {
        return world.transactions().bean(OverdueBook.class, register(world));
    }

    static Register register(JpaWorld world) {
        return register(world, "");
    }

    static Register register(JpaWorld world, String owners) {
        return new Register(world.entities(), world.time(), world.audit(), new OwnerRules(Optional.of(owners)));
    }

    public static Sla sla() {
        return new Sla(Duration.ofHours(1), Duration.ofHours(8), Duration.ofDays(1), Duration.ofDays(7));
    }

    public static Deeds deeds(JpaWorld world) {
        return world.transactions()
                .bean(
                        Deeds.class,
                        world.entities(),
                        world.staging(),
                        world.givingUp(),
                        world.audit(),
                        world.time(),
                        new Heard<>());
    }

    public static WatchBook watch(JpaWorld world) {
        return world.transactions().bean(WatchBook.class, register(world));
    }

    public static Changes changes(JpaWorld world) {
        return world.transactions().bean(Changes.class, world.entities());
    }

    public static Standing standing(JpaWorld world) {
        return world.transactions().bean(Standing.class, world.entities());
    }

    public static Desk desk(JpaWorld world) {
        return world.transactions()
                .bean(Desk.class, world.entities(), world.givingUp(), deeds(world), sla(), world.time());
    }
}
