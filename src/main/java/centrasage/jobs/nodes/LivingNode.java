package centrasage.jobs.nodes;

import centrasage.flow.Vital;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Whether a node has said within its heartbeat that it lives, which is also whether the store takes what is written. */
@ApplicationScoped
class LivingNode implements Vital {
    private Nodes nodes;

    @SuppressWarnings("NullAway.Init")
    LivingNode() {}

    @Inject
    LivingNode(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Optional<String> ailment() {
        return nodes.all().stream().anyMatch(KnownNode::alive)
                ? Optional.empty()
                : Optional.of("No node has written to the store that it lives");
    }
}
