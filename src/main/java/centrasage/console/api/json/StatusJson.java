package centrasage.console.api.json;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How everything stands.
 *
 * @param postings orders, and what corrects them
 * @param amendments other lines of orders that are there, and their cancellations
 * @param despatches shipments of Centra's in Sage 200; the money of these and of what follows is the orders' own
 * @param tracking other tracking of what is despatched
 * @param ledgerInvoices shipments of orders that are not posted themselves, as invoices of customer accounts in Sage 200
 * @param receipts money that gateways have taken, on customer accounts in Sage 200
 * @param credits goods that came back, as credit notes of customer accounts in Sage 200
 * @param refunds money that they have given back, there as well
 * @param giftCards what gift cards paid, from their bank to what is owed for them
 * @param pennies what rounding left open of orders, cleared by penny credits and invoices
 * @param allocations of these to invoices and to each other
 * @param centraSteps Sage's own despatches in Centra: made, let go, captured and completed, each counted
 * @param inDoubt of all of these
 * @param outage which of the two systems cannot be worked with, since when and why; null while both can
 * @param signIn how this application signs in to Sage 200, and how long it may
 * @param wokenBy who woke a job before it was due, web hooks or the event queue, and when last; on this node, since its start
 * @param mappings which version of the mappings is in force
 * @param nodes the processes that share the store, also one that died within a week; none that ended in good order
 * @param audit the last sealed row of the audit trail, to be kept outside the database
 */
@Schema(name = "Status")
public record StatusJson(
        About application,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant time,

        List<Count> postings,
        List<Count> amendments,
        List<Count> despatches,
        List<Count> tracking,
        List<Count> ledgerInvoices,
        List<Count> receipts,
        List<Count> credits,
        List<Count> refunds,
        List<Count> giftCards,
        List<Count> pennies,
        List<Count> allocations,
        List<Count> centraSteps,
        long inDoubt,
        Exceptions exceptions,
        Lanes lanes,
        @Nullable Outage outage,
        SignIn signIn,
        Mappings mappings,
        List<JobJson> jobs,
        List<NodeJson> nodes,
        List<WokenBy> wokenBy,
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

    /**
     * The sign-in to Sage 200.
     *
     * @param way {@code sage200.auth}; all that follows is null where no person has to connect
     * @param connected when an administrator connected last
     * @param ends when Sage ends it; nothing but connecting again moves this
     * @param daysLeft whole days until an administrator must have connected again; 0 where nothing can be posted before
     * @param warning what an administrator has to do; null while there is nothing
     */
    @Schema(name = "SignIn")
    public record SignIn(
            String way,

            @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
            Instant connected,

            @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
            Instant ends,

            @Nullable Long daysLeft,
            @Nullable String warning) {}

    public record WokenBy(
            String name,

            @Schema(type = SchemaType.STRING, format = "date-time")
            Instant last) {}

    /**
     * The mappings.
     *
     * @param version the one in force
     * @param notice what people have to do about them, such as a folder that was changed and is not in force; null while there
     *     is nothing
     */
    @Schema(name = "Mappings")
    public record Mappings(int version, @Nullable String notice) {}

    public record AuditHead(long number, String hash) {}
}
