package centrasage.console.api.mappings;

import centrasage.sync.changes.Proposal;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of the mappings that waits for a second person.
 *
 * @param state {@code waiting}, {@code approved}, {@code rejected} or {@code withdrawn}
 * @param base the version that it would be made from
 * @param page where people see what it would do and decide
 */
@Schema(name = "MappingProposal")
public record MappingProposalJson(
        long proposal,
        String state,
        int base,
        String proposedBy,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant proposedAt,

        String note,
        String page) {
    static MappingProposalJson of(Proposal proposal) {
        return new MappingProposalJson(
                proposal.id(),
                proposal.state().name().toLowerCase(Locale.ROOT),
                proposal.base(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.note(),
                "/mapping-change.xhtml?proposal=" + proposal.id());
    }
}
