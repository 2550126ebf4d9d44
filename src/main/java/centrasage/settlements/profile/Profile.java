package centrasage.settlements.profile;

import centrasage.settlements.file.Fault;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.read.Source;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How one provider's CSV file is read.
 *
 * @param psp as {@code settlement.csv} names it
 * @param columns theirs, by ours
 * @param constants what the file does not say, for those fields that have no column
 * @param fees their columns of what is kept of a line, and what each is for
 * @param isFeeNegative whether what is kept stands there below zero
 * @param types by the provider's word in lower case
 */
public record Profile(
        String psp,
        Layout layout,
        Map<Field, String> columns,
        Map<Field, String> constants,
        Map<String, FeeKind> fees,
        boolean isFeeNegative,
        Map<String, ProfileType> types,
        Control control) {

    public Profile {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
        fees = Map.copyOf(fees);
        types = Map.copyOf(types);
    }

    /** @throws BadProfile with all that is wrong with it */
    public static Profile of(Source source) throws IOException, BadProfile {
        try {
            return new ProfileParser(source.name(), ProfileText.of(source)).profile();
        } catch (CharacterCodingException e) {
            throw new BadProfile(source.name(), List.of(Fault.ofBatch("it is no text in UTF-8", "Save it as UTF-8")));
        }
    }

    /** The columns without which its files cannot be read. */
    String[] needed() {
        return Stream.concat(
                        columns.entrySet().stream()
                                .filter(column -> column.getKey().isNeeded())
                                .map(Map.Entry::getValue),
                        fees.keySet().stream())
                .toArray(String[]::new);
    }
}
