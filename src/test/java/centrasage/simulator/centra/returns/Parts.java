package centrasage.simulator.centra.returns;

import centrasage.simulator.trade.Taxed;
import java.util.ArrayList;
import java.util.List;

/** Cuts amounts into parts that add up again, to the minor unit, their VAT as well. */
final class Parts {
    private Parts() {}

    /** So many of some units: what the units that stay are worth is not rounded a second time, as the last take all. */
    static Taxed units(Taxed whole, int taken, int of) {
        return new Taxed(whole.vatPercent(), part(whole.minor(), taken, of), part(whole.tax(), taken, of));
    }

    /** An amount out of a whole, in proportion from each rate of VAT. */
    static List<Taxed> of(List<Taxed> whole, long minor) {
        long all = Taxed.minor(whole);
        List<Taxed> parts = new ArrayList<>();
        long seen = 0;
        for (Taxed each : whole) {
            long before = part(minor, seen, all);
            seen += each.minor();
            long taken = part(minor, seen, all) - before;
            if (taken != 0) {
                parts.add(new Taxed(each.vatPercent(), taken, part(each.tax(), taken, each.minor())));
            }
        }
        return parts;
    }

    static List<Taxed> minus(List<Taxed> whole, List<Taxed> taken) {
        return whole.stream().map(each -> minus(each, atRate(taken, each))).toList();
    }

    static Taxed minus(Taxed whole, List<Taxed> taken) {
        return new Taxed(whole.vatPercent(), whole.minor() - Taxed.minor(taken), whole.tax() - Taxed.tax(taken));
    }

    private static List<Taxed> atRate(List<Taxed> all, Taxed like) {
        return all.stream()
                .filter(each -> each.vatPercent().compareTo(like.vatPercent()) == 0)
                .toList();
    }

    static long part(long minor, long taken, long of) {
        return of == 0 ? 0 : Math.multiplyExact(minor, taken) / of;
    }
}
