package centrasage.demo;

import centrasage.simulator.audit.OrderAudit;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A whole day of a brand: orders, parcels, payments, payouts, stock and items, with some answers lost and some records locked. What
 * the demo tells, and what tests and pictures of the console look at.
 *
 * @param audit the books of both sides before what cannot be delivered is cancelled in Centra
 * @param proofs what must hold of each part, printing its own lines
 */
public record Day(OrderAudit.Result audit, Payouts payouts, List<Predicate<Summary>> proofs) {

    /** What the application is started with; the faults begin with it. */
    public static Map<String, String> settings(World world) {
        Mishaps.begin(world);
        Map<String, String> settings = world.settings();
        settings.putAll(Mishaps.SETTINGS);
        settings.putAll(Payouts.settings(world));
        settings.putAll(Items.settings(settings));
        // The two checks run by their own schedules, as they do in life: at once, in a store that never ran them.
        settings.keySet().removeAll(List.of("schedule.mapping-check", "schedule.site-check"));
        return settings;
    }

    public static Day trade(PrintStream out, World world, RunningApplication application, long seed)
            throws InterruptedException {
        new Progress(out, application).watch();
        OrderAudit.Result audit = world.audit();
        Parcels parcels = new Parcels(out, world, application.api());
        parcels.leave();
        Money money = new Money(out, world, application.api());
        money.moves();
        Payouts payouts = new Payouts(out, world, application.api());
        payouts.arrive(seed);
        Shelves shelves = new Shelves(out, world, application.api());
        shelves.open();
        Items items = new Items(out, world, application.api());
        items.change();
        return new Day(
                audit, payouts, List.of(parcels::proof, money::proof, payouts::proof, shelves::proof, items::proof));
    }
}
