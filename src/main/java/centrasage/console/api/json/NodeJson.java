package centrasage.console.api.json;

import centrasage.jobs.nodes.KnownNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A process that shares the store.
 *
 * @param boot tells the starts of one name apart
 * @param seen when it last said that it is alive
 * @param alive false once it has not said so for a minute: what it ran is then restarted by another one
 */
@Schema(name = "Node")
public record NodeJson(
        String name,
        String boot,
        String address,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant since,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant seen,

        boolean alive) {
    public static NodeJson of(KnownNode node) {
        return new NodeJson(node.name(), node.boot(), node.address(), node.since(), node.seen(), node.alive());
    }
}
