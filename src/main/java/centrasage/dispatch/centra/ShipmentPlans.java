package centrasage.dispatch.centra;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.sync.posting.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps of one shipment as plans: each is a posting of its own, and goes out after the one before it. */
final class ShipmentPlans {
    private static final List<PostingKind> LATER_STEPS =
            List.of(PostingKind.CENTRA_GOOD_TO_GO, PostingKind.CENTRA_CAPTURE, PostingKind.CENTRA_COMPLETION);

    private static final Reason GIVEN_UP = new Reason(
            "STEP_GIVEN_UP",
            Owner.OPERATIONS,
            "A step before it was settled by hand, so nothing of this shipment is written to Centra any more",
            "Nothing: if that step is taken up again, this one is planned again");

    private ShipmentPlans() {}

    /** @param givenUp steps that a person has settled otherwise: what comes after the first of them is not for Centra any more */
    static List<Planned> of(Command create, DocumentVersion document, Set<PostingKind> givenUp) {
        List<Planned> plans = new ArrayList<>();
        plans.add(planned(create, document, new Plan.Post(create)));
        PostingKey before = create.key();
        boolean stopped = givenUp.contains(PostingKind.CENTRA_SHIPMENT);
        for (PostingKind kind : LATER_STEPS) {
            Command step = step(create, kind);
            plans.add(planned(step, document, stopped ? new Plan.Skip(GIVEN_UP) : new Plan.Post(step, before)));
            before = step.key();
            stopped |= givenUp.contains(kind);
        }
        return plans;
    }

    /** What is in the parcel is told once, of the shipment itself. */
    private static Command step(Command create, PostingKind kind) {
        PostingKey key =
                new PostingKey(create.key().company(), kind, create.key().sourceKey());
        return new Command(
                key,
                create.object(),
                create.amount(),
                null,
                create.businessDate(),
                Sha256.hex("step/1\n" + kind + "\n" + key.sourceKey()),
                create.document());
    }

    private static Planned planned(Command command, DocumentVersion document, Plan plan) {
        return new Planned(
                command.key(),
                command.object(),
                document,
                command.amount(),
                command.businessDate(),
                plan,
                command.fingerprint());
    }
}
