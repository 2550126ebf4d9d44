package centrasage.settlements.fuzz;

import java.util.List;
import java.util.Random;
import java.util.Set;

/** Damages one cell of a line. */
final class CellDamage {
    private final Random random;
    private final Set<Integer> types;

    /** @param types which columns hold the type of a line, counted from 0: they stay */
    CellDamage(Random random, Set<Integer> types) {
        this.random = random;
        this.types = types;
    }

    /** @param other a line from which a cell may come */
    void in(List<String> cells, List<String> other) {
        int at = random.nextInt(cells.size());
        int from = random.nextInt(other.size());
        if (types.contains(at) || types.contains(from)) {
            return;
        }
        String cell = cells.get(at);
        cells.set(
                at,
                switch (random.nextInt(8)) {
                    case 0 -> "";
                    case 1 -> "-" + cell;
                    case 2 -> cell.replace('.', ',');
                    case 3 -> cell + "E+2";
                    case 4 -> "1," + cell;
                    case 5 -> other.get(from);
                    case 6 -> at < other.size() ? other.get(at) : cell;
                    default -> cell.replace(".", "");
                });
    }
}
