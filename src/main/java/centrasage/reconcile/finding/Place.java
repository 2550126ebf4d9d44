package centrasage.reconcile.finding;

import centrasage.mapping.MappingLine;
import centrasage.sage200.SiteSurvey.Register;

/**
 * Where a finding stands.
 *
 * @param source a mapping file, or a resource of Sage 200's
 * @param line of the mapping file; 0 where it is about none
 * @param field a column of the file, or a field of the resource; empty where it is about the whole
 */
public record Place(String source, int line, String field, String value) {

    public static Place of(MappingLine line, String column) {
        return new Place(line.file(), line.number(), column, line.get(column));
    }

    public static Place of(Register register, String field, String value) {
        return new Place(register.resource(), 0, field, value);
    }

    public static Place of(String file) {
        return new Place(file, 0, "", "");
    }

    /** {@code vat.csv, line 7}. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ", line " + line;
    }
}
