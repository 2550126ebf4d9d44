package centrasage.settlements.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a JSON file, each object on its line: its bytes, its values, and its lines. */
final class JsonDamage implements Damage {
    private static final Pattern PAIR = Pattern.compile("(, )?\"(?!type\")(\\w+)\": (\"[^\"]*\"|-?\\d+)");
    private static final int VALUE = 3;

    private final Random random;
    private final ByteDamage bytes;

    JsonDamage(Random random) {
        this.random = random;
        this.bytes = new ByteDamage(random);
    }

    /** Does it once to three times. */
    @Override
    public byte[] of(byte[] whole) {
        byte[] damaged = whole;
        for (int times = 1 + random.nextInt(3); times > 0 && damaged.length > 0; times--) {
            damaged = switch (random.nextInt(7)) {
                case 0, 1, 2 -> bytes.at(random.nextInt(damaged.length), damaged);
                case 3 -> lines(damaged);
                default -> values(damaged);
            };
        }
        return damaged;
    }

    private byte[] lines(byte[] whole) {
        List<String> lines = new ArrayList<>(List.of(new String(whole, UTF_8).split("\n", -1)));
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(other, lines.get(at));
            default -> lines.set(at, lines.set(other, lines.get(at)));
        }
        return String.join("\n", lines).getBytes(UTF_8);
    }

    private byte[] values(byte[] whole) {
        String text = new String(whole, UTF_8);
        List<MatchResult> pairs = PAIR.matcher(text).results().toList();
        if (pairs.isEmpty()) {
            return whole;
        }
        MatchResult pair = pairs.get(random.nextInt(pairs.size()));
        MatchResult other = pairs.get(random.nextInt(pairs.size()));
        String changed = random.nextInt(8) == 0
                ? text.substring(0, pair.start()) + text.substring(pair.end())
                : text.substring(0, pair.start(VALUE))
                        + value(pair.group(VALUE), other.group(VALUE))
                        + text.substring(pair.end());
        return changed.getBytes(UTF_8);
    }

    private String value(String value, String other) {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "{\"amount\": " + value + "}";
            case 3 -> "[" + value + "]";
            case 4 -> "\"" + value.replace("\"", "") + "\"";
            case 5 -> value.replace("\"", "");
            case 6 -> "-" + value;
            case 7 -> value + ".5";
            case 8 -> value + "e2";
            case 9 -> value + "0";
            case 10 -> "\"\"";
            default -> other;
        };
    }
}
