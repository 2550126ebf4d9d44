package centrasage.mapping;

/**
 * One thing that is wrong in a mapping file, in words of the person who must mend it.
 *
 * @param line 1 is the header; 0 when the fault is the file's as a whole
 * @param column empty when the fault is the line's as a whole
 */
public record MappingFault(String file, int line, String column, String value, String remedy) {

    static MappingFault ofFile(String file, String remedy) {
        return new MappingFault(file, 0, "", "", remedy);
    }

    static MappingFault ofLine(String file, int line, String remedy) {
        return new MappingFault(file, line, "", "", remedy);
    }

    /** {@code vat.csv, line 7, rate = "abc": expected a rate in percent such as 20 or 5.5}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!column.isEmpty()) {
            text.append(", ").append(column).append(" = \"").append(value).append('"');
        }
        return text.append(": ").append(remedy).toString();
    }
}
