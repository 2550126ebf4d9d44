package centrasage.orders.document;

import centrasage.mapping.VatRounding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one order that share a tax code, in whole pennies: moves their bases by as few pennies as possible so that
 * the VAT that Sage computes for the code is a wanted one.
 */
final class VatGroup {

    /**
     * @param bases one for each line
     * @param vat what Sage will compute for the code
     */
    record Bases(List<Long> bases, long vat) {

        long sum() {
            return bases.stream().mapToLong(Long::longValue).sum();
        }
    }

    private final VatRule rule;
    private final VatRounding rounding;
    private final List<Long> targets;

    VatGroup(VatRule rule, VatRounding rounding, List<Long> targets) {
        this.rule = rule;
        this.rounding = rounding;
        this.targets = List.copyOf(targets);
    }

    /** The VAT if no base is moved. */
    long naturalVat() {
        return rounding == VatRounding.PER_LINE
                ? targets.stream().mapToLong(rule::vat).sum()
                : rule.vat(sum());
    }

    /** Null when no bases have this VAT. */
    @Nullable
    Bases withVat(long vat) {
        return rounding == VatRounding.PER_LINE ? perLine(vat) : perTaxCode(vat);
    }

    private long sum() {
        return targets.stream().mapToLong(Long::longValue).sum();
    }

    /** One penny of VAT at a time, each from the line that gives it for the smallest move. */
    private @Nullable Bases perLine(long vat) {
        long[] vats = targets.stream().mapToLong(rule::vat).toArray();
        long missing = vat - LongStream.of(vats).sum();
        int step = Long.signum(missing);
        PriorityQueue<Move> moves = new PriorityQueue<>(Move.CHEAPEST);
        IntStream.range(0, vats.length).forEach(line -> offer(moves, line, vats[line], step));
        for (; missing != 0; missing -= step) {
            Move cheapest = moves.poll();
            if (cheapest == null) {
                return null;
            }
            vats[cheapest.line()] = cheapest.vat();
            offer(moves, cheapest.line(), cheapest.vat(), step);
        }
        return settled(vats);
    }

    private @Nullable Bases settled(long[] vats) {
        List<Long> bases = new ArrayList<>();
        for (int line = 0; line < vats.length; line++) {
            OptionalLong base = rule.nearest(targets.get(line), vats[line]);
            if (base.isEmpty()) {
                return null;
            }
            bases.add(base.getAsLong());
        }
        return new Bases(bases, LongStream.of(vats).sum());
    }

    private void offer(PriorityQueue<Move> moves, int line, long vat, int step) {
        long target = targets.get(line);
        OptionalLong base = rule.nearest(target, vat + step);
        // A line given away free stays free.
        if (step != 0 && target > 0 && base.isPresent() && base.getAsLong() > 0) {
            long before = distance(target, vat);
            long cost = Math.abs(base.getAsLong() - target) - before;
            moves.add(new Move(line, vat + step, cost, target));
        }
    }

    private long distance(long target, long vat) {
        return Math.abs(rule.nearest(target, vat).orElse(target) - target);
    }

    /** The move is shared out, the largest lines first. */
    private @Nullable Bases perTaxCode(long vat) {
        OptionalLong sum = rule.nearest(sum(), vat);
        if (sum.isEmpty()) {
            return null;
        }
        long move = sum.getAsLong() - sum();
        List<Integer> movable = IntStream.range(0, targets.size())
                .boxed()
                .filter(line -> targets.get(line) > 0)
                .sorted(Comparator.comparing((Integer line) -> -targets.get(line)))
                .toList();
        if (move != 0 && movable.isEmpty()) {
            return null;
        }
        List<Long> bases = new ArrayList<>(targets);
        for (int i = 0; i < movable.size(); i++) {
            int line = movable.get(i);
            bases.set(line, targets.get(line) + share(move, i, movable.size()));
        }
        return bases.stream().anyMatch(base -> base < 0) ? null : new Bases(bases, vat);
    }

    private static long share(long move, int index, int of) {
        return move / of + (index < Math.abs(move % of) ? Long.signum(move) : 0);
    }

    /** One more penny of VAT, or one less, on a line. */
    private record Move(int line, long vat, long cost, long target) {
        static final Comparator<Move> CHEAPEST = Comparator.comparingLong(Move::cost)
                .thenComparing(Move::target, Comparator.reverseOrder())
                .thenComparingInt(Move::line);
    }
}
