package centrasage.dispatch.centra;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sha256;
import centrasage.sync.posting.Planned;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of one shipment as plans: each is a posting of its own, and goes out after the one before it. */
final class ShipmentPlans {
    private static final List<PostingKind> LATER_STEPS =
            List.of(PostingKind.CENTRA_GOOD_TO_GO, PostingKind.CENTRA_CAPTURE, PostingKind.CENTRA_COMPLETION);

    private ShipmentPlans() {}

    static List<Planned> of(Command create, DocumentVersion document) {
        List<Planned> plans = new ArrayList<>();
        plans.add(planned(create, document, null));
        PostingKey before = create.key();
        for (PostingKind kind : LATER_STEPS) {
            Command step = step(create, kind);
            plans.add(planned(step, document, before));
            before = step.key();
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

    private static Planned planned(Command command, DocumentVersion document, @Nullable PostingKey after) {
        return new Planned(
                command.key(),
                command.object(),
                document,
                command.amount(),
                command.businessDate(),
                new Plan.Post(command, after));
    }
}
