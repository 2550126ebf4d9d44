package centrasage.settlements.file;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong in a settlement file, in words of the person who must have it mended.
 *
 * @param line 0 when the fault is the batch's or the file's as a whole
 * @param column empty when the fault is the line's as a whole
 * @param value as the file has it
 */
public record Fault(long line, String column, String value, String why, String remedy) {

    public static Fault ofBatch(String why, String remedy) {
        return new Fault(0, "", "", why, remedy);
    }

    public static Fault ofLine(long line, String why, String remedy) {
        return new Fault(line, "", "", why, remedy);
    }

    /** The same with another remedy, where a file comes from elsewhere than those who found the fault suppose. */
    public Fault with(String other) {
        return new Fault(line, column, value, why, other);
    }

    /** The first of these in one sentence, and how many more there are. */
    public static String sentence(List<Fault> faults, int most) {
        String first = faults.stream().limit(most).map(Fault::sentence).collect(Collectors.joining("; "));
        return faults.size() > most ? first + "; and " + (faults.size() - most) + " more" : first;
    }

    /** {@code line 7, Net Credit (NC) = "1,250.00": has a thousands separator. Download the file again ...}. */
    @Override
    public String toString() {
        return sentence() + ". " + remedy;
    }

    /** Without the remedy. */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        if (line > 0) {
            text.append("line ").append(line);
        }
        if (!column.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(" = \"")
                    .append(value)
                    .append('"');
        }
        return text.append(text.isEmpty() ? "" : ": ").append(why).toString();
    }
}
