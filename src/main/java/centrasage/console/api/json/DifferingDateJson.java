package centrasage.console.api.json;

import centrasage.sync.dates.DifferingDate;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document whose day in Sage 200 is not its true one.
 *
 * @param source such as {@code 10234/R12}
 * @param documentDate null while a person is asked
 * @param chosenBy null where the settings chose it
 * @param bearsVat whether its day may decide in which VAT return it stands
 */
@Schema(name = "DifferingDate")
public record DifferingDateJson(
        long id,
        String company,
        String kind,
        String source,
        @Schema(type = SchemaType.STRING, format = "date") LocalDate trueDate,

        @Schema(type = SchemaType.STRING, format = "date") @Nullable
        LocalDate documentDate,

        @Nullable String chosenBy,
        boolean bearsVat) {

    public static DifferingDateJson of(DifferingDate date) {
        return new DifferingDateJson(
                date.id(),
                date.key().company(),
                date.key().kind().name(),
                date.key().sourceKey(),
                date.trueDate(),
                date.documentDate(),
                date.chosenBy(),
                date.bearsVat());
    }
}
