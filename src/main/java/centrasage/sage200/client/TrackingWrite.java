package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Despatch;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.client.SageDespatches.There;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The PUT of a despatch's tracking, as {@link SageAnswers} asks about it: one row is saved as a whole, or not at all. */
final class TrackingWrite implements Write {
    private final SageDespatches despatches;
    private final SageReads reads;
    private final NewDespatch despatch;
    private final Optional<String> signIn;

    TrackingWrite(SageDespatches despatches, SageReads reads, NewDespatch despatch, Optional<String> signIn) {
        this.despatches = despatches;
        this.reads = reads;
        this.despatch = despatch;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the tracking of shipment " + despatch.number();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        Row row = new Row(answer);
        if (!row.optionalText("consignment_no")
                .orElse("")
                .equals(despatch.tracking().consignment())) {
            throw new Row.Malformed("consignment_no");
        }
        return new Document(Long.toString(row.id("id")), row.text("despatch_no"), despatch.value(), null, null);
    }

    /** One more PUT would come to the same. */
    @Override
    public Optional<Reason> untaken(JsonObject answer) {
        String meant = despatch.tracking().consignment();
        return new Row(answer)
                .optionalText("consignment_no")
                .filter(shown -> !shown.equals(meant))
                .map(shown -> new Reason(
                        "TRACKING_NOT_AMENDED",
                        Owner.OPERATIONS,
                        "Shipment " + despatch.number() + " has " + number(meant)
                                + " in Centra now, and its despatch in Sage 200 still has " + number(shown)
                                + " after Sage was told",
                        "Correct the consignment number of the despatch in Sage 200, then resolve this"));
    }

    private static String number(String consignment) {
        return consignment.isEmpty() ? "no consignment number" : "consignment number " + consignment;
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        String key = despatch.customerDocumentNo();
        There there = despatches.find(despatch.company(), List.of(key)).get(key);
        if (there == null) {
            throw new TargetUnavailable("what Sage 200 holds under " + key + " cannot be read");
        }
        return there.despatches().stream()
                .filter(each -> each.isOf(despatch.number()))
                .map(Despatch::consignment)
                .noneMatch(despatch.tracking().consignment()::equals);
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(despatch.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
