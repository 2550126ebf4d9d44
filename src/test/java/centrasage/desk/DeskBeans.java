package centrasage.desk;

import centrasage.sync.posting.Heard;
import centrasage.sync.store.JpaWorld;

/** The desk for tests of other packages, wired as the container wires it. */
public final class DeskBeans {
    private DeskBeans() {}

    public static DriftBook book(JpaWorld world) {
        Register register = new Register(world.entities(), world.time(), world.audit());
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
        return world.transactions()
                .bean(OverdueBook.class, new Register(world.entities(), world.time(), world.audit()));
    }

    public static Desk desk(JpaWorld world) {
        return world.transactions()
                .bean(
                        Desk.class,
                        world.entities(),
                        world.staging(),
                        world.givingUp(),
                        world.audit(),
                        world.time(),
                        new Heard<>());
    }

    public static WatchBook watch(JpaWorld world) {
        return world.transactions().bean(WatchBook.class, new Register(world.entities(), world.time(), world.audit()));
    }

    public static Changes changes(JpaWorld world) {
        return world.transactions().bean(Changes.class, world.entities());
    }

    public static Standing standing(JpaWorld world) {
        return world.transactions().bean(Standing.class, world.entities());
    }
}
