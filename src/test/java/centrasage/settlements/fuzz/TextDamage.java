package centrasage.settlements.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Damages a text file of cells: its bytes, its cells, and its lines. */
final class TextDamage implements Damage {
    private final Random random;
    private final ByteDamage bytes;
    private final char separator;
    private final Set<Integer> types;
    private final boolean hasCodes;

    /**
     * @param types which columns hold the type of a line, counted from 0
     * @param hasCodes whether these are numbers, so that one byte makes a type of another
     */
    TextDamage(Random random, char separator, Set<Integer> types, boolean hasCodes) {
        this.random = random;
        this.bytes = new ByteDamage(random);
        this.separator = separator;
        this.types = types;
        this.hasCodes = hasCodes;
    }

    /** Does it once to three times. */
    @Override
    public byte[] of(byte[] whole) {
        byte[] damaged = whole;
        for (int times = 1 + random.nextInt(3); times > 0 && damaged.length > 0; times--) {
            damaged = random.nextInt(7) < 3 ? single(damaged) : lines(damaged);
        }
        return damaged;
    }

    private byte[] single(byte[] whole) {
        int at = random.nextInt(whole.length);
        return hasCodes && isType(whole, at) ? whole : bytes.at(at, whole);
    }

    private boolean isType(byte[] whole, int at) {
        int column = 0;
        for (int i = at - 1; i >= 0 && whole[i] != '\n'; i--) {
            column += whole[i] == separator ? 1 : 0;
        }
        return types.contains(column);
    }

    private byte[] lines(byte[] whole) {
        List<String> lines = new ArrayList<>(List.of(new String(whole, UTF_8).split("\n", -1)));
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(other, lines.get(at));
            case 2 -> lines.set(at, lines.set(other, lines.get(at)));
            default -> lines.set(at, cells(lines.get(at), lines.get(other)));
        }
        return String.join("\n", lines).getBytes(UTF_8);
    }

    private String cells(String line, String other) {
        String by = String.valueOf(separator);
        List<String> cells = Arrays.asList(line.split(by, -1));
        new CellDamage(random, types).in(cells, List.of(other.split(by, -1)));
        return String.join(by, cells);
    }
}
