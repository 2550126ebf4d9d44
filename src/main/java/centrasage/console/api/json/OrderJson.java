package centrasage.console.api.json;

import centrasage.sync.record.AuditEntry;
import centrasage.sync.staging.Staged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of a Centra order.
 *
 * @param versions newest first
 * @param ledger its entries on the customer account in Sage 200, the oldest first
 * @param payouts its receipts and refunds in clearing banks, and the payouts that they are in, the oldest first
 * @param audit what was done to it and by whom, oldest first
 */
@Schema(name = "Order")
public record OrderJson(
        String order,
        List<Version> versions,
        List<PostingLife> postings,
        List<OpenItemJson> ledger,
        List<OrderPayoutJson> payouts,
        List<ExceptionJson> exceptions,
        List<Deed> audit) {

    /**
     * One version as it was received.
     *
     * @param erased whether the person was erased, so that the payload is gone for everybody
     * @param payload exactly as received; null when it is gone or cannot be decrypted, or the caller may not see personal
     *     data
     */
    @Schema(name = "Version")
    public record Version(
            int version,

            @Schema(type = SchemaType.STRING, format = "date-time")
            Instant changedAtSource,

            @Schema(type = SchemaType.STRING, format = "date-time")
            Instant received,

            boolean erased,
            @Nullable String payload) {
        public static Version of(Staged staged, boolean withPersonalData) {
            return new Version(
                    staged.version(),
                    staged.sourceUpdatedAt(),
                    staged.stagedAt(),
                    staged.erased(),
                    withPersonalData ? staged.text().orElse(null) : null);
        }
    }

    /** One row of the audit trail. */
    @Schema(name = "Deed")
    public record Deed(
            @Schema(type = SchemaType.STRING, format = "date-time")
            Instant at,

            String by,
            String action,
            String subject,
            String detail) {
        public static Deed of(AuditEntry entry) {
            return new Deed(entry.occurredAt(), entry.actor(), entry.action(), entry.subject(), entry.detail());
        }
    }

    /**
     * The personal data of an order is gone.
     *
     * @param now whether it was this request that erased it, as opposed to an earlier one
     */
    @Schema(name = "Erased")
    public record Erased(String order, boolean erased, boolean now) {}
}
