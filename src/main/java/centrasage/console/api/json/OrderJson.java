package centrasage.console.api.json;

import centrasage.sync.AuditEntry;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The whole life of a Centra order.
 *
 * @param versions newest first
 * @param audit what was done to it and by whom, oldest first
 */
@Schema(name = "Order")
public record OrderJson(
        String order,
        List<VersionJson> versions,
        List<PostingLife> postings,
        List<ExceptionJson> exceptions,
        List<AuditEntry> audit) {}
