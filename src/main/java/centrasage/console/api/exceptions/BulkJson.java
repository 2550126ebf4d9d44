package centrasage.console.api.exceptions;

import centrasage.console.api.json.Amount;
import centrasage.desk.Became;
import centrasage.desk.bulk.Bulk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deed about many exceptions.
 *
 * @param state PREVIEW: nothing is done before it is started; RUNNING, STOPPED, DONE
 * @param beyond how many more match at least, and are left out
 * @param can how many it acts on, with their money
 * @param cannot how many it leaves alone, by why
 * @param done how many ended how: DONE, GONE, CHANGED, NOT_POSSIBLE
 */
@Schema(name = "BulkDeed")
public record BulkJson(
        long id,
        String deed,
        String state,
        String person,
        String words,
        String selection,
        int items,
        int beyond,
        int mappingVersion,
        int can,
        List<Amount> atRisk,
        Map<String, Integer> cannot,
        Map<String, Integer> done,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant made,

        @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
        Instant started,

        @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
        Instant ended) {

    /** What became of one of them; {@code fate} is null as long as nothing has. */
    @Schema(name = "BulkItem")
    public record Item(long exception, @Nullable String fate, String words, Amount atRisk) {}

    static BulkJson of(Bulk bulk, Bulk.Effect effect, Map<Became.Fate, Integer> fates) {
        Map<String, Integer> done = new TreeMap<>();
        fates.forEach((fate, count) -> done.put(fate.name(), count));
        return new BulkJson(
                bulk.id(),
                bulk.deed().name(),
                bulk.state().name(),
                bulk.person(),
                bulk.words(),
                bulk.selection(),
                bulk.items(),
                bulk.beyond(),
                bulk.mappingVersion(),
                effect.can(),
                effect.sums().stream().map(Amount::of).toList(),
                effect.cannot(),
                done,
                bulk.madeAt(),
                bulk.startedAt(),
                bulk.endedAt());
    }
}
