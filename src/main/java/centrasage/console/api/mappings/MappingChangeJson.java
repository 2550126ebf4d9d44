package centrasage.console.api.mappings;

import centrasage.mapping.MappingLine;
import centrasage.mapping.version.LineChange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a version changes, or would.
 *
 * @param version null where it was a dry run
 * @param files the names of its files
 * @param plansAgain how many orders that are not in the books the next run plans again, by their state; empty where the content
 *     is what is in force
 * @param warnings what can be used and is probably not meant, such as a file without a row, so that every order would be held
 */
@Schema(name = "MappingChange")
public record MappingChangeJson(
        @Nullable MappingVersionJson version,
        boolean dryRun,
        List<String> files,
        List<Line> changes,
        Map<String, Long> plansAgain,
        List<String> warnings) {

    /**
     * One row that differs.
     *
     * @param change {@code added}, {@code changed} or {@code removed}
     * @param line where it stands in the new file, or stood in the old one
     * @param before its cells by column; null where the row is new
     * @param after its cells by column; null where the row is gone
     */
    @Schema(name = "MappingLineChange")
    public record Line(
            String change,
            String file,
            int line,
            @Nullable Map<String, String> before,
            @Nullable Map<String, String> after) {
        static Line of(LineChange change) {
            MappingLine before = change.before();
            MappingLine after = change.after();
            int line = after != null ? after.number() : before == null ? 0 : before.number();
            return new Line(
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.file(),
                    line,
                    before == null ? null : before.cells(),
                    after == null ? null : after.cells());
        }
    }
}
