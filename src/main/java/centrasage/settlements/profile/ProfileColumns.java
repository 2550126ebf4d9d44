package centrasage.settlements.profile;

import centrasage.settlements.file.Fault;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.UnreadableFile;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Where one file has what its profile names. */
record ProfileColumns(Map<Field, Column> places, Map<Column, FeeKind> fees) {
    private static final List<Field> REFERENCES =
            List.of(Field.PAYMENT, Field.MODIFICATION, Field.MERCHANT, Field.ORDER);

    static ProfileColumns of(Profile profile, Header header) throws UnreadableFile {
        Map<Field, Column> places = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String name = profile.columns().get(field);
            places.put(field, name == null ? new Column(-1, field.key()) : column(field, name, header));
        }
        Map<Column, FeeKind> fees = new LinkedHashMap<>();
        for (Map.Entry<String, FeeKind> fee : new TreeMap<>(profile.fees()).entrySet()) {
            fees.put(header.required(fee.getKey()), fee.getValue());
        }
        ProfileColumns columns = new ProfileColumns(places, fees);
        columns.refuseWithoutReferences(profile);
        return columns;
    }

    private static Column column(Field field, String name, Header header) throws UnreadableFile {
        return field.isNeeded() ? header.required(name) : header.optional(name);
    }

    private void refuseWithoutReferences(Profile profile) throws UnreadableFile {
        boolean namesThem = REFERENCES.stream().anyMatch(profile.columns()::containsKey);
        if (namesThem && REFERENCES.stream().noneMatch(this::has)) {
            throw new UnreadableFile(Fault.ofBatch(
                    "none of the columns of references is there that its profile names",
                    "Have the provider add them to the report, or mend the profile"));
        }
    }

    /** Of a field without a column it is one that is nowhere. */
    Column of(Field field) {
        return Objects.requireNonNull(places.get(field));
    }

    boolean has(Field field) {
        return of(field).isThere();
    }
}
