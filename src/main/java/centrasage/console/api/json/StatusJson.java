package centrasage.console.api.json;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How everything stands.
 *
 * @param outage which of the two systems cannot be worked with, since when and why; null while both can
 * @param audit the last sealed row of the audit trail, to be kept outside the database
 */
@Schema(name = "Status")
public record StatusJson(
        About application,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant time,

        List<Count> postings,
        long inDoubt,
        Exceptions exceptions,
        Lanes lanes,
        @Nullable Outage outage,
        List<JobJson> jobs,
        AuditHead audit) {

    /** @param store its address, without the password */
    public record About(String name, String version, String mode, String store, String address) {}

    /** How many postings are in one state, and their sum in one currency. */
    public record Count(String state, long count, Amount sum) {}

    public record Exceptions(long open, List<Amount> atRisk) {}

    /** @param working who posts at this moment, on whichever node */
    public record Lanes(int count, List<Lane> working) {}

    public record Lane(
            String lane,
            String holder,

            @Schema(type = SchemaType.STRING, format = "date-time")
            Instant until) {}

    /** @param system {@code Sage 200} or {@code Centra} */
    public record Outage(
            String system,

            @Schema(type = SchemaType.STRING, format = "date-time")
            Instant since,

            String why) {}

    public record AuditHead(long number, String hash) {}
}
