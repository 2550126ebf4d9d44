package centrasage.settlements.read;

/**
 * Where a column stands in one file.
 *
 * @param index counted from 0; below zero where the file has no such column
 * @param name as the provider calls it
 */
public record Column(int index, String name) {
    public boolean isThere() {
        return index >= 0;
    }
}
